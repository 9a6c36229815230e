import type { TitleRecord } from '../../../typings/contract/title-record';

/** What the index is built from: a title as the catalogue has it. */
export interface TitleForIndex extends Omit<TitleRecord, 'contributors' | 'kind' | 'summary'> {
  id: string;
  /** Parallel and romanised titles. */
  also: string[];
  authors: string[];
  /** Book, children's book, …: the library's own word. */
  kind: string;
  /** Ids of the branches that have a copy of it. */
  branches: string[];
  /** How often it was checked out. */
  popularity: number;
  /** The day on which it came, counted from 1970-01-01. */
  addedOn: number;
}

/** What ranking and display need of a title, read back from the index. */
export interface StoredTitle {
  title: string;
  subtitle: string;
  also: string;
  authors: string[];
  subjects: string[];
  publisher: string;
}
