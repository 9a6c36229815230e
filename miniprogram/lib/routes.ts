/** Every page that another one opens, in one place. Notices from the library carry the same addresses. */
export const routes = {
  home: '/pages/home/index',
  search: '/pages/search/index',
  events: '/pages/events/index',
  me: '/pages/me/index',
  title: (titleId: string) => `/features/catalogue/pages/title/index?titleId=${encodeURIComponent(titleId)}`,
  myLoans: '/features/loans/pages/mine/index',
  myHolds: '/features/holds/pages/mine/index',
  apply: '/features/account/pages/apply/index',
  link: '/features/account/pages/link/index',
  card: '/features/account/pages/card/index',
  settings: '/features/account/pages/settings/index',
  event: (eventId: string) => `/features/events/pages/event/index?eventId=${encodeURIComponent(eventId)}`,
  myEvents: '/features/events/pages/mine/index',
  lectures: '/features/lectures/pages/list/index',
  lecture: (lectureId: string) =>
    `/features/lectures/pages/lecture/index?lectureId=${encodeURIComponent(lectureId)}`,
  inbox: '/features/notices/pages/inbox/index',
  desk: '/features/desk/pages/today/index',
} as const;

const TABS: string[] = [routes.home, routes.search, routes.events, routes.me];
/** WeChat keeps at most ten pages on the stack. */
const DEEPEST = 10;

/** Opens a page whichever way it needs: a tab, on top of the stack, or in place of the top when the stack is full. */
export function open(url: string): void {
  const path = url.split('?')[0] ?? url;
  if (TABS.includes(path)) wx.switchTab({ url: path });
  else if (getCurrentPages().length >= DEEPEST) wx.redirectTo({ url });
  else wx.navigateTo({ url });
}

/** A page's query value, decoded; '' when the link lacks it. */
export function fromQuery(query: Record<string, string | undefined>, name: string): string {
  return decodeURIComponent(query[name] ?? '');
}
