import type { RecordField, TitleRecord } from '../../../typings/contract/cataloguing';
import type { TitleDocument } from '../../documents';
import { keysOfTitle } from '../../search/keys';

export const RECORD_FIELDS = [
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
] as const satisfies RecordField[];

/** What of a title cataloguers write. */
export const recordOf = (title: TitleDocument): TitleRecord => ({
  title: title.title,
  subtitle: title.subtitle,
  contributors: title.contributors.map(({ name, role }) => ({ name, role })),
  publisher: title.publisher,
  year: title.year,
  isbns: [...title.isbns],
  clc: title.clc,
  callNumber: title.callNumber,
  language: title.language,
  kind: title.kind,
  subjects: [...title.subjects],
  summary: title.summary,
});

export const newTitle = (_id: string, record: TitleRecord, now: string): TitleDocument => ({
  _id,
  ...record,
  also: [],
  keys: keysOfTitle(record),
  addedAt: now,
  popularity: 0,
  source: 'desk',
});

/** The other forms by which it is found, its age and what is made of it stay. */
export const withRecord = (title: TitleDocument, record: TitleRecord): TitleDocument => ({
  ...title,
  ...record,
  keys: keysOfTitle(record),
});
