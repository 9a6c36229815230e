import type { QuickReason } from '../../typings/contract/satisfaction';
import type { LocalDate } from '../../typings/contract/shapes';
import type { FaceCountDocument, FaceSums } from '../documents';
import { addDays, weekdayOf } from '../kernel/local-date';

export const FACES = ['one', 'two', 'three', 'four', 'five'] as const;
export const QUICK_REASONS = ['wait', 'staff', 'books', 'place', 'app'] as const;
/** Asked again about the same service after so many days at the earliest. */
const ASKED_AGAIN_DAYS = 30;
/** What was rated at no branch. */
export const NO_BRANCH = '-';

/** The Monday of a day's week. */
export const weekOf = (day: LocalDate): LocalDate => addDays(day, -((weekdayOf(day) + 6) % 7));

/** Whether a service may be asked about on a day, by when it was last. */
export const mayBeAsked = (last: LocalDate | undefined, today: LocalDate): boolean =>
  last === undefined || addDays(last, ASKED_AGAIN_DAYS) <= today;

const NONE: FaceSums = { one: 0, two: 0, three: 0, four: 0, five: 0 };

export const noFaces = (week: LocalDate): FaceCountDocument => ({
  _id: week,
  week,
  all: NONE,
  byService: {},
  byBranch: {},
  byCategory: {},
  reasons: {},
});

/** Where a face counts, beside in all. */
interface FacePlace {
  service: string;
  branchId: string;
  category: string;
}

/** A week with faces more, or less: `given` counts from one to five. */
export function withFace(
  week: FaceCountDocument,
  { service, branchId, category }: FacePlace,
  given: Partial<FaceSums>,
  reasons: readonly QuickReason[] = [],
): FaceCountDocument {
  const at = (parts: Record<string, FaceSums>, key: string): Record<string, FaceSums> => ({
    ...parts,
    [key]: plus(parts[key] ?? NONE, given),
  });
  return {
    ...week,
    all: plus(week.all, given),
    byService: at(week.byService, service),
    byBranch: at(week.byBranch, branchId || NO_BRANCH),
    byCategory: at(week.byCategory, category),
    reasons: reasons.reduce((all, reason) => ({ ...all, [reason]: (all[reason] ?? 0) + 1 }), week.reasons),
  };
}

const plus = (sums: FaceSums, given: Partial<FaceSums>): FaceSums => {
  const after = { ...sums };
  for (const face of FACES) after[face] = Math.max(0, after[face] + (given[face] ?? 0));
  return after;
};
