import type { LocalDate } from '../../typings/contract/shapes';
import type { ItemDocument, Library, QueuedHold, Rules } from '../documents';
import { knownBranch } from './branches';
import type { CallFacts, LookAhead, MayTake } from './hold-queue';
import { isSent } from './hold-rules';
import { policyFor } from './policy';
import { shelfUntil } from './shelf-days';

type Kind = Pick<ItemDocument, 'itemType'>;
type Waiting = Pick<QueuedHold, 'readerCategory' | 'pickUpBranchId'>;

/**
 * What a reader is called by for a copy that stands at a branch, whether it is scanned, listed to be fetched
 * or counted as free: one set of facts for all of them.
 */
export const callFactsAt = (
  { library, today }: { library: Library; today: LocalDate },
  { branchId, itemType }: Kind & Pick<ItemDocument, 'branchId'>,
): CallFacts => ({
  today,
  branchId,
  lookAheadDays: lookAheadFor(library, { itemType }),
  pickUpByFor: (hold) =>
    shelfUntil(today, rulesOfHold(library, hold, { itemType }), {
      branch: knownBranch(library, hold.pickUpBranchId),
      calendars: library.calendars,
    }),
  mayTake: lendsBy(library),
});

/** The rules by which a copy comes to a hold: of its reader, of such copies, of where it is collected. */
export const rulesOfHold = (
  { policies }: Pick<Library, 'policies'>,
  { readerCategory, pickUpBranchId }: Waiting,
  { itemType }: Kind,
): Rules => policyFor(policies, { readerCategory, itemType, branchId: pickUpBranchId });

/** So many days before its start a hold is served already with such copies. */
const lookAheadFor =
  (library: Pick<Library, 'policies'>, item: Kind): LookAhead =>
  (hold) =>
    rulesOfHold(library, hold, item).holdLookAheadDays;

/** Whether the rules lend such a copy to readers of a category at a branch, and send it there. */
export const lendsBy =
  (library: Pick<Library, 'policies'>): MayTake =>
  (hold, item) => {
    const rules = rulesOfHold(library, hold, item);
    return rules.lendable && isSent(item, hold.pickUpBranchId, rules);
  };
