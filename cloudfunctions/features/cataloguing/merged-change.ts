import type { RecordField, TitleRecord } from '../../../typings/contract/title-record';
import { RECORD_FIELDS } from '../../cataloguing/title-record';

/**
 * A change of a record that was looked at (`seen`) while others may have changed it since (`stored`): what
 * only one side changed is taken, what both changed alike too; fields that both changed differently are told.
 */
export function mergedChange(
  seen: TitleRecord,
  mine: TitleRecord,
  stored: TitleRecord,
): { record: TitleRecord; changed: RecordField[] } | { conflicts: RecordField[] } {
  const differs = (field: RecordField, one: TitleRecord, other: TitleRecord) =>
    JSON.stringify(one[field]) !== JSON.stringify(other[field]);
  const byMe = RECORD_FIELDS.filter((field) => differs(field, seen, mine));
  const conflicts = byMe.filter((field) => differs(field, seen, stored) && differs(field, mine, stored));
  if (conflicts.length > 0) return { conflicts };
  const changed = byMe.filter((field) => differs(field, mine, stored));
  return {
    record: { ...stored, ...Object.fromEntries(changed.map((field) => [field, mine[field]])) },
    changed,
  };
}
