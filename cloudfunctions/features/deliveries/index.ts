import { operationsOf } from '../../kernel/operation';
import { agree, ask, cancel, close } from './asking';
import { open } from './opening';
import { exportAll, mine, show } from './showing';

export const deliveries = operationsOf('deliveries', [
  mine,
  show,
  ask,
  agree,
  cancel,
  open,
  close,
  exportAll,
]);
