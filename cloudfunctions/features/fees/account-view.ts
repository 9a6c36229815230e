import type { FeesAccount } from '../../../typings/contract/fees';
import { mayForgive } from '../../circulation/forgiving';
import type { AccountLineDocument, ReaderDocument, StaffDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import { pageOf, newestOf } from '../../kernel/page';
import { countersOf } from '../../steps/money';
import { lineView } from '../../views/account-lines';

type AtTheDesk = Pick<StaffContext, 'db' | 'staff' | 'library'>;

/** A reader's account, newest lines first. One round trip. */
export const accountOf = async (
  { db, staff, library }: AtTheDesk,
  reader: ReaderDocument,
  after?: string,
): Promise<FeesAccount> => {
  const { list, next } = await newestOf(db, 'accountLines', reader._id, after);
  const forgives = mayForgive(staff, library) === undefined;
  return { ...headOf(reader), mayForgive: forgives, list: list.map(lineView), next };
};

const headOf = ({ _id, name, cardNumber, owes, deposit }: ReaderDocument) => ({
  readerId: _id,
  readerName: name,
  cardNumber,
  owes,
  deposit,
});

/**
 * The account as it will be once a transaction is done that read `reader`, added some lines and changed
 * others: a query does not see what the transaction has not committed.
 */
export const accountAfter = async (
  context: AtTheDesk,
  reader: ReaderDocument,
  {
    added,
    changed = [],
  }: { added: readonly AccountLineDocument[]; changed?: readonly AccountLineDocument[] },
): Promise<FeesAccount> => {
  const counters = countersOf(added);
  const before = await accountOf(context, {
    ...reader,
    owes: reader.owes + counters.owes,
    deposit: reader.deposit + counters.deposit,
  });
  const now = new Map([...added, ...changed].map((line) => [line._id, lineView(line)]));
  const list = [
    ...added.map(lineView),
    ...before.list.filter(({ lineId }) => !added.some(({ _id }) => _id === lineId)),
  ].map((line) => now.get(line.lineId) ?? line);
  return { ...before, ...pageOf(before.next ? [...list, ...list.slice(-1)] : list) };
};

/** What the log says of money that staff let go: what it was for, and why. */
export const letGoLine = (
  outcome: string,
  comment: string,
  { reason, readerId, barcode, titleName }: AccountLineDocument,
  { branchId }: Pick<StaffDocument, 'branchId'>,
) => ({ outcome, comment: `${reason}：${comment}`, readerId, barcode, titleName, branchId });
