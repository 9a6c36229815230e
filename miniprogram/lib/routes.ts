/** From where a question is asked. */
interface AskedFrom {
  titleId?: string;
  title?: string;
  search?: string;
  words?: string;
}

/** What of a document is known before it is asked for. */
interface KnownDocument {
  title?: string;
  isbn?: string;
  talkId?: string;
  kind?: string;
  author?: string;
  within?: string;
  year?: string;
}

/** A page of a feature, opened with these. Features name their own pages by it. */
export const pageOf = (feature: string, name: string, given: object = {}): string =>
  `/features/${feature}/pages/${name}/index${queryOf(given)}`;

function queryOf(from: object): string {
  const given = Object.entries(from).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return given.length > 0 ? `?${given.join('&')}` : '';
}

/** Every page that another one opens, in one place. Notices from the library carry the same addresses. */
export const routes = {
  home: '/pages/home/index',
  search: '/pages/search/index',
  events: '/pages/events/index',
  me: '/pages/me/index',
  title: (titleId: string) => `/features/catalogue/pages/title/index?titleId=${encodeURIComponent(titleId)}`,
  /** Opening hours: of every branch, and the page of one. */
  branches: '/features/branches/pages/all/index',
  branch: (branchId: string) => `/features/branches/pages/one/index?branchId=${encodeURIComponent(branchId)}`,
  /** The shelf around a title at a branch. */
  shelf: (titleId: string, branchId: string) =>
    `/features/catalogue/pages/shelf/index?titleId=${encodeURIComponent(titleId)}&branchId=${encodeURIComponent(branchId)}`,
  reviews: (titleId: string) => `/features/reviews/pages/list/index?titleId=${encodeURIComponent(titleId)}`,
  writeReview: (titleId: string) =>
    `/features/reviews/pages/write/index?titleId=${encodeURIComponent(titleId)}`,
  waitingReviews: '/features/reviews/pages/waiting/index',
  myLoans: '/features/loans/pages/mine/index',
  loansOf: (readerId: string) => `/features/loans/pages/mine/index?readerId=${encodeURIComponent(readerId)}`,
  history: '/features/loans/pages/history/index',
  /** `readerId`: whose loan, where it is not the acting reader's. */
  giveLoan: (loanId: string, readerId = '') =>
    `/features/loans/pages/give/index?loanId=${encodeURIComponent(loanId)}&readerId=${encodeURIComponent(readerId)}`,
  takeLoan: '/features/loans/pages/take/index',
  myHolds: '/features/holds/pages/mine/index',
  apply: '/features/account/pages/apply/index',
  applyForChild: '/features/account/pages/apply/index?for=child',
  link: '/features/account/pages/link/index',
  card: '/features/account/pages/card/index',
  cardOf: (readerId: string) => `/features/account/pages/card/index?readerId=${encodeURIComponent(readerId)}`,
  family: '/features/account/pages/family/index',
  /** What there is for the age of somebody one acts for. */
  childHome: (readerId: string) =>
    `/features/account/pages/child/index?readerId=${encodeURIComponent(readerId)}`,
  money: '/features/account/pages/money/index',
  preferences: '/features/account/pages/preferences/index',
  opinions: '/features/insight/pages/opinions/index',
  interests: '/features/insight/pages/interests/index',
  readingReport: '/features/insight/pages/reading/index',
  survey: '/features/insight/pages/survey/index',
  privacy: '/features/account/pages/privacy/index',
  /** What is kept about readers; open to everybody. */
  kept: '/features/account/pages/kept/index',
  keptOfChildren: '/features/account/pages/kept/index?for=child',
  looks: '/features/account/pages/looks/index',
  settings: '/features/account/pages/settings/index',
  event: (eventId: string) => `/features/events/pages/event/index?eventId=${encodeURIComponent(eventId)}`,
  /** What was published of a draw, computed again. */
  eventDraw: (eventId: string) => `/features/events/pages/draw/index?eventId=${encodeURIComponent(eventId)}`,
  eventMonth: '/features/events/pages/month/index',
  eventServices: '/features/events/pages/services/index',
  eventDesk: '/features/events/pages/desk/index',
  runEvent: (eventId: string) => `/features/events/pages/run/index?eventId=${encodeURIComponent(eventId)}`,
  eventCode: (eventId: string) => `/features/events/pages/code/index?eventId=${encodeURIComponent(eventId)}`,
  myEvents: '/features/events/pages/mine/index',
  quiz: (eventId: string) => `/features/quizzes/pages/quiz/index?eventId=${encodeURIComponent(eventId)}`,
  quizPaper: (eventId: string) =>
    `/features/quizzes/pages/paper/index?eventId=${encodeURIComponent(eventId)}`,
  quizRanking: (eventId: string) =>
    `/features/quizzes/pages/ranking/index?eventId=${encodeURIComponent(eventId)}`,
  quizBank: '/features/quizzes/pages/bank/index',
  quizFigures: (eventId: string) =>
    `/features/quizzes/pages/figures/index?eventId=${encodeURIComponent(eventId)}`,
  /** Calls for works, of one kind. */
  calls: (kind: 'contest' | 'reading_aloud') => `/features/works/pages/calls/index?kind=${kind}`,
  workDesk: '/features/works/pages/desk/index',
  drifting: '/features/drifting/pages/books/index',
  driftDesk: '/features/drifting/pages/desk/index',
  donations: '/features/donations/pages/mine/index',
  donationDesk: '/features/donations/pages/desk/index',
  /** Books that readers ask the library to buy: one's own, a new one with what is known of it, the desk's. */
  wishes: '/features/wishes/pages/mine/index',
  wishFor: (known: { title?: string; author?: string; isbn?: string } = {}) =>
    `/features/wishes/pages/ask/index${queryOf(known)}`,
  wishDesk: '/features/wishes/pages/desk/index',
  challenge: (eventId: string) =>
    `/features/challenges/pages/challenge/index?eventId=${encodeURIComponent(eventId)}`,
  challengeNotes: (eventId: string) =>
    `/features/challenges/pages/notes/index?eventId=${encodeURIComponent(eventId)}`,
  challengeDesk: (eventId: string) =>
    `/features/challenges/pages/desk/index?eventId=${encodeURIComponent(eventId)}`,
  medals: '/features/challenges/pages/medals/index',
  /** Articles, of one column where it is given. */
  articles: '/features/articles/pages/list/index',
  articlesOf: (columnId: string) =>
    `/features/articles/pages/list/index?columnId=${encodeURIComponent(columnId)}`,
  article: (articleId: string) =>
    `/features/articles/pages/article/index?articleId=${encodeURIComponent(articleId)}`,
  articleDesk: '/features/articles/pages/desk/index',
  announcementDesk: '/features/announcements/pages/desk/index',
  lectures: '/features/lectures/pages/list/index',
  lecture: (lectureId: string) =>
    `/features/lectures/pages/lecture/index?lectureId=${encodeURIComponent(lectureId)}`,
  lectureDesk: '/features/lectures/pages/desk/index',
  editLecture: (lectureId: string) =>
    `/features/lectures/pages/edit/index?lectureId=${encodeURIComponent(lectureId)}`,
  /** The classification from its top; a class of it, and what of it a branch has. */
  classes: '/features/browse/pages/class/index',
  classOf: (clc: string, branchId = '') =>
    `/features/browse/pages/class/index?clc=${encodeURIComponent(clc)}&branchId=${encodeURIComponent(branchId)}`,
  newArrivals: '/features/browse/pages/titles/index?by=newest',
  ranking: '/features/browse/pages/titles/index?by=most_borrowed',
  /** Lists by librarians and readers. */
  lists: '/features/lists/pages/all/index',
  list: (listId: string) => `/features/lists/pages/list/index?listId=${encodeURIComponent(listId)}`,
  myLists: '/features/lists/pages/mine/index',
  /** Databases and special collections. */
  resources: '/features/resources/pages/all/index',
  resource: (resourceId: string) =>
    `/features/resources/pages/one/index?resourceId=${encodeURIComponent(resourceId)}`,
  /** What the library has answered before; `words`: what was typed on the way to an answer. */
  answers: '/features/answers/pages/all/index',
  answerFromTalk: (talkId: string) =>
    `/features/answers/pages/edit/index?talkId=${encodeURIComponent(talkId)}`,
  answer: (answerId: string, words = '') =>
    `/features/answers/pages/one/index?answerId=${encodeURIComponent(answerId)}&words=${encodeURIComponent(words)}`,
  /** Asking a librarian: what was asked before, a talk, and a new one from where the reader stands. */
  talks: '/features/talks/pages/mine/index',
  talk: (talkId: string) => `/features/talks/pages/talk/index?talkId=${encodeURIComponent(talkId)}`,
  /** The same as librarians see it. */
  answerTalk: (talkId: string) => `/features/talks/pages/answer/index?talkId=${encodeURIComponent(talkId)}`,
  /** Documents that the library gets from elsewhere; a new request with what is known of it. */
  deliveries: '/features/deliveries/pages/mine/index',
  /** Subjects watched; a new one with what was searched for. */
  profiles: '/features/profiles/pages/mine/index',
  profileDesk: '/features/profiles/pages/desk/index',
  watchSubject: (known: { words?: string; clc?: string; language?: string; kind?: string } = {}) =>
    `/features/profiles/pages/edit/index${queryOf(known)}`,
  deliveryDesk: '/features/deliveries/pages/desk/index',
  askDelivery: (known: KnownDocument = {}) => `/features/deliveries/pages/ask/index${queryOf(known)}`,
  askLibrarian: (from: AskedFrom = {}) => `/features/talks/pages/ask/index${queryOf(from)}`,
  inbox: '/features/notices/pages/inbox/index',
  noticeSettings: '/features/notices/pages/settings/index',
  /**
   * For cataloguers: where they scan; the form for a code that is not here ("" without one); the copies of a
   * title.
   */
  cataloguing: '/features/cataloguing/pages/start/index',
  catalogue: (code: string) => `/features/cataloguing/pages/form/index?code=${encodeURIComponent(code)}`,
  copiesOf: (titleId: string) =>
    `/features/cataloguing/pages/copies/index?titleId=${encodeURIComponent(titleId)}`,
  desk: '/features/desk/pages/today/index',
  deskReader: (card: string) => `/features/desk/pages/reader/index?card=${encodeURIComponent(card)}`,
  deskHelp: (topic: string) => `/features/desk/pages/help/index?topic=${encodeURIComponent(topic)}`,
  mySafety: '/features/safety/pages/mine/index',
  safety: '/features/safety/pages/library/index',
  owing: '/features/fees/pages/owing/index',
  fees: (readerId: string) => `/features/fees/pages/account/index?readerId=${encodeURIComponent(readerId)}`,
} as const;

const TABS: string[] = [routes.home, routes.search, routes.events, routes.me];
/** Whether this page, as WeChat names it without a slash, is the root of a tab. */
export const isTab = (route: string): boolean => TABS.includes(`/${route}`);
/** WeChat keeps at most ten pages on the stack. */
const DEEPEST = 10;

/**
 * A second tap within this time is the same finger: a page that slides in does not cover the link at once.
 */
const SAME_TAP_MS = 400;
let last = { url: '', at: 0 };

/**
 * Opens a page whichever way it needs: a tab, on top of the stack, or in place of the top when the stack is
 * full.
 */
export function open(url: string): void {
  const now = Date.now();
  if (url === last.url && Math.abs(now - last.at) < SAME_TAP_MS) return;
  last = { url, at: now };
  const path = url.split('?')[0] ?? url;
  if (TABS.includes(path)) wx.switchTab({ url: path });
  else if (getCurrentPages().length >= DEEPEST) wx.redirectTo({ url });
  else wx.navigateTo({ url });
}

/** A page's query value, decoded; '' when the link lacks it. */
export function fromQuery(query: Record<string, string | undefined>, name: string): string {
  return decodeURIComponent(query[name] ?? '');
}
