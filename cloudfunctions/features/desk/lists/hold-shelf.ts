import * as v from 'valibot';
import type { ShelfRow } from '../../../../typings/contract/desk-rows';
import { reading } from '../../../kernel/operation';
import { aPageStart, pageFrom } from '../../../kernel/page';
import { done } from '../../../kernel/refusal';
import { anId } from '../../../kernel/validate';
import { cardTail } from '../desk-loan';

/**
 * Stands on a hold shelf without a day up to which anybody could collect it there: nobody waits for it any
 * more, or whoever does waits at another branch. An absent hold has no such day either.
 */
export const TO_CLEAR = { status: 'on_hold_shelf', 'hold.pickUpBy': null } as const;

/**
 * What stands on the hold shelf of a branch; copies whose hold has ended are marked to be cleared, and can be
 * had alone.
 */
export const holdShelf = reading('desk.holdShelf', {
  role: 'circulation',
  schema: v.strictObject({ branchId: anId, expiredOnly: v.optional(v.boolean()), after: aPageStart }),
  run: async ({ db, today }, { branchId, expiredOnly, after }) => {
    const { list: items, next } = await pageFrom(
      db,
      'items',
      {
        where: { branchId, ...(expiredOnly ? TO_CLEAR : { status: 'on_hold_shelf' }) },
        orderBy: [['_id', 'asc']],
      },
      after,
    );
    const readers = await db.getMany(
      'readers',
      items.flatMap((item) => item.hold?.readerId ?? []),
    );
    const list = items.map((item): ShelfRow => {
      const reader = readers.find((each) => each._id === item.hold?.readerId);
      const pickUpBy = item.hold?.pickUpBy ?? '';
      return {
        holdId: item.hold?.holdId ?? '',
        title: item.title,
        barcode: item._id,
        readerName: reader?.name ?? '',
        cardTail: cardTail(reader?.cardNumber ?? ''),
        pickUpBy,
        expired: pickUpBy === '' || pickUpBy < today,
      };
    });
    return done({ list, next });
  },
});
