import type { Branch, Hold, TitlePage } from '../../../typings/contract';
import type { Sharer } from '../../lib/family';
import type { Input } from '../../lib/call';

interface PickUpView {
  pickUp: Branch[];
  pickUpNotes: Record<string, string>;
  chosen: string;
}

/**
 * Where a hold may be collected; the one that was chosen before stays, else a branch that has the book comes
 * first.
 */
export function pickUpView(branches: Branch[], here: TitlePage['branches'], chosen: string): PickUpView {
  const pickUp = branches.filter((branch) => branch.pickUp);
  const onShelf = here.filter((branch) => branch.onShelf > 0);
  const first = pickUp.find(({ branchId }) => onShelf.some((branch) => branch.branchId === branchId));
  return {
    pickUp,
    pickUpNotes: Object.fromEntries(onShelf.map((b) => [b.branchId, `此馆在架 ${b.onShelf} 册`])),
    chosen: chosen || first?.branchId || pickUp[0]?.branchId || '',
  };
}

/** What is sent of what was chosen in the sheet; days are '' where none is. */
export function placedOf(
  titleId: string,
  wanted: { chosen: string; startsOn: string; neededUntil: string; sharers: Sharer[] },
): Input<'holds.place'> {
  const { chosen, startsOn, neededUntil } = wanted;
  const sharedWith = wanted.sharers.filter(({ on }) => on).map(({ readerId }) => readerId);
  return {
    titleId,
    pickUpBranchId: chosen,
    ...(startsOn && { startsOn }),
    ...(neededUntil && { neededUntil }),
    ...(sharedWith.length > 0 && { sharedWith }),
  };
}

export function placedWords({ status, pickUpBranchName, position }: Hold): string {
  return status === 'ready'
    ? `书已在${pickUpBranchName}的预约架上，可以去取了。`
    : `第 ${position} 位，到馆后在${pickUpBranchName}取书。`;
}
