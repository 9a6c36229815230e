import type {
  AlikeTitle,
  FoundTitle,
  RecordField,
  Refusal,
  TitleDraft,
  TitleRecord,
} from '../../../typings/contract';
import { languageName } from '../../lib/record-words';
import { kinds, nameIn } from './form-choices';

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
    about: [title.authors, title.publisher, title.year > 0 ? String(title.year) : '']
      .filter(Boolean)
      .join(' · '),
    why: 'because' in title && title.because === 'title' ? '题名、作者和年份相同' : 'ISBN 相同',
  }));
}

/** Refusals that have their own place on the form, and the others. */
export function sorted(refusals: readonly Refusal[]) {
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
