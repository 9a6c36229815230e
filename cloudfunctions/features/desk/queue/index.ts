import type { DeskApi } from '../../../../typings/contract/desk';
import type { StaffContext } from '../../../kernel/context';
import type { OperationsOf } from '../../../kernel/operation';
import { cancelHold } from './cancel-hold';
import { moveHold } from './move-hold';
import { placeHoldFor } from './place-hold';
import { recall } from './recall';
import { show } from './show';

type Queue = 'desk.queue' | 'desk.placeHold' | 'desk.moveHold' | 'desk.cancelHold' | 'desk.recall';

export const queue: OperationsOf<Pick<DeskApi, Queue>, StaffContext> = {
  'desk.queue': show,
  'desk.placeHold': placeHoldFor,
  'desk.moveHold': moveHold,
  'desk.cancelHold': cancelHold,
  'desk.recall': recall,
};
