import type { CollectionName, Library } from '../../documents';
import { APPLICATION_DAYS } from '../../membership/applications';
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
  | 'games'
  | 'columns'
  | 'works'
  | 'drifting'
  | 'donations'
  | 'wishes'
  | 'lists'
  | 'reviews'
  | 'talks'
  | 'media'
  | 'deliveries'
  | 'profiles'
  | 'looks'
  | 'tastes'
  | 'opinions'
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
  // Whose places are held, until it is over.
  events: 'events',
  replayPositions: 'films',
  quizAttempts: 'games',
  quizQuestions: null,
  challengeRuns: 'games',
  challengeNotes: 'games',
  // A name and how many; who is in it stands in the runs.
  challengeTeams: 'games',
  columnFollows: 'columns',
  works: 'works',
  // Whom it is with now.
  driftBooks: 'drifting',
  driftLegs: 'drifting',
  donations: 'donations',
  // A book and how many asked for it; who they are stands in the voices.
  wishes: null,
  wishKeys: null,
  wishVoices: 'wishes',
  bookLists: 'lists',
  reviews: 'reviews',
  recordLooks: 'looks',
  tastes: 'tastes',
  askedFaces: 'opinions',
  cases: 'opinions',
  // Sums of a week; nothing of who said what.
  faceCounts: null,
  surveys: null,
  // Sums of all answers; that somebody answered stands in `askedFaces`.
  surveySums: null,
  figures: null,
  consents: 'consents',
  talks: 'talks',
  talkLines: 'talks',
  talkMarks: 'talks',
  openTalks: 'talks',
  bells: 'talks',
  media: 'media',
  deliveries: 'deliveries',
  profiles: 'profiles',
  profileFinds: 'profiles',
  titles: null,
  titleMerges: null,
  titleChanges: null,
  titleClaims: null,
  titleRefreshes: null,
  // Texts of the catalogue, how often, and of each caller eight bits that lead to nobody.
  searchCounts: null,
  // Of each reader eight bits that lead to nobody.
  titleCompanions: null,
  nextTitles: null,
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
  calls: null,
  // What judges think of works by their numbers.
  judgeSheets: null,
  lectures: null,
  announcements: null,
  articles: null,
  articlePrintings: null,
  transcripts: null,
  talkPresences: null,
  // Files that pass, by unguessable names.
  passingFiles: null,
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
    until: (term) =>
      `到注销为止；注销后只留不再使用的证号。申请未通过的 ${term('operations')}后删除，${inWords(APPLICATION_DAYS)}没有审核、监护人没有确认的也删除`,
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
  games: {
    what: '竞答的答卷、成绩和用时，阅读打卡的日子、留言和小队',
    why: '计分、计天数和排行，够分够天数的有勋章',
    seenBy: '您；办活动的馆员看到竞答获奖的人和您想给大家看的留言；别的读者只看到您同意的称呼和留言',
    until: (term) => `答卷、打卡的日子和留言到活动结束后${term('quizAttempts')}；成绩、天数和勋章到注销`,
  },
  columns: {
    what: '您关注的栏目',
    why: '有新文章时告诉您',
    seenBy: '没有人，馆员只看到人数',
    until: () => '到您不再关注或注销',
  },
  works: {
    what: '您的投稿、草稿和署名方式',
    why: '评选；您同意后公开',
    seenBy: '您和组织的馆员；评委只看作品，不看姓名；公开以后所有人，按您选的署名',
    until: (term) => `没有公开的，最后修改后${term('works')}；公开的两年；您可以随时撤回，注销即删除`,
  },
  drifting: {
    what: '您传阅过的漂流书和写在书里的话',
    why: '知道书传到了哪里，给下一位读者看',
    seenBy: '所有人看到您写的话和您选的署名；哪本书在您手里，馆员知道',
    until: (term) => `传出后${term('driftLegs')}；注销即抹去`,
  },
  donations: {
    what: '您捐赠的图书、留言和署名方式',
    why: '答复您，开捐赠证书，登记入藏',
    seenBy: '您和馆员；您同意后所有人，按您选的署名',
    until: (term) => `办结后${term('donations')}，之后只留书目；注销即抹去姓名`,
  },
  wishes: {
    what: '您荐购的书和理由',
    why: '采购时参考，有结果时告诉您',
    seenBy: '您；采编馆员只看到书和理由，看不到是谁',
    until: (term) => `荐购后${term('wishVoices')}；您可以随时撤回，注销即删除`,
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
  media: {
    what: '您发来的图片、录音和文件',
    why: '给馆员看，或用在您参加的活动里；图片和录音先由微信检查',
    seenBy: '您和馆员；作品公开以后所有人',
    until: (term) => `与所在的咨询或作品一起删除；没有用上的 ${term('media')}`,
  },
  deliveries: {
    what: '您请本馆代为获取的文献、同意的费用和著作权声明',
    why: '办理、结算，证明是您为学习研究索取的',
    seenBy: '您和办理的馆员',
    until: (term) => `办结后${term('deliveries')}；文件到期即删除`,
  },
  profiles: {
    what: '您定题的主题，为您找到的书刊',
    why: '有新到时告诉您',
    seenBy: '您和参考咨询的馆员',
    until: (term) => `主题到您删除或注销；找到的书刊${term('profileFinds')}`,
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
  opinions: {
    what: '您写的意见和回复，什么时候请您评价过，哪一年答过问卷',
    why: '回复您，不重复打扰',
    seenBy: '您；处理意见的馆员只看到文字，看不到是谁',
    until: (term) => `意见办结后 ${term('cases')}；评价和问卷只计入总数，不记名`,
  },
  tastes: {
    what: '推荐的开关，您说过不感兴趣的书、作者和理由',
    why: '推荐时避开',
    seenBy: '没有人，只由程序使用',
    until: () => '到您清除或注销',
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
