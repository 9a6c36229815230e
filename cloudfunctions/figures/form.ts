import type { FormRow } from '../../typings/contract/figures';
import type { EventDocument, FigureDocument } from '../documents';

interface OfYear {
  /** Months of the whole library. */
  months: readonly FigureDocument[];
  /** Events of the year that were closed. */
  events: readonly Pick<EventDocument, 'kind'>[];
  /** How it stands today; null: another year. */
  now: { items: number; cards: number } | null;
}

const blank = (name: string, unit: string, how: string): FormRow => ({
  name,
  unit,
  value: null,
  how,
  parts: [],
});
const NOT_NOW = '只能按填表当天统计，过去的年份请查当年存档';

/** Kinds of events as the form groups them; what is neither is told with the last. */
type Group = [name: string, unit: string, kinds: EventDocument['kind'][]];
const GROUPS: readonly Group[] = [
  ['讲座', '次数', ['talk', 'salon']],
  ['展览', '个数', ['exhibition']],
  ['培训班', '个数', ['training']],
  ['其他活动', '次数', ['festival', 'reading_aloud', 'contest', 'quiz', 'challenge', 'drifting', 'donation']],
];

/**
 * The yearly form of the Ministry of Culture and Tourism for libraries (文旅基3表), in its order. A row is
 * the sum of its parts; what this system does not count is blank and says why: blank is not nought.
 */
export const yearlyForm = ({ months, events, now }: OfYear): FormRow[] => [
  now
    ? { name: '总藏量', unit: '册件', value: now.items, how: '现有复本，不含已剔除和遗失的', parts: [] }
    : blank('总藏量', '册件', NOT_NOW),
  blank('其中：古籍、报刊、视听、缩微', '册件', '复本没有按这几类登记，请从馆藏账填'),
  blank('电子文本、图片文献', 'TB', '不在本系统'),
  blank('音视频资源', '千小时', '不在本系统'),
  blank('书架总长度', '米', '不在本系统'),
  blank('本年新增藏量', '册件', '复本没有入藏日期，请从采访账填'),
  now
    ? {
        name: '有效借书证数',
        unit: '个',
        value: now.cards,
        how: '在用的读者证，不含待审和已注销的',
        parts: [],
      }
    : blank('有效借书证数', '个', NOT_NOW),
  blank('总流通人次', '人次', '要门禁计数；本系统只知道服务台办理的次数'),
  blank('其中：外借人次', '人次', '只记册次，不记来了几趟'),
  monthly(
    '书刊文献外借册次',
    '册次',
    months,
    ({ counts }) => counts.loans ?? 0,
    '借出，不含续借，撤销的已减去',
  ),
  blank('线上服务人次', '人次', '微信后台“访问分析”里有，请从那里填'),
  ...GROUPS.flatMap(([name, unit, kinds]): FormRow[] => [
    {
      name: `${name} · ${unit}`,
      unit: unit.slice(0, 1),
      value: events.filter(({ kind }) => kinds.includes(kind)).length,
      how: '已做结束登记的活动',
      parts: [],
    },
    monthly(
      `${name} · 参加人次`,
      '人次',
      months,
      ({ byEvent = {} }) => kinds.reduce((sum, kind) => sum + (byEvent[kind] ?? 0), 0),
      '签到的人次，带家人的按位数',
    ),
  ]),
  blank('计算机、供读者使用的终端', '台', '不在本系统'),
  blank('网站访问量', '页次', '不在本系统'),
];

const monthly = (
  name: string,
  unit: string,
  months: readonly FigureDocument[],
  of: (month: FigureDocument) => number,
  how: string,
): FormRow => {
  const parts = months.map((month) => ({ name: month.span, value: of(month) }));
  return { name, unit, how, value: parts.reduce((sum, { value }) => sum + value, 0), parts };
};
