import * as v from 'valibot';
import type { ShelfRow } from '../../../typings/contract/desk';
import type { StaffContext } from '../../kernel/context';
import { reading } from '../../kernel/operation';
import { PAGE_SIZE, aPageStart, pageOf, startOf } from '../../kernel/page';
import { done } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { factsById } from '../../views/titles';
import { cardTail } from './desk-loan';

type Page = { list: ShelfRow[]; next?: string };

/** What stands on the hold shelf of a branch; copies whose hold has ended are marked to be cleared. */
export const holdShelf = reading<{ branchId: string; after?: string }, Page, StaffContext>(
  v.strictObject({ branchId: anId, after: aPageStart }),
  async ({ db, today }, { branchId, after }) => {
    const rows = await db.find('items', {
      where: { branchId, status: 'on_hold_shelf' },
      orderBy: [['_id', 'asc']],
      skip: startOf(after),
      limit: PAGE_SIZE + 1,
    });
    const { list: items, next } = pageOf(rows, startOf(after));
    const [title, readers] = await Promise.all([
      factsById(
        db,
        items.map((item) => item.titleId),
      ),
      db.getMany(
        'readers',
        items.flatMap((item) => item.hold?.readerId ?? []),
      ),
    ]);
    const list = items.map((item): ShelfRow => {
      const reader = readers.find((each) => each._id === item.hold?.readerId);
      const pickUpBy = item.hold?.pickUpBy ?? '';
      return {
        holdId: item.hold?.holdId ?? '',
        title: title(item.titleId),
        barcode: item._id,
        readerName: reader?.name ?? '',
        cardTail: cardTail(reader?.cardNumber ?? ''),
        pickUpBy,
        expired: !item.hold || (pickUpBy !== '' && pickUpBy < today),
      };
    });
    return done({ list, next });
  },
);
