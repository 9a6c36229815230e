import type { EventLife, EventServices } from '../../../typings/contract';
import { eventRow } from '../../components/event-row/event-view';
import type { Acted } from '../../lib/acts';
import type { Output } from '../../lib/call';
import { open, routes } from '../../lib/routes';
import { acts } from '../../lib/screen/acts';
import { none, one } from '../../lib/screen/empty';
import { dataOf, type Said } from '../../lib/screen/event';
import { paged } from '../../lib/screen/paged';
import { screen } from '../../lib/screen/screen';
import { askedFor, chosenOf, EVERYTHING, filterActs, type Chosen, type Wanted } from './filters';

const events = paged(
  'events.list',
  ({ list }, today) => list.map((event) => eventRow(event, today, Date.now())),
  { keep: true },
);
interface Part {
  life: EventLife;
  name: string;
  icon: string;
  url: string;
}
const PARTS: readonly Part[] = [
  { life: 'contest', name: '征文绘画', icon: 'edit', url: routes.calls('contest') },
  { life: 'reading_aloud', name: '朗读', icon: 'play', url: routes.calls('reading_aloud') },
  { life: 'drifting', name: '图书漂流', icon: 'transit', url: routes.drifting },
  { life: 'donation', name: '赠书', icon: 'book', url: routes.donations },
];
type FilterFacts = { wanted: Wanted; services: EventServices };

/** The programme: what is coming, as much of it as is wanted. */
Page(
  screen([events, acts(filterActs)], {
    data: {
      wanted: EVERYTHING,
      chosen: none<Chosen>(),
      parts: none<Part>(),
      services: one<EventServices>({ kinds: [], lives: [], draws: true, lectures: true }),
    },
    asked() {
      return askedFor(this.data.wanted);
    },
    head({ services }: Output<'events.list'>) {
      return { services, parts: PARTS.filter(({ life }) => services.lives.includes(life)) };
    },
    openEvent(event: Said<{ eventId: string }>) {
      open(routes.event(event.detail.eventId));
    },
    filter() {
      const { wanted, services } = this.data;
      void this.start('filter', { wanted, services });
    },
    async acted({ value }: Acted<FilterFacts, typeof filterActs>) {
      await this.wants({ ...this.data.wanted, ...value });
    },
    async onlyFree() {
      await this.wants({ ...this.data.wanted, free: !this.data.wanted.free });
    },
    async takeAway(event: WechatMiniprogram.TouchEvent) {
      await this.wants({ ...this.data.wanted, [dataOf(event).name ?? '']: '' });
    },
    /** Where nothing is shown: everything, or what was. */
    async instead() {
      if (this.data.chosen.length > 0 || this.data.wanted.free) await this.wants(EVERYTHING);
      else this.lectures();
    },
    async wants(wanted: Wanted) {
      await this.afresh({ wanted, chosen: chosenOf(wanted) });
    },
    takePart(event: WechatMiniprogram.TouchEvent) {
      const part = PARTS.find(({ life }) => life === dataOf(event).life);
      if (part) open(part.url);
    },
    month() {
      open(routes.eventMonth);
    },
    mine() {
      open(routes.myEvents);
    },
    lectures() {
      open(routes.lectures);
    },
  }),
);
