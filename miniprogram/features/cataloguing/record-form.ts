import type {
  InvalidField,
  RecordField,
  TitleDraft,
  TitleKind,
  TitleRecord,
} from '../../../typings/contract';
import { fenOf } from '../../lib/money';
import { ROLE_NOT_SAID } from './form-choices';

/** A record as it is typed: every field a text. */
export interface RecordForm {
  title: string;
  subtitle: string;
  people: Person[];
  publisher: string;
  year: string;
  /** One or several, apart by a space or a comma. */
  isbns: string;
  /** Yuan, of the first copies. */
  price: string;
  clc: string;
  callNumber: string;
  language: string;
  kind: TitleKind;
  /** Apart by a comma, a semicolon or a space. */
  subjects: string;
  summary: string;
}

export interface Person {
  /** Names the row, whatever is typed into it. */
  key: number;
  name: string;
  role: string;
}

/** A title comes in with so many copies at most. */
export const MOST_COPIES = 20;

/** What is wrong, by the field that it is at. */
export type FormMessages = Record<string, string>;

export const blankForm = (): RecordForm => ({
  title: '',
  subtitle: '',
  people: [{ key: 1, name: '', role: '著' }],
  publisher: '',
  year: '',
  isbns: '',
  price: '',
  clc: '',
  callNumber: '',
  language: 'chi',
  kind: 'book',
  subjects: '',
  summary: '',
});

/** A form with what the library knows of a book that was scanned. */
export function formOfDraft({ isbn, publisher, language, kind }: TitleDraft): RecordForm {
  return {
    ...blankForm(),
    isbns: isbn?.isbn13 ?? '',
    publisher: publisher?.value ?? '',
    language: language?.value ?? (isbn ? '' : 'chi'),
    kind,
  };
}

export function formOf(record: TitleRecord): RecordForm {
  const people = record.contributors.map(({ name, role }, n) => ({ key: n + 1, name, role }));
  return {
    ...record,
    people: people.length > 0 ? people : [{ key: 1, name: '', role: '著' }],
    year: record.year > 0 ? String(record.year) : '',
    isbns: record.isbns.join(' '),
    price: '',
    subjects: record.subjects.join('，'),
  };
}

export function recordOf(form: RecordForm): TitleRecord {
  return {
    title: oneLine(form.title),
    subtitle: oneLine(form.subtitle),
    contributors: form.people
      .map(({ name, role }) => ({ name: name.trim(), role: role === ROLE_NOT_SAID ? '' : role.trim() }))
      .filter(({ name }) => name !== ''),
    publisher: form.publisher.trim(),
    year: Number(form.year.trim() || 0),
    isbns: parts(form.isbns, /[\s,，;；、]+/),
    clc: form.clc.trim().toUpperCase(),
    callNumber: form.callNumber.trim(),
    language: form.language,
    kind: form.kind,
    subjects: parts(form.subjects, /[,，;；、\n]+/),
    summary: form.summary.trim(),
  };
}

/**
 * A record as it was changed in the form: a field whose text nobody touched is what it was, whatever the text
 * would be read as. `seen`: the record that the form began with.
 */
export function editedRecord(form: RecordForm, seen: TitleRecord): TitleRecord {
  const before = formOf(seen);
  const untouched = FIELDS_OF_RECORD.filter(
    (field) => JSON.stringify(typedIn(form, field)) === JSON.stringify(typedIn(before, field)),
  );
  return { ...recordOf(form), ...Object.fromEntries(untouched.map((field) => [field, seen[field]])) };
}

/** What I changed of `seen`, put onto the record as others have changed it meanwhile. */
export function rebased(mine: TitleRecord, seen: TitleRecord, latest: TitleRecord): TitleRecord {
  const changed = FIELDS_OF_RECORD.filter(
    (field) => JSON.stringify(mine[field]) !== JSON.stringify(seen[field]),
  );
  return { ...latest, ...Object.fromEntries(changed.map((field) => [field, mine[field]])) };
}

const FIELDS_OF_RECORD: RecordField[] = [
  'title',
  'subtitle',
  'contributors',
  'publisher',
  'year',
  'isbns',
  'clc',
  'callNumber',
  'language',
  'kind',
  'subjects',
  'summary',
];

/** The field of the form that holds a field of the record. */
export const inForm = (field: RecordField): Exclude<keyof RecordForm, 'price'> =>
  field === 'contributors' ? 'people' : field;

function typedIn(form: RecordForm, field: RecordField): unknown {
  if (field !== 'contributors') return form[field];
  return form.people.filter(({ name }) => name.trim()).map(({ name, role }) => [name, role]);
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

const parts = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter(Boolean);

/** What is missing or cannot be right, told at its field before anything is sent. */
export function checkForm(form: RecordForm, thisYear: number): FormMessages {
  const messages: FormMessages = {};
  if (!form.title.trim()) messages.title = '请填写题名';
  const year = form.year.trim();
  if (year && !/^1\d{3}$|^2[01]\d{2}$/.test(year)) messages.year = '年份应是四位数字';
  else if (Number(year) > thisYear + 1) messages.year = '这一年还没有到，请核对';
  for (const isbn of parts(form.isbns, /[\s,，;；、]+/))
    if (!isIsbn(isbn)) messages.isbns = `${isbn} 的校验位不对，请与书上核对`;
  if (form.price.trim() && fenOf(form.price) === null) messages.price = '定价应为数字，最多两位小数';
  return messages;
}

/** Digits of ten or thirteen places whose last one checks the others. */
export function isIsbn(text: string): boolean {
  const digits = text.replace(/[-‐-―−]/g, '').toUpperCase();
  if (/^97[89]\d{10}$/.test(digits)) return weighed(digits, (place) => (place % 2 === 0 ? 1 : 3)) % 10 === 0;
  return /^\d{9}[\dX]$/.test(digits) && weighed(digits, (place) => 10 - place) % 11 === 0;
}

const weighed = (digits: string, weight: (place: number) => number): number =>
  [...digits].reduce((sum, digit, place) => sum + (digit === 'X' ? 10 : Number(digit)) * weight(place), 0);

/**
 * The library's remarks, each at its field: `input.record.isbns.0` → isbns, `input.copies.2.barcode` → the
 * third copy.
 */
export function messagesOf(fields: InvalidField[]): FormMessages {
  const messages: FormMessages = {};
  for (const { path, message } of fields) {
    const [, what, field = '', part] = path.split('.');
    if (what === 'record') messages[field === 'contributors' ? 'people' : field] = message;
    else if (what === 'copies') messages[part === 'barcode' ? `copy${field}` : part || 'copies'] = message;
  }
  return messages;
}
