import type { ItemType } from '../../typings/contract/catalogue';
import type { RecordWarning } from '../../typings/contract/imports';
import type { TitleRecord } from '../../typings/contract/title-record';

/** What a file says of a title, whatever the format it came in. */
export interface ImportedTitle extends TitleRecord {
  /** Identifies the record in its source: the control number, or what stands for it. */
  control: string;
  /** The title's id in the library that wrote the record, when it was one of this kind; else "". */
  ownId: string;
  /** Romanised and parallel forms that it should also be found by. */
  also: string[];
  itemType: ItemType;
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
