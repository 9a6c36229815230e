import { operationsOf } from '../../kernel/operation';
import { checkIn } from './check-in';
import { checkOut } from './check-out';
import { copies } from './copies';
import { holdShelf } from './lists/hold-shelf';
import { log } from './lists/log';
import { overdue, remindOverdue } from './lists/overdue';
import { toFetch } from './lists/to-fetch';
import { transit } from './lists/transit';
import { conflicts, settleConflict } from './offline/conflicts';
import { replay } from './offline/replay';
import { queue } from './queue';
import { readers } from './readers';
import { renew } from './renew';
import { today } from './today';
import { undo } from './undo';

export const desk = operationsOf('desk', [
  today,
  checkOut,
  checkIn,
  renew,
  undo,
  replay,
  conflicts,
  settleConflict,
  holdShelf,
  toFetch,
  transit,
  overdue,
  remindOverdue,
  log,
  ...copies,
  ...queue,
  ...readers,
]);
