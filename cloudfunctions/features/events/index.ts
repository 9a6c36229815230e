import { operationsOf } from '../../kernel/operation';
import { cancel } from './cancel';
import { checkInSelf } from './check-in';
import { confirm } from './confirm';
import { draw } from './draw';
import { list, month } from './list';
import { register } from './register';
import { show } from './show';

export const events = operationsOf('events', [
  list,
  month,
  show,
  register,
  confirm,
  cancel,
  checkInSelf,
  draw,
]);
