import type { LoansApi } from '../../../typings/contract/loans';
import type { OperationsOf } from '../../kernel/operation';
import { list } from './list';
import { renew } from './renew';
import { renewAll } from './renew-all';

export const loans: OperationsOf<LoansApi> = {
  'loans.list': list,
  'loans.renew': renew,
  'loans.renewAll': renewAll,
};
