import { operationsOf } from '../../kernel/operation';
import { claimReturned } from './claim-returned';
import { history, readIn } from './history';
import { list } from './list';
import { renew } from './renew';
import { renewAll } from './renew-all';
import { lookAtTransfer, offerTransfer, takeTransfer } from './transfer';

export const loans = operationsOf('loans', [
  list,
  history,
  readIn,
  claimReturned,
  offerTransfer,
  lookAtTransfer,
  takeTransfer,
  renew,
  renewAll,
]);
