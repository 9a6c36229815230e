import { routes } from '../../lib/routes';
import { deskRoutes } from './routes';

/** Where a tile of the first page leads: pages of the desk, and those of its neighbours. */
export const PLACES = {
  checkOut: deskRoutes.checkOut,
  checkIn: deskRoutes.checkIn,
  holdShelf: deskRoutes.holdShelf,
  expiredShelf: deskRoutes.expiredShelf,
  toFetch: deskRoutes.toFetch,
  transit: deskRoutes.transit,
  overdue: deskRoutes.overdue,
  owing: routes.owing,
  applications: deskRoutes.applications,
  conflicts: deskRoutes.conflicts,
  reviews: routes.waitingReviews,
  talks: '/features/talks/pages/desk/index',
  deliveries: routes.deliveryDesk,
  events: routes.eventDesk,
  lectures: routes.lectureDesk,
  profiles: routes.profileDesk,
  answers: '/features/answers/pages/desk/index',
  find: deskRoutes.find,
  copy: deskRoutes.copy,
  newCard: deskRoutes.newCard,
  log: deskRoutes.log,
  help: deskRoutes.help,
  stocktake: '/features/stocktake/pages/list/index',
  cataloguing: routes.cataloguing,
  wishes: routes.wishDesk,
  imports: '/features/imports/pages/list/index',
  announcements: routes.announcementDesk,
  articles: routes.articleDesk,
  lists: '/features/lists/pages/desk/index',
  resources: '/features/resources/pages/desk/index',
  rules: '/features/rules/pages/matrix/index',
  calendar: '/features/rules/pages/calendar/index',
  staff: '/features/rules/pages/staff/index',
  safety: routes.safety,
  mySafety: routes.mySafety,
  figures: '/features/figures/pages/page/index',
  health: '/features/figures/pages/health/index',
  cases: '/features/figures/pages/cases/index',
  survey: '/features/figures/pages/survey/index',
  words: '/features/figures/pages/words/index',
} as const;

export type Place = keyof typeof PLACES;

export function isPlace(name: string): name is Place {
  return Object.keys(PLACES).includes(name);
}
