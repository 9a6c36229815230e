import type { Empty, Instant } from './shapes';
import type { TitleRecord } from './title-record';

export type ImportFormat = 'marc21' | 'cnmarc' | 'csv' | 'xlsx';
/** What a file may be written in; UTF-16 only as Excel saves lists, told by its first bytes. */
export type ImportEncoding = 'utf-8' | 'gb18030' | 'big5' | 'marc-8' | 'iso-5426' | 'latin-1';

/** What a column of a list may hold. */
export type ImportColumn =
  | 'control'
  | 'titleId'
  | 'title'
  | 'subtitle'
  | 'also'
  | 'author'
  | 'translator'
  | 'publisher'
  | 'year'
  | 'isbn'
  | 'clc'
  | 'titleCallNumber'
  | 'callNumber'
  | 'language'
  | 'subjects'
  | 'summary'
  | 'price'
  | 'barcode'
  | 'branch'
  | 'shelf'
  | 'copies'
  | 'kind'
  | 'titleKind';

/** Why a record cannot be read, with what explains it. */
export type RecordFault =
  // ISO 2709
  | { code: 'file_ends' }
  | { code: 'too_short'; bytes: number }
  | { code: 'no_terminator'; bytes: number }
  | { code: 'leader_length'; found: string }
  | { code: 'leader_base'; found: string }
  | { code: 'base_outside'; base: number; bytes: number }
  | { code: 'directory_end'; base: number }
  | { code: 'directory_length'; bytes: number }
  | { code: 'directory_entry'; found: string }
  | { code: 'field_outside'; tag: string; end: number; bytes: number }
  | { code: 'field_end'; tag: string }
  | { code: 'field_encoding'; tag: string; encoding: ImportEncoding }
  // MARCXML
  | { code: 'too_long' }
  | { code: 'record_encoding'; encoding: ImportEncoding }
  | { code: 'xml'; detail: string }
  | { code: 'field_tag'; found: string }
  | { code: 'subfield_outside' }
  | { code: 'no_fields' }
  // lists
  | { code: 'list_syntax'; detail: string }
  | { code: 'column_count'; found: number; header: number }
  | { code: 'text_lost' }
  // what it says
  | { code: 'no_title_field' }
  | { code: 'no_title' }
  | { code: 'other_format'; is: ImportFormat; asked: ImportFormat }
  | { code: 'same_record'; number: number; control: string };

/** What of a record was left out or doubtful; the record came in. */
export type RecordWarning =
  | { code: 'wrong_isbn' }
  | { code: 'unknown_characters'; encoding: ImportEncoding }
  | { code: 'text_lost_before' }
  | { code: 'barcode_taken'; barcode: string; titleId: string }
  | { code: 'deleted_not_here' };

/** Why nothing of a file can be read. */
export type FileFault =
  | { code: 'empty' }
  | { code: 'no_records' }
  | { code: 'old_excel' }
  | { code: 'password' }
  | { code: 'utf16_marc' }
  | { code: 'xml_encoding' }
  | { code: 'list_marc8' }
  | { code: 'no_sheet' }
  | { code: 'workbook_damaged'; detail: string }
  | { code: 'workbook_too_large' }
  /** What was uploaded is not there any more. */
  | { code: 'file_gone' }
  | { code: 'list_syntax'; detail: string }
  | { code: 'no_column'; name: string; column: string; header: string }
  | { code: 'no_title_column'; header: string }
  // what the desk takes
  | { code: 'file_too_large'; most: number }
  | { code: 'too_many_records'; most: number };

export interface ImportPlace {
  /** Record of a MARC file, or row of a list after its header; 1 is the first. */
  number: number;
  /** Byte of a MARC file, or line of a list. */
  offset: number;
}
export type BrokenImport = ImportPlace & { fault: RecordFault };
export type DoubtfulImport = ImportPlace & { warning: RecordWarning };

/** Two titles that seem to be one book. Nothing is done about it. */
export interface SameBook {
  titleId: string;
  title: string;
  otherId: string;
  otherTitle: string;
  why: 'isbn' | 'isbn_and_title' | 'title_author_year';
}

/** A title that is here and that its source has no longer. Nothing is done about it. */
export interface WithdrawnTitle {
  titleId: string;
  title: string;
  copies: number;
  why: 'deleted' | 'not_in_full_load';
}

export interface ImportCounts {
  added: number;
  changed: number;
  unchanged: number;
}

