import * as v from 'valibot';
import type { DeliveryState, DeliveryWhich, UnfilledReason } from '../../../typings/contract/deliveries';
import type { DeliveryDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import { between, isIn, type Query } from '../../kernel/database';
import { addDays, instantOf } from '../../kernel/local-date';
import { reading } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done } from '../../kernel/refusal';
import { aDay } from '../../kernel/validate';
import { showing } from '../../reads/found';
import { deliveryRules } from '../../reference/delivery-rules';
import { deskDeliveryRow, deskDeliveryView } from '../../views/deliveries';
import { NOT_FOUND, oneDelivery } from './asking';

const WHICH = ['asked', 'searching', 'cost_told', 'agreed', 'obtained', 'delivered'] as const;
const ENDED: readonly DeliveryState[] = ['closed', 'unfilled', 'cancelled'];

/** What waits longest stands first; of what has ended, the newest. */
const queryOf = (which: DeliveryWhich): Pick<Query, 'where' | 'orderBy'> =>
  which === 'ended'
    ? { where: { state: isIn([...ENDED]) }, orderBy: [['since', 'desc']] }
    : { where: { state: which }, orderBy: [['since', 'asc']] };

export const list = reading('deliveryDesk.list', {
  role: 'reference',
  schema: v.strictObject({ which: v.picklist([...WHICH, 'ended'], '没有这个列表'), after: aPageStart }),
  run: async (context, { which, after }) => {
    const { db, library } = context;
    const rules = deliveryRules(library);
    const [page, ...counted] = await Promise.all([
      pageFrom(db, 'deliveries', queryOf(which), after),
      ...WHICH.map((state) => db.count('deliveries', { state })),
    ]);
    const readers = await db.getMany('readers', [...new Set(page.list.map(({ readerId }) => readerId))]);
    const names = new Map(readers.map(({ _id, name }) => [_id, name]));
    const { open, linkDays, linkOpens, agreeDays } = rules;
    return done({
      ...page,
      rules: { open, linkDays, linkOpens, agreeDays },
      counts: WHICH.map((state, n) => ({ which: state, count: counted[n] ?? 0 })),
      list: page.list.map((row) => deskDeliveryRow(row, names.get(row.readerId) ?? '', rules, context)),
    });
  },
});

/** A request as staff see it, with the name of who asked. */
export const deskView = async (context: StaffContext, delivery: DeliveryDocument) => {
  const reader = await context.db.get('readers', delivery.readerId);
  return deskDeliveryView(delivery, reader?.name ?? '', deliveryRules(context.library), context);
};

export const show = reading('deliveryDesk.show', {
  role: 'reference',
  schema: oneDelivery,
  run: showing(['deliveries', 'deliveryId', NOT_FOUND], deskView),
});

/** Requests of one look at the figures: more than a library has in a year of this service. */
const MOST_COUNTED = 1000;
const DAY_MS = 86_400_000;

const counts = <K extends string>(keys: readonly K[]): Map<K, number> => {
  const all = new Map<K, number>();
  for (const key of keys) all.set(key, (all.get(key) ?? 0) + 1);
  return all;
};

const median = (numbers: readonly number[]): number | null => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : Math.round(((low + high) / 2) * 10) / 10;
};

/** When it came to its reader, ms; a book counts as come when it was called for. */
const arrivedAt = ({ steps }: DeliveryDocument): number | null => {
  const step = steps.find(({ act }) => act === 'deliver' || act === 'lend');
  return step ? Date.parse(step.at) : null;
};

export const figures = reading('deliveryDesk.figures', {
  role: 'reference',
  schema: v.strictObject({ from: aDay, to: aDay }),
  run: async ({ db }, { from, to }) => {
    const rows = await db.find('deliveries', {
      where: { askedAt: between({ from: instantOf(from), below: instantOf(addDays(to, 1)) }) },
      orderBy: [['askedAt', 'asc']],
      limit: MOST_COUNTED,
    });
    const arrived = rows.flatMap((row) => {
      const at = arrivedAt(row);
      return at === null ? [] : [{ row, days: (at - Date.parse(row.askedAt)) / DAY_MS }];
    });
    const reasons = rows.flatMap(({ unfilled }): UnfilledReason[] => (unfilled ? [unfilled.reason] : []));
    const sources = rows.flatMap((row) => row.sources);
    const has = counts(sources.filter(({ outcome }) => outcome === 'has').map(({ name }) => name));
    return done({
      asked: rows.length,
      byState: [...counts(rows.map(({ state }) => state))].map(([state, count]) => ({ state, count })),
      byReason: [...counts(reasons)].map(([reason, count]) => ({ reason, count })),
      medianDays: median(arrived.map(({ days }) => days)),
      cost: arrived.reduce((sum, { row }) => sum + (row.agreed?.cost ?? 0), 0),
      sources: [...counts(sources.map(({ name }) => name))]
        .map(([name, asked]) => ({ name, asked, has: has.get(name) ?? 0 }))
        .sort((a, b) => b.asked - a.asked || a.name.localeCompare(b.name)),
    });
  },
});
