import type { AccountLine } from '../../typings/contract/account';
import { isRefundable } from '../circulation/money';
import type { AccountLineDocument } from '../documents';

/** A line as reader and staff see it. */
export const lineView = (line: AccountLineDocument): AccountLine => ({
  lineId: line._id,
  at: line.at,
  account: line.account,
  kind: line.kind,
  amount: line.amount,
  open: line.open,
  reason: line.reason,
  titleName: line.titleName,
  receipt: line.receipt,
  refundable: isRefundable(line),
});
