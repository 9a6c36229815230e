import type {
  AlikeTitle,
  CallNumberAdvice,
  FoundTitle,
  RecordField,
  Refusal,
  TitleDraft,
  TitleRecord,
} from '../../../typings/contract';
import { languageName } from '../../lib/record-words';
import { refusalLines } from '../../lib/refusals';
import { kinds, nameIn } from './form-choices';
import { factsLine } from './found-view';
import { MOST_COPIES, type FormMessages, type RecordForm } from './record-form';

/** What the form says of where its first words come from. */
export function knownText({ isbn, publisher, language }: TitleDraft): string {
  if (!isbn) return '';
  const from = (because: { by: string; titles?: number; area?: string }) =>
    because.by === 'own_titles' ? `本馆 ${because.titles} 种同社图书` : ` ISBN 地区（${because.area}）`;
  const known = [
    publisher ? `出版社据${from(publisher.because)}` : '',
    language ? `语种据${from(language.because)}` : '',
  ].filter(Boolean);
  return known.length > 0 ? `已填好能确定的部分：${known.join('，')}。请与书上核对。` : '';
}

export interface AlikeRow {
  titleId: string;
  title: string;
  about: string;
  why: string;
}

export function alikeRows(titles: readonly (AlikeTitle | FoundTitle)[]): AlikeRow[] {
  return titles.map((title) => ({
    titleId: title.titleId,
    title: title.title,
    about: factsLine(title),
    why: 'because' in title && title.because === 'title' ? '题名、作者和年份相同' : 'ISBN 相同',
  }));
}

/** Refusals that have their own place on the form, and the others. */
function sorted(refusals: readonly Refusal[]) {
  const of = <C extends Refusal['code']>(code: C) =>
    refusals.filter((refusal): refusal is Extract<Refusal, { code: C }> => refusal.code === code);
  const placed: Refusal['code'][] = [
    'title_here_already',
    'title_changed',
    'barcode_taken',
    'barcode_is_card',
  ];
  return {
    alike: of('title_here_already').flatMap(({ titles }) => titles),
    conflicts: of('title_changed').flatMap(({ fields }) => fields),
    taken: of('barcode_taken'),
    cards: of('barcode_is_card'),
    others: refusals.filter(({ code }) => !placed.includes(code)),
  };
}

/**
 * Why a record was not saved: the remarks at its fields and copies, titles like it, what others changed, and
 * the rest.
 */
export function refusedForm(refusals: readonly Refusal[], barcodes: readonly string[]) {
  const { alike, conflicts, taken, cards, others } = sorted(refusals);
  const at = (barcode: string) => `copy${barcodes.indexOf(barcode)}`;
  const messages: FormMessages = Object.fromEntries([
    ...taken.map(({ barcode, title }) => [at(barcode), `已用在《${title}》上`]),
    ...cards.map(({ barcode }) => [at(barcode), '这是读者证号']),
  ]);
  return { alike: alikeRows(alike), conflicts, messages, others: refusalLines(others) };
}

/** Fields that are folded away until somebody wants them. */
const FOLDED: (keyof RecordForm)[] = ['subtitle', 'language', 'kind', 'subjects', 'summary'];

/** Something stands in the folded fields that is not there by itself. */
export function unfoldedBy(form: RecordForm): boolean {
  return FOLDED.some((field) => field !== 'language' && field !== 'kind' && form[field] !== '');
}

export function wrongInFolded(messages: FormMessages): boolean {
  return FOLDED.some((field) => messages[field]);
}

/** The first field that is wrong, from top to bottom: it is brought into sight. */
export function firstWrong(messages: FormMessages): string | undefined {
  return ORDER.find((field) => messages[field]);
}

const ORDER = [
  'title',
  'people',
  'publisher',
  'year',
  'isbns',
  'price',
  'clc',
  'callNumber',
  ...FOLDED,
  ...Array.from({ length: MOST_COPIES }, (_, n) => `copy${n}`),
  'copies',
];

/** What is said of a call number that was proposed. */
export function adviceHint({ callNumber, habit, last }: CallNumberAdvice): string {
  if (!callNumber) return '本馆这一类没有可以接续的号，请直接填写';
  if (habit === 'author_mark') return '与同一作者的书相同';
  return last ? `这一类已用到 ${last} 号` : '这一类的第一个号';
}

/** What a field of a record says, in words. */
export function said(record: TitleRecord, field: RecordField): string {
  switch (field) {
    case 'contributors':
      return record.contributors.map(({ name, role }) => [name, role].filter(Boolean).join(' ')).join('；');
    case 'isbns':
    case 'subjects':
      return record[field].join('，');
    case 'year':
      return record.year > 0 ? String(record.year) : '';
    case 'language':
      return languageName(record.language) || '不详';
    case 'kind':
      return nameIn(kinds, record.kind);
    default:
      return record[field];
  }
}
