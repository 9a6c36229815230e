import type { RecordField, TitleRecord } from '../../typings/contract/title-record';

const MOST_SUBJECTS = 8;

interface Field<T> {
  /** What cataloguers call it. */
  name: string;
  /** What the one record says when another of the same book is joined to it. */
  join(kept: T, gone: T): T;
}

const own = <T>(kept: T): T => kept;
const given = <T>(kept: T, gone: T): T => kept || gone;
const whole = <T>(kept: T[], gone: T[]): T[] => (kept.length > 0 ? kept : gone);
export const both = (kept: readonly string[], gone: readonly string[]): string[] => [
  ...new Set([...kept, ...gone]),
];

/** Every field of a bibliographic record: one more in the contract does not compile until it stands here. */
const FIELDS: { [F in RecordField]: Field<TitleRecord[F]> } = {
  title: { name: '题名', join: own },
  subtitle: { name: '副题名', join: given },
  contributors: { name: '责任者', join: whole },
  publisher: { name: '出版社', join: given },
  year: { name: '出版年', join: given },
  isbns: { name: 'ISBN', join: both },
  clc: { name: '分类号', join: given },
  callNumber: { name: '索书号', join: given },
  language: { name: '语种', join: given },
  kind: { name: '类型', join: own },
  subjects: { name: '主题词', join: (kept, gone) => both(kept, gone).slice(0, MOST_SUBJECTS) },
  summary: { name: '摘要', join: given },
};

const SAYS_NOTHING: TitleRecord = {
  title: '',
  subtitle: '',
  contributors: [],
  publisher: '',
  year: 0,
  isbns: [],
  clc: '',
  callNumber: '',
  language: '',
  kind: 'other',
  subjects: [],
  summary: '',
};

const isField = (name: string): name is RecordField => name in FIELDS;
export const RECORD_FIELDS: readonly RecordField[] = Object.keys(FIELDS).filter(isField);

export const fieldName = (field: RecordField): string => FIELDS[field].name;

const copyField = <F extends RecordField>(to: TitleRecord, from: TitleRecord, field: F): void => {
  to[field] = from[field];
};

/**
 * The record alone of something that has more to it. Records are compared as text: names stand before roles
 * always.
 */
export function recordOf(title: TitleRecord): TitleRecord {
  const record = { ...SAYS_NOTHING };
  for (const field of RECORD_FIELDS) copyField(record, title, field);
  record.contributors = title.contributors.map(({ name, role }) => ({ name, role }));
  return record;
}

const joinField = <F extends RecordField>(to: TitleRecord, gone: TitleRecord, field: F): void => {
  to[field] = FIELDS[field].join(to[field], gone[field]);
};

/** Two records of one book as one: the kept one says what it says, and what it lacks comes from the other. */
export function joinedRecord(kept: TitleRecord, gone: TitleRecord): TitleRecord {
  const record = recordOf(kept);
  for (const field of RECORD_FIELDS) joinField(record, gone, field);
  return record;
}
