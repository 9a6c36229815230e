import type { RecordFault, RecordWarning } from '../../typings/contract/imports';

/** A field of a MARC record: control fields (00X) hold `data`, the others indicators and subfields. */
export interface MarcField {
  tag: string;
  data: string;
  indicators: string;
  subfields: { code: string; value: string }[];
}

export interface MarcRecord {
  leader: string;
  fields: MarcField[];
}

export interface Place {
  /** 1 is the first record of the file. */
  number: number;
  /** Byte where the record begins; the line in a list. */
  offset: number;
}

/** A record that cannot be read, with the reason and what stands in the file, so that it can be put aside. */
interface Broken {
  broken: RecordFault;
  raw: Uint8Array;
}

export type ReadRecord = Place & ({ record: MarcRecord; warnings: RecordWarning[] } | Broken);

export const all = ({ fields }: MarcRecord, ...tags: string[]): MarcField[] =>
  fields.filter((field) => tags.includes(field.tag));

export const first = ({ fields }: MarcRecord, tag: string): MarcField | undefined =>
  fields.find((field) => field.tag === tag);

/** The values of a subfield in a field, in their order. */
export const values = (field: MarcField | undefined, code: string): string[] =>
  field ? field.subfields.filter((subfield) => subfield.code === code).map(({ value }) => value) : [];

export const joined = (field: MarcField | undefined, code: string): string => values(field, code).join(' ');

export type Dialect = 'marc21' | 'cnmarc';

/** Told by the field of the title: 245 in MARC 21; 200 in UNIMARC and its Chinese form CNMARC. */
export function dialectOf(record: MarcRecord): Dialect | null {
  const has = (tag: string) =>
    values(first(record, tag), 'a').length > 0 || values(first(record, tag), 'k').length > 0;
  if (has('245')) return 'marc21';
  if (has('200') && (first(record, '210') ?? first(record, '214') ?? values(first(record, '100'), 'a')[0]))
    return 'cnmarc';
  return null;
}
