import { operationsOf } from '../../kernel/operation';
import { account, owing } from './account';
import { charge, credit } from './charge';
import { payDeposit, returnDeposit } from './deposit';
import { pay } from './pay';
import { receipt } from './receipt';
import { refund } from './refund';
import { waive } from './waive';

export const fees = operationsOf('fees', [
  owing,
  account,
  charge,
  pay,
  waive,
  refund,
  credit,
  payDeposit,
  returnDeposit,
  receipt,
]);
