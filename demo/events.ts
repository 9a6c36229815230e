import type { Instant, LocalDate } from '../typings/contract/shapes';
import type { EventDocument, RegistrationDocument } from '../cloudfunctions/documents';
import { addDays, instantOf, weekdayOf } from '../cloudfunctions/kernel/local-date';

export const LECTURE_ID = 'lec-trees';

interface Plan extends Omit<
  EventDocument,
  'startsAt' | 'endsAt' | 'opensAt' | 'closesAt' | 'registered' | 'cancelled' | 'lectureId'
> {
  on: (today: LocalDate) => LocalDate;
  from: string;
  to: string;
  /** Days before the event that registration opens; it closes when the event begins. */
  opensDaysBefore: number;
  readers: string[];
  cancelled?: boolean;
  lectureId?: string;
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
const PLANS: Plan[] = [
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
  },
  {
    _id: 'e-phone',
    title: '手机用得好：长者数字课堂',
    kind: 'training',
    speaker: '许清',
    about: ['手把手教用微信查书、续借、预约讲座。', '名额很少，每位学员旁边都有一位志愿者。'],
    audience: '60 岁以上读者',
    branchId: 'linhe',
    place: '活动室',
    on: after(3),
    from: '09:30',
    to: '11:00',
    opensDaysBefore: 12,
    quota: 4,
    readers: ['r-wu', 'r-luo', 'r-he', 'r-chen'],
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
    _id: 'e-trees',
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

const plans = (today: LocalDate): (Omit<Plan, 'on'> & { on: LocalDate })[] =>
  PLANS.map((plan) => ({ ...plan, on: plan.on(today) }));

export function eventsOn(today: LocalDate): EventDocument[] {
  return plans(today).map(
    ({ on, from, to, opensDaysBefore, readers, cancelled = false, lectureId = null, ...plan }) => ({
      ...plan,
      startsAt: instantOf(on, from),
      endsAt: instantOf(on, to),
      opensAt: instantOf(addDays(on, -opensDaysBefore), '09:00'),
      closesAt: instantOf(on, from),
      registered: readers.length,
      cancelled,
      lectureId,
    }),
  );
}

export function registrationsOn(today: LocalDate, now: Instant): RegistrationDocument[] {
  return plans(today).flatMap(({ _id, on, from, opensDaysBefore, readers }) =>
    readers.map((readerId, n): RegistrationDocument => {
      const at = instantOf(addDays(on, 1 - opensDaysBefore), `1${n % 10}:05`);
      return {
        _id: `${_id}_${readerId}`,
        eventId: _id,
        readerId,
        startsAt: instantOf(on, from),
        status: 'registered',
        at: at < now ? at : now,
      };
    }),
  );
}

/** The next such weekday, at least two days ahead, so that there is time to register. */
function nextWeekday(today: LocalDate, weekday: number): LocalDate {
  let day = addDays(today, 2);
  while (weekdayOf(day) !== weekday) day = addDays(day, 1);
  return day;
}
