import type { LineCounts } from '../documents';

/** What figures count of a loan. Names and titles go from the log; category and class stay. */
export const countedLoan = ({
  reader,
  item,
}: {
  reader: { category: string };
  item: { title: { clc: string } };
}): LineCounts => ({
  figures: { loans: 1, visitsAtDesk: 1 },
  category: reader.category,
  clc: item.title.clc,
});

export const A_RETURN: LineCounts = { figures: { returns: 1, visitsAtDesk: 1 } };
/** Of an event by its kind; whoever was checked in before counts no second time. */
export const countedAttendance = (
  { kind }: { kind: string },
  { places }: { places: number },
): LineCounts => ({ figures: { attendances: places }, event: kind });
export const NO_ATTENDANCE: LineCounts = { figures: {} };

/** A scan that ended no loan: a copy on its way. */
export const NO_RETURN: LineCounts = { figures: {} };
