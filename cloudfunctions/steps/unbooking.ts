import type { AccountLineDocument } from '../documents';
import type { JobContext } from '../kernel/context';
import type { Transaction } from '../kernel/database';

/** What a line tells of a copy, and in whose words. */
const forgotten = ({ reason }: AccountLineDocument) => ({
  ...{ loanId: '', barcode: '', titleName: '', comment: '', bookUntil: null },
  // Former versions wrote the damage itself into the reason.
  reason: reason.replace(/^污损：.*$/su, '污损'),
});

/**
 * A settled line of an account tells of no copy any more: sums, days and receipts stay. A charge that is
 * named after its loan, and with it after the copy, gets another name, which the lines that settled it take
 * over.
 */
export const unbook = async (
  transaction: Transaction,
  { _id }: Pick<AccountLineDocument, '_id'>,
  { newId }: Pick<JobContext, 'newId'>,
): Promise<void> => {
  const line = await transaction.get('accountLines', _id);
  if (!line || line.open !== 0 || line.bookUntil === null) return;
  if (!line.loanId) return transaction.put('accountLines', { ...line, ...forgotten(line) });
  const fresh = `line_${newId()}`;
  await transaction.remove('accountLines', _id);
  await transaction.add('accountLines', { ...line, ...forgotten(line), _id: fresh });
  for (const id of line.settledBy ?? []) {
    const other = await transaction.get('accountLines', id);
    if (other?.settles === _id) await transaction.put('accountLines', { ...other, settles: fresh });
  }
  const settled = line.settles === null ? null : await transaction.get('accountLines', line.settles);
  if (settled?.settledBy?.includes(_id))
    await transaction.put('accountLines', {
      ...settled,
      settledBy: settled.settledBy.map((id) => (id === _id ? fresh : id)),
    });
};
