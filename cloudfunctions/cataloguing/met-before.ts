import type { RecordFault } from '../../typings/contract/imports';
import type { WholeRecord } from '../exchange/read';

export interface RecordToWrite extends WholeRecord {
  /** False for a further copy of a title that the same file has told already. */
  titleToo: boolean;
}

/**
 * A list often has a line for every copy; a MARC file has a record once. `before`: the number under which the
 * same control number was met, 0 for never.
 */
export function metBefore(read: WholeRecord, before: number): RecordToWrite | { broken: RecordFault } {
  if (before === 0) return { ...read, titleToo: true };
  const isList = read.format === 'csv' || read.format === 'xlsx';
  if (isList && read.title.copies.length > 0) return { ...read, titleToo: false };
  return { broken: { code: 'same_record', number: before, control: read.title.control } };
}
