import type { LocalDate } from '../typings/contract/shapes';
import type { EventTerms } from '../typings/contract/event-desk';
import type { EventDocument } from '../cloudfunctions/documents';
import { addDays, weekdayOf } from '../cloudfunctions/kernel/local-date';

export const LECTURE_ID = 'lec-trees';
export const TREES_EVENT_ID = 'e-trees';

type Said = Pick<
  EventDocument,
  '_id' | 'title' | 'kind' | 'speaker' | 'about' | 'audience' | 'branchId' | 'place' | 'quota'
>;

export interface Plan extends Said {
  on: (today: LocalDate) => LocalDate;
  from: string;
  to: string;
  /** Days before the event that registration opens; it closes when the event begins. */
  opensDaysBefore: number;
  /** Days before the event on which registration ends instead, at noon. */
  closesDaysBefore?: number;
  readers: string[];
  /** Who waits, in their order. */
  waiting?: string[];
  /** Who has a ticket of the draw, with so many places. */
  entered?: Record<string, number>;
  /** From which public figure the seed comes; `figure`: it is drawn already. */
  drawn?: { source: string; seedDaysBefore: number; figure?: string };
  cancelled?: boolean;
  lectureId?: string;
  terms?: Partial<EventTerms>;
  agenda?: EventDocument['agenda'];
  bring?: string;
  door?: number;
}

const SATURDAY = 6;
const SUNDAY = 0;
const after =
  (days: number) =>
  (today: LocalDate): LocalDate =>
    addDays(today, days);
const next =
  (weekday: number) =>
  (today: LocalDate): LocalDate =>
    nextWeekday(today, weekday);