/** How a file is to be read, and what its records do not say. What is left out is told by the file. */
export interface ImportSettings {
  format?: ImportFormat;
  encoding?: ImportEncoding;
  /**
   * Of a list: what each of its columns holds, in their order, "" for nothing that is taken over; else as
   * their headers say.
   */
  columns?: (ImportColumn | '')[];
  /** Where copies belong whose branch is not ours. */
  branchId: string;
  /** Copies made for a record that names none. */
  copies: number;
  /** What the records are known by when their file comes again, perhaps under another name. */
  source: string;
  /** The file is all that its source has: what else came from it is shown as withdrawn. */
  full: boolean;
}

/** A record as it would come in. */
export interface ImportSample extends Omit<
  TitleRecord,
  'contributors' | 'language' | 'subjects' | 'summary'
> {
  number: number;
  /** "曹雪芹 著；高鹗 续" */
  people: string;
  /** In fen; 0 when unknown. */
  price: number;
  /** How many copies, and the first few with where they go. */
  copies: number;
  places: { barcode: string; branchName: string; shelf: string }[];
  warnings: RecordWarning[];
}

export interface ImportLook {
  format: ImportFormat;
  /** MARC that stands as XML. */
  xml: boolean;
  encoding: ImportEncoding | 'utf-16le' | null;
  size: number;
  /** In the whole file. */
  records: number;
  /** The first ones, which were read for this look, and how they came out. */
  looked: number;
  readable: number;
  deleted: number;
  broken: BrokenImport[];
  samples: ImportSample[];
  /** Of a list: its columns in their order. `holds`: "" for nothing that is taken over. */
  columns: { header: string; example: string; holds: ImportColumn | '' }[];
  /** Of a list: no column holds titles. Nothing can be read before one is settled. */
  titleColumnMissing: boolean;
  /** Names of branches in the records that are not ours. */
  strangeBranches: string[];
}

export interface ImportRun {
  runId: string;
  fileName: string;
  /** Places in it are lines, not bytes. */
  isList: boolean;
  source: string;
  branchName: string;
  status: 'running' | 'finished' | 'stopped' | 'failed';
  /** Why nothing more of the file can be read; with `failed`. */
  failure?: FileFault;
  startedAt: Instant;
  startedBy: string;
  finishedAt?: Instant;
  /** Records of the file, and how many of them are done. */
  records: number;
  done: number;
  /** Everything is read; what its source has no longer is being looked for. */
  checking: boolean;
  /** Somebody else drives it at this moment. */
  busy: boolean;
  titles: ImportCounts;
  items: ImportCounts;
  merged: number;
  totals: { broken: number; warnings: number; duplicates: number; withdrawn: number };
  /** Whether records were put aside that can be saved. */
  aside: boolean;
}

/** What a run has to tell, the first hundred of each. */
export interface ImportFindings {
  broken: BrokenImport[];
  warnings: DoubtfulImport[];
  duplicates: SameBook[];
  withdrawn: WithdrawnTitle[];
}

/** Titles and copies from a file that was uploaded at the desk. */
export interface ImportsApi {
  'imports.list'(input: { after?: string }): { list: ImportRun[]; next?: string };
  /** Reads the beginning of a file and shows what would become of it; changes nothing. */
  'imports.look'(
    input: { fileId: string } & Pick<ImportSettings, 'format' | 'encoding' | 'columns'> &
      Partial<Pick<ImportSettings, 'branchId' | 'copies'>>,
  ): { look: ImportLook } | { fault: FileFault };
  'imports.start'(input: { fileId: string; fileName: string } & ImportSettings): ImportRun;
  /**
   * Does the next records of a run, at most so many, and tells where it stands. Safe to ask again and by
   * several at once: the run itself says which record is next. A run that nobody drives is gone on with by
   * the timer.
   */
  'imports.step'(input: { runId: string; records: number }): ImportRun;
  'imports.show'(input: { runId: string }): { run: ImportRun; findings: ImportFindings };
  /** Leaves a run as it stands; what came in stays. */
  'imports.stop'(input: { runId: string }): ImportRun;
  /** The records that were put aside, as one file. */
  'imports.aside'(input: { runId: string }): { fileId: string; fileName: string };
  /** Takes an uploaded file away that is not wanted after all. */
  'imports.discard'(input: { fileId: string }): Empty;
}
