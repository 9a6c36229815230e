import type { ItemType, TitleKind } from '../../typings/contract/catalogue';
import type { RecordWarning } from '../../typings/contract/imports';

/** What an import found out about a title, whatever the format it came in. */
export interface ImportedTitle {
  /** Identifies the record in its source: the control number, or what stands for it. */
  control: string;
  /** The title's id in the library that wrote the record, when it was one of this kind; else "". */
  ownId: string;
  title: string;
  subtitle: string;
  contributors: { name: string; role: string }[];
  publisher: string;
  /** 0 when unknown. */
  year: number;
  isbns: string[];
  clc: string;
  callNumber: string;
  language: string;
  subjects: string[];
  summary: string;
  /** Romanised and parallel forms that it should also be found by. */
  also: string[];
  itemType: ItemType;
  kind: TitleKind;
  /** Price in fen; 0 when unknown. */
  price: number;
  copies: ImportedCopy[];
  /** What was left out and why, for the report. */
  warnings: RecordWarning[];
}

export interface ImportedCopy {
  barcode: string;
  /** As the source names it; used when such a branch exists. */
  branch: string;
  shelf: string;
  callNumber: string;
  /** "" and 0: as the title's record says. */
  itemType: ItemType;
  price: number;
}
