import type { DeliveryKind, InvalidField, Wanted } from '../../../typings/contract';
import { remarksAt } from '../../lib/remarks';

export const EMPTY: Wanted = {
  title: '',
  author: '',
  within: '',
  year: '',
  volume: '',
  pages: '',
  isbn: '',
  doi: '',
  note: '',
};

type FieldName = keyof Wanted;
export type Remarks = Partial<Record<FieldName, string>>;

interface Field {
  name: FieldName;
  label: string;
  placeholder: string;
  optional: boolean;
  longest: number;
}

const field = (name: FieldName, label: string, placeholder: string, longest: number): Field => ({
  name,
  label,
  placeholder,
  optional: true,
  longest,
});
const TITLE = { ...field('title', '题名', '文章或图书的名字', 200), optional: false };
const AUTHOR = field('author', '作者', '几位作者用逗号分开', 100);
const YEAR = field('year', '年份', '例如 2019', 4);
const PAGES = field('pages', '页码', '例如 45-52', 40);
const ISBN = field('isbn', 'ISBN', '书背面的 13 位数字', 20);

/** The fields that a kind is known by. */
export const fieldsOf = (kind: DeliveryKind): Field[] => {
  switch (kind) {
    case 'article':
      return [
        TITLE,
        AUTHOR,
        field('within', '刊名', '发表在哪本期刊', 200),
        YEAR,
        field('volume', '卷期', '例如 12(3)', 40),
        PAGES,
        field('doi', 'DOI', '例如 10.1000/182', 120),
      ];
    case 'chapter':
      return [
        TITLE,
        AUTHOR,
        { ...field('within', '书名', '在哪本书里', 200), optional: false },
        YEAR,
        PAGES,
        ISBN,
      ];
    case 'book':
      return [TITLE, AUTHOR, YEAR, ISBN];
  }
};

export const isField = (name: string | undefined): name is FieldName => name !== undefined && name in EMPTY;

/** Only what the chosen kind has: what was typed for another is not sent. */
export const wantedOf = (kind: DeliveryKind, typed: Wanted): Wanted => {
  const names = new Set<string>([...fieldsOf(kind).map(({ name }) => name), 'note']);
  const kept = Object.entries(typed).filter(([name]) => names.has(name));
  return {
    ...EMPTY,
    ...Object.fromEntries(kept.map(([name, text]: [string, string]) => [name, text.trim()])),
  };
};

/** What is missing, told at the field before anything is sent. */
export const remarksOn = (kind: DeliveryKind, wanted: Wanted): Remarks =>
  Object.fromEntries(
    fieldsOf(kind)
      .filter(({ name, optional }) => !optional && wanted[name] === '')
      .map(({ name, label }) => [name, `请填写${label}`]),
  );

/** Where the library itself found something wrong: `input.wanted.isbn` is said at the ISBN. */
export const remarksFrom = (fields: InvalidField[]): Remarks =>
  remarksAt(fields, isField, ([, , name]) => name);
