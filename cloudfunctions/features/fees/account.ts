import * as v from 'valibot';
import { between } from '../../kernel/database';
import { reading } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { noteLook, noteLooks } from '../../steps/looks';
import { accountOf } from './account-view';

/** Readers who owe, most first, with their cards: a look at each. */
export const owing = reading('fees.owing', {
  role: 'circulation',
  schema: v.strictObject({ after: aPageStart }),
  run: async (context, { after }) => {
    const { list, next } = await pageFrom(
      context.db,
      'readers',
      {
        where: { owes: between({ from: 1 }) },
        orderBy: [
          ['owes', 'desc'],
          ['_id', 'desc'],
        ],
        fields: ['name', 'cardNumber', 'owes'],
      },
      after,
    );
    await noteLooks(
      context,
      list.map(({ _id }) => _id),
      'fees.owing',
    );
    return done({
      list: list.map(({ _id, name, cardNumber, owes }) => ({ readerId: _id, name, cardNumber, owes })),
      next,
    });
  },
});

export const account = reading('fees.account', {
  role: 'circulation',
  schema: v.strictObject({ readerId: anId, after: aPageStart }),
  run: async (context, { readerId, after }) => {
    const reader = await context.db.get('readers', readerId);
    if (!reader) return refuse({ code: 'reader_not_found', scanned: readerId });
    const [found] = await Promise.all([
      accountOf(context, reader, after),
      noteLook(context, readerId, 'fees.account'),
    ]);
    return done(found);
  },
});