/** The programme, its days counted from the day on which the library is made. */
export const PLANS: Plan[] = [
  {
    _id: 'e-python',
    title: '零基础学编程：让数据说话',
    kind: 'training',
    speaker: '程一帆',
    about: ['用两个下午学会读表格、画图、讲清一个发现。', '自带电脑；没有的读者可以借用馆内电脑。'],
    audience: '16 岁以上读者',
    branchId: 'main',
    place: '二楼 创客空间',
    on: after(11),
    from: '14:00',
    to: '17:00',
    opensDaysBefore: 20,
    quota: 24,
    readers: ['r-zhao', 'r-tang', 'r-gao', 'r-zheng'],
    terms: {
      minAge: 16,
      waiting: 'offer',
    },
  },
  {
    _id: 'e-story',
    title: '周末故事会：毛毛虫的一周',
    kind: 'reading_aloud',
    speaker: '方晓棠',
    about: ['大声读《好饿的毛毛虫》，认识星期和水果。', '读完一起用彩纸做一只会变的毛毛虫，材料由馆里准备。'],
    audience: '3–6 岁儿童，须有一位家长陪同',
    branchId: 'children',
    place: '一楼 故事屋',
    on: next(SATURDAY),
    from: '10:00',
    to: '11:00',
    opensDaysBefore: 10,
    quota: 8,
    readers: ['r-yinuo', 'r-chen', 'r-bai', 'r-su', 'r-lin', 'r-xu', 'r-wu'],
    terms: { waiting: 'at_once', party: 3, cancelHours: 2 },
    bring: '一件可以弄脏的外套。',
    agenda: [
      { time: '10:00', text: '听故事，认星期和水果' },
      { time: '10:30', text: '做一只会变的毛毛虫' },
    ],
  },
  {
    _id: 'e-su',
    title: '苏东坡的朋友圈',
    kind: 'talk',
    speaker: '顾闻笛',
    about: ['从书信和题跋看苏轼与朋友们怎样相处。', '现场展出馆藏影印尺牍，讲座后可以上手翻阅。'],
    audience: '对宋代文学感兴趣的读者',
    branchId: 'main',
    place: '二楼 报告厅',
    on: after(4),
    from: '19:00',
    to: '20:30',
    opensDaysBefore: 14,
    quota: 120,
    readers: ['r-lin', 'r-wu', 'r-shen'],
    terms: { waiting: 'offer', party: 2, alone: true },
    door: 10,
    agenda: [
      { time: '19:00', text: '讲座：书信里的苏轼' },
      { time: '20:00', text: '提问' },
      { time: '20:15', text: '上手看影印尺牍' },
    ],
  },
  {
    _id: 'e-phone',
    title: '手机用得好：长者数字课堂',
    kind: 'training',
    speaker: '许清',
    about: ['手把手教用微信查书、续借、预约讲座。', '名额很少，每位学员旁边都有一位志愿者。'],
    audience: '60 岁以上读者和陪同的家人',
    branchId: 'linhe',
    place: '活动室',
    on: after(3),
    from: '09:30',
    to: '11:00',
    opensDaysBefore: 12,
    quota: 4,
    readers: ['r-wu', 'r-luo', 'r-he', 'r-chen'],
    waiting: ['r-zheng', 'r-gao'],
    terms: { waiting: 'offer', cancelHours: 12, offerHours: 6 },
    bring: '自己的手机和充电线。',
  },
  {
    _id: 'e-salon',
    title: '同读一本书：百年孤独',
    kind: 'salon',
    speaker: '读者 沈知远',
    about: ['围坐聊马孔多，从最喜欢的一个人物说起。', '请先读完前六章，现场提供人物关系图。'],
    audience: '已读过或正在读这本书的读者',
    branchId: 'main',
    place: '五楼 云阶书吧',
    on: next(SUNDAY),
    from: '14:00',
    to: '16:00',
    opensDaysBefore: 9,
    quota: 20,
    readers: ['r-shen', 'r-zhou', 'r-tang'],
    terms: {
      waiting: 'offer',
      fields: [
        { id: 'read', label: '读到哪里了', required: false, choices: ['前六章', '全书', '还没开始'] },
        { id: 'ask', label: '想和大家聊什么', required: false, choices: [] },
      ],
    },
    bring: '自己的那本《百年孤独》。',
  },
  {
    _id: 'e-festival',
    title: '云溪冬季阅读节开幕',
    kind: 'festival',
    speaker: '云溪市图书馆',
    about: ['旧书交换、活字印刷体验、馆员荐书角。', '不限年龄，来就有一枚阅读节藏书票。'],
    audience: '全体市民',
    branchId: 'main',
    place: '一楼 大厅',
    on: after(16),
    from: '09:30',
    to: '17:00',
    opensDaysBefore: 5,
    quota: 300,
    readers: [],
  },
  {
    _id: 'e-calligraphy',
    title: '岁末写福字',
    kind: 'salon',
    speaker: '梅砚秋',
    about: ['因讲师行程变动，本场取消，另行安排时间。'],
    audience: '全体读者',
    branchId: 'linhe',
    place: '活动室',
    on: after(8),
    from: '15:00',
    to: '16:30',
    opensDaysBefore: 14,
    quota: 30,
    readers: [],
    cancelled: true,
  },
  {
    _id: 'e-vault',
    title: '善本书库夜访',
    kind: 'exhibition',
    speaker: '古籍部',
    about: ['闭馆后走进恒温书库，看八种宋元刻本。', '书库每次只能进十位，报名的人抽签决定，一家人算一张签。'],
    audience: '10 岁以上读者',
    branchId: 'main',
    place: '六楼 善本书库',
    on: after(12),
    from: '18:30',
    to: '20:00',
    opensDaysBefore: 16,
    closesDaysBefore: 4,
    quota: 10,
    readers: [],
    entered: { 'r-lin': 1, 'r-shen': 2, 'r-zhou': 1, 'r-tang': 1, 'r-xu': 2, 'r-wu': 1 },
    drawn: { source: '中国福利彩票双色球，开奖日最近一期的七个号码', seedDaysBefore: 3 },
    terms: { way: 'draw', party: 2, guestNames: true, waiting: 'offer', minAge: 10 },
  },
  {
    _id: 'e-wood',
    title: '木版年画印制夜场',
    kind: 'salon',
    speaker: '年画传承人 贺兰生',
    about: ['四块版、五道色，自己印一张门神带回家。'],
    audience: '10 岁以上读者',
    branchId: 'linhe',
    place: '手作间',
    on: after(6),
    from: '18:30',
    to: '20:30',
    opensDaysBefore: 20,
    closesDaysBefore: 8,
    quota: 8,
    door: 2,
    readers: [],
    entered: {
      'r-lin': 1,
      'r-shen': 1,
      'r-zhou': 2,
      'r-zhao': 1,
      'r-tang': 1,
      'r-xu': 2,
      'r-wu': 1,
      'r-he': 1,
    },
    drawn: {
      source: '中国福利彩票双色球，开奖日最近一期的七个号码',
      seedDaysBefore: 7,
      figure: '03 08 14 19 26 31 05',
    },
    terms: { way: 'draw', party: 2, waiting: 'offer', minAge: 10 },
  },
  {
    _id: TREES_EVENT_ID,
    title: '认识身边的一棵树',
    kind: 'talk',
    speaker: '岑野',
    about: ['一片叶子能告诉我们什么？从图书馆门前的香樟讲起。', '讲座后沿栖霞路走一段，现场认树。'],
    audience: '喜欢自然的读者',
    branchId: 'main',
    place: '二楼 报告厅',
    on: after(-9),
    from: '19:00',
    to: '20:30',
    opensDaysBefore: 14,
    quota: 80,
    readers: ['r-lin', 'r-yinuo', 'r-chen', 'r-tang'],
    lectureId: LECTURE_ID,
  },
  {
    _id: 'e-repair',
    title: '古籍修复开放日',
    kind: 'salon',
    speaker: '修复组',
    about: ['看馆员怎样给一页虫蛀的书补纸、压平、装订。'],
    audience: '12 岁以上读者',
    branchId: 'main',
    place: '六楼 修复室',
    on: after(-23),
    from: '14:00',
    to: '16:00',
    opensDaysBefore: 14,
    quota: 15,
    readers: ['r-shen', 'r-lin'],
  },
];

/** The next such weekday, at least two days ahead, so that there is time to register. */
function nextWeekday(today: LocalDate, weekday: number): LocalDate {
  let day = addDays(today, 2);
  while (weekdayOf(day) !== weekday) day = addDays(day, 1);
  return day;
}
