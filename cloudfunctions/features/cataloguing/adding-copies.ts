import type { NewCopy } from '../../../typings/contract/cataloguing';
import type { Refusal } from '../../../typings/contract/refusals';
import { factsOf } from '../../cataloguing/title-facts';
import { branchOf } from '../../circulation/branches';
import { newItem } from '../../circulation/new-item';
import type { ItemDocument, TitleDocument, Library } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import type { Database, Transaction } from '../../kernel/database';

/** What a copy names must be this library's. */
export function strangeParts(
  { branches, settings }: Pick<Library, 'branches' | 'settings'>,
  { branchId, itemType }: Partial<Pick<NewCopy, 'branchId' | 'itemType'>>,
): Refusal[] {
  const hasBranch = branchId === undefined || branches.some(({ _id }) => _id === branchId);
  const hasType = itemType === undefined || settings.itemTypes.some(({ id }) => id === itemType);
  return [
    ...(hasBranch ? [] : [{ code: 'not_in_library', what: 'branch', id: branchId } as const]),
    ...(hasType ? [] : [{ code: 'not_in_library', what: 'itemType', id: itemType } as const]),
  ];
}

/**
 * Before the transaction: copies that name what is not ours, and cards of readers that were scanned for
 * copies.
 */
export async function refusedBefore(
  { db, library }: { db: Database; library: Library },
  copies: readonly NewCopy[],
): Promise<Refusal[]> {
  const strange = new Map(
    copies
      .flatMap((copy) => strangeParts(library, copy))
      .map((refusal) => [JSON.stringify(refusal), refusal]),
  );
  const cards = await db.getMany(
    'cards',
    copies.map(({ barcode }) => barcode),
  );
  return [
    ...strange.values(),
    ...cards.map(({ _id }) => ({ code: 'barcode_is_card', barcode: _id }) as const),
  ];
}

/**
 * Writes new copies of a title. A copy's `_id` is its barcode, so that of two desks with the same barcode one
 * meets the other's copy; which title has it is told.
 */
export async function addCopiesWithin(
  transaction: Transaction,
  { now }: Pick<StaffContext, 'now'>,
  title: TitleDocument,
  copies: readonly NewCopy[],
): Promise<{ items: ItemDocument[] } | { refusals: Refusal[] }> {
  const refusals: Refusal[] = [];
  for (const { barcode } of copies) {
    const other = await transaction.get('items', barcode);
    if (other)
      refusals.push({ code: 'barcode_taken', barcode, titleId: other.titleId, title: other.title.title });
  }
  if (refusals.length > 0) return { refusals };
  const items = copies.map((copy) => itemOf(title, copy, now));
  for (const item of items) await transaction.put('items', item);
  return { items };
}

const itemOf = (title: TitleDocument, copy: NewCopy, now: string): ItemDocument =>
  newItem({
    _id: copy.barcode,
    titleId: title._id,
    title: factsOf(title),
    itemType: copy.itemType,
    homeBranchId: copy.branchId,
    shelf: copy.shelf,
    callNumber: copy.callNumber || title.callNumber,
    price: copy.price,
    use: copy.use,
    minAge: copy.minAge,
    changedAt: now,
    source: 'desk',
  });

/** A copy as cataloguers see it. */
export const copyOf = (library: Library, item: ItemDocument) => ({
  barcode: item._id,
  branchId: item.homeBranchId,
  branchName: branchOf(library, item.homeBranchId)?.name ?? item.homeBranchId,
  shelf: item.shelf,
  callNumber: item.callNumber,
  itemType: item.itemType,
  price: item.price,
  use: item.use,
  minAge: item.minAge,
  status: item.status,
  removable: isUntouched(item),
});

/** Added by hand, on its shelf, and nobody ever had it or waits for this very one. */
export const isUntouched = ({ source, status, loan, lastLoan, hold }: ItemDocument): boolean =>
  source === 'desk' && status === 'available' && !loan && !lastLoan && !hold;
