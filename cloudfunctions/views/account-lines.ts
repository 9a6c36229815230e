import type { AccountLine } from '../../typings/contract/account';
import { isRefundable } from '../circulation/money';
import type { AccountLineDocument } from '../documents';
import { DAMAGE_LINE } from '../circulation/money';

/** Whoever pays for a damage reads which, as long as the copy is told. */
const reasonOf = ({ _id, reason, comment }: AccountLineDocument): string =>
  _id.startsWith(DAMAGE_LINE) && comment ? `${reason}：${comment}` : reason;

/** A line as reader and staff see it. */
export const lineView = (line: AccountLineDocument): AccountLine => ({
  lineId: line._id,
  at: line.at,
  account: line.account,
  kind: line.kind,
  amount: line.amount,
  open: line.open,
  reason: reasonOf(line),
  titleName: line.titleName,
  receipt: line.receipt,
  refundable: isRefundable(line),
});
