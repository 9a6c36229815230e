import type { FeesApi } from '../../../typings/contract/fees';
import type { StaffContext } from '../../kernel/context';
import type { OperationsOf } from '../../kernel/operation';
import { account, owing } from './account';
import { charge, credit } from './charge';
import { payDeposit, returnDeposit } from './deposit';
import { pay } from './pay';
import { receipt } from './receipt';
import { refund } from './refund';
import { waive } from './waive';

export const fees: OperationsOf<FeesApi, StaffContext> = {
  'fees.owing': owing,
  'fees.account': account,
  'fees.charge': charge,
  'fees.pay': pay,
  'fees.waive': waive,
  'fees.refund': refund,
  'fees.credit': credit,
  'fees.payDeposit': payDeposit,
  'fees.returnDeposit': returnDeposit,
  'fees.receipt': receipt,
};
