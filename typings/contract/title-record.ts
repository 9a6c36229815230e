/** What a title is, by its record. */
export type TitleKind =
  'book' | 'serial' | 'music' | 'map' | 'audio' | 'video' | 'picture' | 'electronic' | 'other';

/**
 * What a bibliographic record says: what cataloguers write, what files bring and what titles are kept with.
 * Everything else that lists these fields is made from this type.
 */
export interface TitleRecord {
  title: string;
  subtitle: string;
  contributors: { name: string; role: string }[];
  publisher: string;
  /** 0 when unknown. */
  year: number;
  /** ISBN-13 without hyphens; what is sent may have ten digits and hyphens. */
  isbns: string[];
  /** Class of the Chinese Library Classification, "I242.4"; empty when unknown. */
  clc: string;
  callNumber: string;
  /** ISO 639-2, "chi"; "" when unknown. */
  language: string;
  kind: TitleKind;
  subjects: string[];
  summary: string;
}

export type RecordField = keyof TitleRecord;

/** The facts of a title that every list shows, and that its cover is drawn from. */
export interface TitleFacts extends Pick<TitleRecord, 'title' | 'publisher' | 'year' | 'clc'> {
  titleId: string;
  /** Names joined for display, "曹雪芹 高鹗". Empty when unknown. */
  authors: string;
}
