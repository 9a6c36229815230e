import type { Instant } from '../../../typings/contract/shapes';
import type { OperationDocument, PairCountingSetting, ReaderDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { between } from '../../kernel/database';
import { daily, fullOf } from '../../kernel/job';
import { instantOf } from '../../kernel/local-date';
import { mixedByte } from '../../kernel/mixed-byte';
import { met } from '../../recommending/pairs';
import { titlesReadBy } from './known-titles';

/** Loans a step: each writes its title and those that were read before. */
const BATCH = 20;
/** Titles before a loan with which it makes pairs (decision 54). */
const PAIRED = 30;

type Lent = Pick<OperationDocument, 'at' | 'lent' | 'readerId'>;

/**
 * Counts what was lent before today into what is borrowed together, of readers who keep their history alone.
 * A reader is counted once for a pair whatever happens, by a byte that leads back to nobody; so a step may be
 * done twice.
 */
export const countPairs = daily('count_pairs', '01:20', async (context) => {
  const { db, today } = context;
  const from = await countedUpTo(context);
  const lines: Lent[] = await db.find('operations', {
    where: { at: between({ from, below: instantOf(today) }), lent: between({ from: '0' }) },
    orderBy: [['at', 'asc']],
    limit: BATCH,
    fields: ['at', 'lent', 'readerId'],
  });
  for (const line of lines) await countLoan(context, line);
  const last = lines.at(-1);
  // Lines of one moment may be cut off: they are looked at again, unless they fill a batch.
  const upTo = last && last.at === from ? `${last.at}\u0000` : last?.at;
  if (upTo) await db.transact((transaction) => transaction.put('settings', { _id: 'pair-counting', upTo }));
  return fullOf(lines.length, BATCH);
});

const countedUpTo = async ({ db }: JobContext): Promise<Instant> =>
  ((await db.get('settings', 'pair-counting')) as PairCountingSetting | null)?.upTo ?? '';

const countLoan = async (context: JobContext, { lent, readerId }: Lent): Promise<void> => {
  const reader = lent && readerId ? await context.db.get('readers', readerId) : null;
  if (!lent || !reader?.keepsHistory) return;
  const before = await readBefore(context, reader, lent);
  const by = (other: string): number => mixedByte([reader._id, ...[lent, other].sort()].join(' '));
  await meet(context, lent, new Map(before.map((other) => [other, by(other)])));
  for (const other of before) await meet(context, other, new Map([[lent, by(other)]]));
};

/** The latest titles that this reader had, but the one itself. */
const readBefore = async ({ db }: JobContext, reader: ReaderDocument, lent: string): Promise<string[]> => {
  const ids = (await titlesReadBy(db, reader, PAIRED)).map(({ titleId }) => titleId);
  return [...new Set(ids)].filter((titleId) => titleId !== lent).slice(0, PAIRED);
};

const meet = ({ db, now }: JobContext, titleId: string, bytes: ReadonlyMap<string, number>): Promise<void> =>
  db.transact(async (transaction) => {
    const known = await transaction.get('titleCompanions', titleId);
    const before = known?.others ?? [];
    const others = [...bytes].reduce((list, [other, byte]) => met(list, other, byte), before);
    if (others !== before) await transaction.put('titleCompanions', { _id: titleId, others, at: now });
  });
