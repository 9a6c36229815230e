import type {
  Delivery,
  DeliveryAct,
  DeliveryKind,
  DeliveryRow,
  DeliveryState,
  LocalDate,
  UnfilledReason,
  Wanted,
} from '../../../typings/contract';
import { localDateOf, longDate, moment } from '../../lib/dates';
import { yuan } from '../../lib/money';

export const KINDS: { id: DeliveryKind; name: string; hint: string }[] = [
  { id: 'article', name: '期刊文章', hint: '送达 PDF' },
  { id: 'chapter', name: '书中章节', hint: '送达 PDF' },
  { id: 'book', name: '整本图书', hint: '向外馆借来，到馆取' },
];

export const kindName = (kind: DeliveryKind): string => KINDS.find(({ id }) => id === kind)?.name ?? '';

type Tone = 'good' | 'soon' | 'urgent' | 'accent' | 'quiet';

const STATES: Record<DeliveryState, { text: string; tone: Tone }> = {
  asked: { text: '待受理', tone: 'soon' },
  searching: { text: '查找中', tone: 'accent' },
  cost_told: { text: '待确认费用', tone: 'urgent' },
  agreed: { text: '办理中', tone: 'accent' },
  obtained: { text: '已取得', tone: 'accent' },
  delivered: { text: '已送达', tone: 'good' },
  closed: { text: '已办结', tone: 'quiet' },
  unfilled: { text: '未取得', tone: 'quiet' },
  cancelled: { text: '已取消', tone: 'quiet' },
};

export const stateTag = ({ state, kind }: Pick<DeliveryRow, 'state' | 'kind'>) =>
  kind === 'book' && state === 'obtained'
    ? { text: '已到馆', tone: 'accent' as const }
    : kind === 'book' && state === 'delivered'
      ? { text: '借阅中', tone: 'good' as const }
      : STATES[state];

export const REASONS: Record<UnfilledReason, string> = {
  not_found_as_cited: '按所给信息没有查到',
  not_owned: '各馆都没有收藏',
  in_use: '收藏馆正在使用',
  copyright: '超出著作权法允许的范围',
  too_dear: '收费超出规定',
  policy: '对方不对外提供',
};

const STEPS: Record<DeliveryAct | 'ask', string> = {
  ask: '提交申请',
  search: '馆员受理，开始查找',
  tell_cost: '告知费用',
  agree: '确认费用',
  obtain: '取得文献',
  deliver: '送达',
  renew_link: '链接重新开通',
  lend: '读者取走',
  close: '读者确认收到',
  give_back: '归还外馆',
  run_out: '链接到期，文件删除',
  refuse: '未能取得',
  cancel: '读者取消',
  lapse: '费用未确认，自动取消',
};

interface StepRow {
  key: string;
  text: string;
  note: string;
}

/** What happened, newest first. `by`: names of staff, where they are told. */
export const stepRows = (
  steps: readonly { act: DeliveryAct | 'ask'; at: string; by?: string }[],
  today: LocalDate,
): StepRow[] =>
  steps
    .map(({ act, at, by }, n) => ({
      key: String(n),
      text: STEPS[act],
      note: [moment(at, today), by].filter(Boolean).join(' · '),
    }))
    .reverse();

/** What is known of it, field by field; what is not known is left out. */
export const wantedRows = (kind: DeliveryKind, wanted: Wanted): { label: string; text: string }[] =>
  [
    { label: '作者', text: wanted.author },
    { label: kind === 'chapter' ? '书名' : '刊名', text: wanted.within },
    { label: '年份', text: wanted.year },
    { label: '卷期', text: wanted.volume },
    { label: '页码', text: wanted.pages },
    { label: 'ISBN', text: wanted.isbn },
    { label: 'DOI', text: wanted.doi },
    { label: '说明', text: wanted.note },
  ].filter(({ text }) => text !== '');

export interface DeliveryRowView {
  deliveryId: string;
  title: string;
  by: string;
  facts: string;
  tag: { text: string; tone: Tone };
}

export const deliveryRows = (list: readonly DeliveryRow[], today: LocalDate): DeliveryRowView[] =>
  list.map((row) => ({
    deliveryId: row.deliveryId,
    title: row.title,
    by: row.by,
    facts: `${kindName(row.kind)} · ${moment(row.askedAt, today)}提交`,
    tag: stateTag(row),
  }));

/** "1.2 MB", "340 KB". */
export function sizeWords(bytes: number): string {
  return bytes >= 1_000_000
    ? `${(bytes / 1_000_000).toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / 1000))} KB`;
}

interface DeliveryView extends DeliveryRowView {
  /** What its reader should know now, in a sentence. */
  words: string;
  wanted: { label: string; text: string }[];
  steps: StepRow[];
  cost: number;
  costWords: string;
  may: { agree: boolean; cancel: boolean; open: boolean; close: boolean };
  file: string;
  fileNote: string;
}

export function deliveryView(it: Delivery, today: LocalDate): DeliveryView {
  const has = (act: DeliveryAct): boolean => it.acts.includes(act);
  const [row] = deliveryRows([it], today);
  if (!row) throw new Error('no row was made');
  return {
    ...row,
    words: wordsOf(it, today),
    wanted: wantedRows(it.kind, it.wanted),
    steps: stepRows(it.steps, today),
    cost: it.cost,
    costWords: yuan(it.cost),
    may: { agree: has('agree'), cancel: has('cancel'), open: it.file !== null, close: has('close') },
    file: it.file ? `${it.file.name}（${sizeWords(it.file.bytes)}）` : '',
    fileNote: it.file ? `还能打开 ${it.file.opensLeft} 次，${moment(it.file.until, today)}到期` : '',
  };
}

function wordsOf({ state, kind, cost, limitAt, unfilled }: Delivery, today: LocalDate): string {
  const by = limitAt ? longDate(localDateOf(limitAt), today) : '';
  switch (state) {
    case 'asked':
      return `申请已收到，馆员会在${by}前受理。`;
    case 'searching':
      return `馆员正在为您查找，预计${by}前有结果。`;
    case 'cost_told':
      return `可以取得，费用 ${yuan(cost)}。请在${by}前确认，过期自动取消。`;
    case 'agreed':
      return `费用已确认，馆员正在办理，预计${by}前有结果。`;
    case 'obtained':
      return kind === 'book' ? '书已到馆，上架后会通知您取书。' : '文献已取得，马上送达。';
    case 'delivered':
      return kind === 'book' ? '您正借着这本书，请按期归还。' : '文献已送达，只有您能打开。';
    case 'closed':
      return '这项申请已经办结。';
    case 'unfilled':
      return unfilled ? `${REASONS[unfilled.reason]}。${unfilled.next}` : '很抱歉，没有取得。';
    case 'cancelled':
      return '这项申请已经取消。';
  }
}
