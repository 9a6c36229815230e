import * as v from 'valibot';
import type { FormRow } from '../../../typings/contract/figures';
import type { LocalDate } from '../../../typings/contract/shapes';
import { yearlyForm } from '../../figures/form';
import { between, isIn, type Database } from '../../kernel/database';
import { instantOf } from '../../kernel/local-date';
import { reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { figuresWithin } from './page';

export const aYear = v.pipe(v.string(), v.regex(/^20\d{2}$/, '应是年份'));

/** Copies that are the library's, wherever they are. */
const IN_STOCK = ['available', 'on_loan', 'on_hold_shelf', 'in_transit', 'in_repair'] as const;

export const copiesInStock = (db: Database, branchIds: readonly string[]): Promise<number> =>
  db.count('items', { branchId: isIn(branchIds), status: isIn([...IN_STOCK]) });

export const form = reading('figureDesk.form', {
  role: 'manager',
  schema: v.strictObject({ year: aYear }),
  run: async ({ db, library, today }, { year }) =>
    done({
      year,
      rows: await formOf(
        db,
        library.branches.map(({ _id }) => _id),
        today,
        year,
      ),
    }),
});

/** Four reads. */
export const formOf = async (
  db: Database,
  branchIds: readonly string[],
  today: LocalDate,
  year: string,
): Promise<FormRow[]> => {
  const isNow = year === today.slice(0, 4);
  const [months, events, items, cards] = await Promise.all([
    figuresWithin(db, 'month', `${year}-01`, `${year}-12`),
    db.find('events', {
      where: {
        state: 'closed',
        endsAt: between({ from: instantOf(`${year}-01-01`), below: instantOf(`${Number(year) + 1}-01-01`) }),
      },
      limit: 1000,
      fields: ['kind'],
    }),
    isNow ? copiesInStock(db, branchIds) : 0,
    isNow ? db.count('readers', { standing: 'active' }) : 0,
  ]);
  return yearlyForm({ months, events, now: isNow ? { items, cards } : null });
};
