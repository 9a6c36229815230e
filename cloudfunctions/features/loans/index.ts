import type { LoansApi } from '../../../typings/contract/loans';
import type { OperationsOf } from '../../kernel/operation';
import { claimReturned } from './claim-returned';
import { history } from './history';
import { list } from './list';
import { renew } from './renew';
import { renewAll } from './renew-all';
import { lookAtTransfer, offerTransfer, takeTransfer } from './transfer';

export const loans: OperationsOf<LoansApi> = {
  'loans.list': list,
  'loans.history': history,
  'loans.claimReturned': claimReturned,
  'loans.offerTransfer': offerTransfer,
  'loans.lookAtTransfer': lookAtTransfer,
  'loans.takeTransfer': takeTransfer,
  'loans.renew': renew,
  'loans.renewAll': renewAll,
};
