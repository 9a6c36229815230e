import type {
  DeliveryAct,
  DeliveryDeskApi,
  DeliverySource,
  DeliveryWhich,
  DeskDelivery,
  DeskDeliveryRow,
  LocalDate,
} from '../../../typings/contract';
import { moment } from '../../lib/dates';
import { yuan } from '../../lib/money';
import {
  REASONS,
  deliveryRows,
  kindName,
  sizeWords,
  stateTag,
  stepRows,
  wantedRows,
  type DeliveryRowView,
} from './delivery-view';

const LISTS: { id: DeliveryWhich; name: string }[] = [
  { id: 'asked', name: '待受理' },
  { id: 'searching', name: '查找中' },
  { id: 'cost_told', name: '待确认费用' },
  { id: 'agreed', name: '已确认' },
  { id: 'obtained', name: '已到馆' },
  { id: 'delivered', name: '已送达' },
  { id: 'ended', name: '已结束' },
];

export const isWhich = (id: string | undefined): id is DeliveryWhich => LISTS.some((list) => list.id === id);

/** The lists with how many stand in each. */
export const listChips = (
  counts: readonly { which: DeliveryWhich; count: number }[] = [],
): { id: DeliveryWhich; name: string }[] =>
  LISTS.map(({ id, name }) => {
    const count = counts.find(({ which }) => which === id)?.count ?? 0;
    return { id, name: count > 0 ? `${name} ${count}` : name };
  });

type DeskRowView = DeliveryRowView & { late: boolean };

export const deskRows = (list: readonly DeskDeliveryRow[], today: LocalDate): DeskRowView[] =>
  list.map((row) => {
    const [view] = deliveryRows([row], today);
    if (!view) throw new Error('no row was made');
    return {
      ...view,
      facts: [row.readerName, kindName(row.kind), row.librarian || '', `${moment(row.since, today)}起`]
        .filter(Boolean)
        .join(' · '),
      tag: row.late ? { text: '逾期', tone: 'urgent' } : view.tag,
      late: row.late,
    };
  });

const OUTCOMES: Record<DeliverySource['outcome'], string> = {
  asked: '已询问',
  has: '可以提供',
  has_not: '没有',
};
export const OUTCOME_CHOICES = Object.entries(OUTCOMES).map(([id, name]) => ({ id, name }));

interface HandledView {
  deliveryId: string;
  title: string;
  tag: { text: string; tone: string };
  head: string;
  isBook: boolean;
  wanted: { label: string; text: string }[];
  /** What stands of money, the file, the copy and of a no. */
  facts: { label: string; text: string }[];
  sources: { name: string; text: string; note: string }[];
  steps: { key: string; text: string; note: string }[];
  talkId: string;
  /** What can be done now, by the names of acts. */
  may: Partial<Record<DeliveryAct, boolean>>;
  choices: DeskDelivery['choices'];
}

export function handledView(it: DeskDelivery, today: LocalDate): HandledView {
  const { cost, file, loan, unfilled, limitAt, late } = it;
  const facts = [
    limitAt && { label: '期限', text: `${moment(limitAt, today)}${late ? '，已逾期' : ''}` },
    cost > 0 && { label: '费用', text: yuan(cost) },
    file && {
      label: '文件',
      text: `${file.name}，${sizeWords(file.bytes)}，还能打开 ${file.opensLeft} 次，${moment(file.until, today)}到期`,
    },
    loan && { label: '条码', text: `${loan.barcode}，${loan.backBy} 前还给外馆` },
    unfilled && { label: '未取得', text: `${REASONS[unfilled.reason]}。${unfilled.next}` },
    { label: '声明', text: `${moment(it.statementAt, today)}同意著作权声明` },
    { label: 'ISO 18626', text: it.isoState },
  ];
  return {
    deliveryId: it.deliveryId,
    title: it.title,
    tag: late ? { text: '逾期', tone: 'urgent' } : stateTag(it),
    head: [it.readerName, kindName(it.kind), it.librarian && `${it.librarian}在办`]
      .filter(Boolean)
      .join(' · '),
    isBook: it.kind === 'book',
    wanted: wantedRows(it.kind, it.wanted),
    facts: facts.filter((fact) => typeof fact === 'object' && fact !== null),
    sources: it.sources.map(({ name, outcome, note, by }) => ({
      name,
      text: OUTCOMES[outcome],
      note: [note, by].filter(Boolean).join(' · '),
    })),
    steps: stepRows(it.steps, today),
    talkId: it.talkId,
    may: Object.fromEntries(it.acts.map((act) => [act, true])),
    choices: it.choices,
  };
}

type Figures = ReturnType<DeliveryDeskApi['deliveryDesk.figures']>;

interface FiguresView {
  heads: { name: string; value: string }[];
  states: { name: string; count: number }[];
  reasons: { name: string; count: number }[];
  sources: { name: string; text: string }[];
}

export function figuresView({ asked, byState, byReason, medianDays, cost, sources }: Figures): FiguresView {
  const got = byState.reduce(
    (sum, { state, count }) => (state === 'delivered' || state === 'closed' ? sum + count : sum),
    0,
  );
  return {
    heads: [
      { name: '申请', value: String(asked) },
      { name: '送达', value: String(got) },
      { name: '用时（中位）', value: medianDays === null ? '—' : `${medianDays} 天` },
      { name: '读者付费', value: yuan(cost) },
    ],
    states: byState.map(({ state, count }) => ({ name: stateTag({ state, kind: 'article' }).text, count })),
    reasons: byReason.map(({ reason, count }) => ({ name: REASONS[reason], count })),
    sources: sources.map(({ name, asked: times, has }) => ({ name, text: `问了 ${times} 次，有 ${has} 次` })),
  };
}
