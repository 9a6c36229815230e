import type { DeskApi } from '../../../typings/contract/desk';
import type { StaffContext } from '../../kernel/context';
import type { OperationsOf } from '../../kernel/operation';
import { checkIn } from './check-in';
import { checkOut } from './check-out';
import { holdShelf } from './hold-shelf';
import { item } from './item';
import { log } from './log';
import { reader } from './reader';
import { renew } from './renew';
import { toFetch } from './to-fetch';
import { today } from './today';

export const desk: OperationsOf<DeskApi, StaffContext> = {
  'desk.today': today,
  'desk.reader': reader,
  'desk.checkOut': checkOut,
  'desk.checkIn': checkIn,
  'desk.renew': renew,
  'desk.item': item,
  'desk.holdShelf': holdShelf,
  'desk.toFetch': toFetch,
  'desk.log': log,
};
