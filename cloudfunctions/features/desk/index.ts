import type { DeskApi } from '../../../typings/contract/desk';
import type { StaffContext } from '../../kernel/context';
import type { OperationsOf } from '../../kernel/operation';
import { checkIn } from './check-in';
import { checkOut } from './check-out';
import { copies } from './copies';
import { holdShelf } from './lists/hold-shelf';
import { log } from './lists/log';
import { overdue } from './lists/overdue';
import { toFetch } from './lists/to-fetch';
import { transit } from './lists/transit';
import { conflicts, settleConflict } from './offline/conflicts';
import { replay } from './offline/replay';
import { queue } from './queue';
import { readers } from './readers';
import { renew } from './renew';
import { today } from './today';
import { undo } from './undo';

export const desk: OperationsOf<DeskApi, StaffContext> = {
  'desk.today': today,
  'desk.checkOut': checkOut,
  'desk.checkIn': checkIn,
  'desk.renew': renew,
  'desk.undo': undo,
  'desk.replay': replay,
  'desk.conflicts': conflicts,
  'desk.settleConflict': settleConflict,
  'desk.holdShelf': holdShelf,
  'desk.toFetch': toFetch,
  'desk.transit': transit,
  'desk.overdue': overdue,
  'desk.log': log,
  ...copies,
  ...queue,
  ...readers,
};
