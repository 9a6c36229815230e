import * as v from 'valibot';
import type { FeesApi } from '../../../typings/contract/fees';
import { between } from '../../kernel/database';
import { staffReading } from '../../kernel/operation';
import { PAGE_SIZE, aPageStart, pageOf, startOf } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { noteLook } from '../../steps/looks';
import { accountOf } from './account-view';

type Owing = ReturnType<FeesApi['fees.owing']>;

/** Readers who owe, most first. */
export const owing = staffReading<{ after?: string }, Owing>(
  'circulation',
  v.strictObject({ after: aPageStart }),
  async ({ db }, { after }) => {
    const rows = await db.find('readers', {
      where: { owes: between({ from: 1 }) },
      orderBy: [
        ['owes', 'desc'],
        ['_id', 'desc'],
      ],
      skip: startOf(after),
      limit: PAGE_SIZE + 1,
      fields: ['name', 'cardNumber', 'owes'],
    });
    const { list, next } = pageOf(rows, startOf(after));
    return done({
      list: list.map(({ _id, name, cardNumber, owes }) => ({ readerId: _id, name, cardNumber, owes })),
      next,
    });
  },
);

export const account = staffReading<
  { readerId: string; after?: string },
  ReturnType<FeesApi['fees.account']>
>(
  'circulation',
  v.strictObject({ readerId: anId, after: aPageStart }),
  async (context, { readerId, after }) => {
    const reader = await context.db.get('readers', readerId);
    if (!reader) return refuse({ code: 'reader_not_found', scanned: readerId });
    const [found] = await Promise.all([
      accountOf(context, reader, after),
      noteLook(context, readerId, 'fees.account'),
    ]);
    return done(found);
  },
);
