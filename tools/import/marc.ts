import type { MarcField, MarcRecord } from './iso2709';

export const all = ({ fields }: MarcRecord, tag: string): MarcField[] =>
  fields.filter((field) => field.tag === tag);

export const first = ({ fields }: MarcRecord, tag: string): MarcField | undefined =>
  fields.find((field) => field.tag === tag);

/** The values of a subfield in a field, in their order. */
export const values = (field: MarcField | undefined, code: string): string[] =>
  field ? field.subfields.filter((subfield) => subfield.code === code).map(({ value }) => value) : [];

export const joined = (field: MarcField | undefined, code: string): string => values(field, code).join(' ');

export type Dialect = 'marc21' | 'unimarc';

/** Told by the field of the title: 245 in MARC 21; 200 in UNIMARC and its Chinese form CNMARC. */
export function dialectOf(record: MarcRecord): Dialect | null {
  const has = (tag: string) =>
    values(first(record, tag), 'a').length > 0 || values(first(record, tag), 'k').length > 0;
  if (has('245')) return 'marc21';
  if (has('200') && (first(record, '210') ?? first(record, '214') ?? values(first(record, '100'), 'a')[0]))
    return 'unimarc';
  return null;
}
