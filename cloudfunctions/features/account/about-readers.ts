import type { CollectionName, Library } from '../../documents';
import { GUARDIAN_REQUEST_DAYS } from '../../membership/guardianship';
import { TERMS } from './retention';

/**
 * What readers are told of what is kept about them. Every collection says under which heading; what none of
 * them holds of a reader is no heading. How long stands in the terms and is not said again here.
 */

type Heading =
  | 'card'
  | 'tries'
  | 'guardian'
  | 'loans'
  | 'holds'
  | 'scans'
  | 'money'
  | 'notices'
  | 'events'
  | 'films'
  | 'lists'
  | 'reviews'
  | 'talks'
  | 'looks'
  | 'consents';

/** null: nothing of a reader. Where staff stand in one, they do as staff. */
export const HEADINGS: Record<CollectionName, Heading | null> = {
  readers: 'card',
  cards: 'card',
  identities: 'card',
  linkTries: 'tries',
  guardianRequests: 'guardian',
  items: 'loans',
  operations: 'loans',
  closureMoves: 'loans',
  holds: 'holds',
  holdQueues: 'holds',
  conflicts: 'scans',
  accountLines: 'money',
  notices: 'notices',
  outbox: 'notices',
  subscriptions: 'notices',
  registrations: 'events',
  replayPositions: 'films',
  bookLists: 'lists',
  reviews: 'reviews',
  recordLooks: 'looks',
  consents: 'consents',
  talks: 'talks',
  talkLines: 'talks',
  talkMarks: 'talks',
  openTalks: 'talks',
  bells: 'talks',
  titles: null,
  titleMerges: null,
  titleChanges: null,
  titleClaims: null,
  titleRefreshes: null,
  // Texts of the catalogue, how often, and of each caller eight bits that lead to nobody.
  searchCounts: null,
  titleRatings: null,
  resources: null,
  answers: null,
  // What readers found no answer to, with personal data taken out, and nothing of who asked.
  answerMarks: null,
  staff: null,
  staffPins: null,
  waits: null,
  policies: null,
  branches: null,
  calendars: null,
  closures: null,
  events: null,
  lectures: null,
  talkPresences: null,
  stocktakes: null,
  stocktakeScans: null,
  importRuns: null,
  importRunKeys: null,
  jobRuns: null,
  settings: null,
};

interface Kept {
  what: string;
  why: string;
  seenBy: string;
  /** By the days of the term of a collection, in words. */
  until(term: (collection: CollectionName) => string): string;
}

const OWN = '您、您的监护人和馆员';

/** In the order in which readers are told. */
const KEPT: Record<Heading, Kept> = {
  card: {
    what: '姓名、出生日期、手机号、读者证号和绑定的微信',
    why: '办证、确定读者类型、与您联系',
    seenBy: OWN,
    until: () => '到注销为止；注销后只留不再使用的证号',
  },
  loans: {
    what: '在借的书，借还和办理的记录',
    why: '借还、续借和计费，出了差错可以更正',
    seenBy: OWN,
    until: (term) => `还回或办理后 ${term('operations')}；开启借阅历史的，自己的历史保留到关闭`,
  },
  holds: {
    what: '预约和排队',
    why: '按先后留书，通知取书',
    seenBy: `${OWN}，与您一起预约的人`,
    until: (term) => `取书、取消或过期后 ${term('holds')}`,
  },
  money: {
    what: '费用、押金和收据',
    why: '收费、退费和对账',
    seenBy: OWN,
    until: (term) =>
      `金额按财务规定保留；结清后 ${term('operations')}不再写明是哪本书，遗失赔偿的到不能退款为止`,
  },
  notices: {
    what: '本馆发给您的消息',
    why: '到期、取书和活动的提醒',
    seenBy: '您',
    until: (term) => term('notices'),
  },
  events: {
    what: '活动报名',
    why: '留位和提醒',
    seenBy: OWN,
    until: (term) => `活动开始后${term('registrations')}`,
  },
  films: {
    what: '讲座看到哪里',
    why: '下次接着看',
    seenBy: '只有您',
    until: (term) => `最后一次观看后${term('replayPositions')}`,
  },
  lists: {
    what: '您的书单',
    why: '给自己整理；您公开的给大家看',
    seenBy: '您；公开以后所有人，只署您取的名字',
    until: () => '到您删除或注销',
  },
  reviews: {
    what: '您写的书评，您举报的书评',
    why: '给别的读者参考',
    seenBy: '所有人，只署您取的名字；举报只有馆员看到',
    until: () => '到您删除或注销',
  },
  talks: {
    what: '您问馆员的问题和回答',
    why: '回答您，交接给别的馆员',
    seenBy: '您和回答咨询的馆员',
    until: (term) => `结束后 ${term('talks')}`,
  },
  guardian: {
    what: '监护关系和等待确认的请求',
    why: '孩子由监护人同意才能借书',
    seenBy: OWN,
    until: () => `到解除或成年；没有答复的请求 ${inWords(GUARDIAN_REQUEST_DAYS)}`,
  },
  scans: {
    what: '断网时扫码、与系统不符的记录',
    why: '馆员核对补办',
    seenBy: '馆员',
    until: (term) => `处理后 ${term('conflicts')}`,
  },
  tries: {
    what: '输错证号或密码的时刻',
    why: '防止有人猜别人的密码',
    seenBy: '没有人，只由程序计数',
    until: (term) => term('linkTries'),
  },
  looks: {
    what: '谁看过您的记录',
    why: '您可以随时查看',
    seenBy: '您',
    until: (term) => term('recordLooks'),
  },
  consents: {
    what: '您同意或撤回过什么',
    why: '证明是您同意的',
    seenBy: '您',
    until: () => '长期保留；注销后不再有您的名字',
  },
};

const ROUND: Record<number, string> = { 1: '一天', 183: '半年', 365: '一年', 730: '两年' };
const inWords = (days: number): string => ROUND[days] ?? `${days} 天`;

/** Days of the first term of a collection; the log has a job of its own. */
const daysOf = (collection: CollectionName, { settings }: Pick<Library, 'settings'>): number => {
  const days = TERMS.find((term) => term.collection === collection)?.days ?? 'log';
  return days === 'log' ? settings.anonymiseAfterDays : days;
};

/** What is kept about readers, why, who sees it and how long, with this library's own days. */
export const keptAboutReaders = (library: Pick<Library, 'settings'>) =>
  Object.values(KEPT).map(({ what, why, seenBy, until }) => ({
    what,
    why,
    seenBy,
    until: until((collection) => inWords(daysOf(collection, library))),
  }));
