import type { OperationDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { between, isIn, type Transaction } from '../../kernel/database';
import { daily, fullOf } from '../../kernel/job';
import { addDays } from '../../kernel/local-date';

const BATCH = 50;
/** A return whose loan is not settled is asked about again after so many days. */
const ASKED_AGAIN_DAYS = 7;

/** Marks a name that was taken out of a line of the log. */
const NOBODY = 'anonymous';

/**
 * Lines of the log name a reader only for a time. After it the name, what was answered and the identity in
 * the line's own id go; the library's figures stay. Whoever keeps their history keeps the lines that tell
 * what they read, and only those. The return of a loan that something is still owed for names its reader
 * until that is settled: somebody may ask for what. A line that was gone through has no day any more: it is
 * not gone through twice.
 */
export const anonymise = daily('anonymise', '03:00', async (context) => {
  const lines = await context.db.find('operations', {
    where: { namedUntil: between({ from: '0', below: context.today }) },
    orderBy: [['namedUntil', 'asc']],
    limit: BATCH,
  });
  const readers = await context.db.getMany(
    'readers',
    lines.map((line) => line.readerId),
  );
  const keeps = new Set(readers.filter((reader) => reader.keepsHistory).map(({ _id }) => _id));
  const unsettled = await unsettledLoans(context, lines);
  for (const line of lines) {
    if (line.ended && unsettled.has(line.ended.loanId)) await askAgain(context, line);
    else await forget(context, line, line.endsLoan && keeps.has(line.readerId));
  }
  return fullOf(lines.length, BATCH);
});

/** Which of the loans that these lines ended have a charge that is open. */
const unsettledLoans = async (
  { db }: JobContext,
  lines: readonly OperationDocument[],
): Promise<Set<string>> => {
  const readerIds = [...new Set(lines.filter(({ ended }) => ended).map(({ readerId }) => readerId))];
  if (readerIds.length === 0) return new Set();
  const open = await db.find('accountLines', {
    where: { readerId: isIn(readerIds), open: between({ from: 1 }) },
    limit: 1000,
    fields: ['loanId'],
  });
  return new Set(open.map(({ loanId }) => loanId));
};

const askAgain = ({ db, today }: JobContext, { _id }: OperationDocument): Promise<void> =>
  db.transact(async (transaction) => {
    const line = await transaction.get('operations', _id);
    if (!line || line.namedUntil === null) return;
    await transaction.put('operations', { ...line, namedUntil: addDays(today, ASKED_AGAIN_DAYS - 1) });
  });

/**
 * The new line is named after nobody's request: a repeat of a request this old is no repeat any more. What
 * somebody wrote into it goes too, since it may name anybody.
 */
const forget = async (
  { db, newId }: JobContext,
  { _id }: OperationDocument,
  isKept: boolean,
): Promise<void> => {
  const fresh = `${NOBODY}:${newId()}`;
  await db.transact(async (transaction) => {
    const line = await transaction.get('operations', _id);
    if (!line || line.namedUntil === null) return;
    const byReader = line.staffName === '';
    await transaction.remove('operations', _id);
    await transaction.add('operations', {
      ...line,
      _id: fresh,
      by: byReader ? NOBODY : line.by,
      comment: '',
      override: line.override && { ...line.override, comment: '' },
      namedUntil: null,
      fingerprint: '',
      answer: null,
      undo: null,
      ...(!isKept && { readerId: '', ended: null, endsLoan: false }),
    });
    await forgetLastLoan(transaction, line);
  });
};

/**
 * A copy remembers who had it last as long as the log does. One that is lost goes on knowing which loan it
 * was, by its number alone: what was charged for it is given back when it is found.
 */
const forgetLastLoan = async (
  transaction: Transaction,
  { ended, barcode }: OperationDocument,
): Promise<void> => {
  const item = ended ? await transaction.get('items', barcode) : null;
  if (item?.lastLoan?.loanId !== ended?.loanId || !item) return;
  const lastLoan =
    item.status === 'lost' && item.lastLoan ? { ...item.lastLoan, readerId: '', readerName: '' } : null;
  await transaction.put('items', { ...item, lastLoan });
};
