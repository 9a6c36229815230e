import type { HoldsApi } from '../../../typings/contract/holds';
import type { OperationsOf } from '../../kernel/operation';
import { cancel } from './cancel';
import { change } from './change';
import { list } from './list';
import { place } from './place';

export const holds: OperationsOf<HoldsApi> = {
  'holds.list': list,
  'holds.place': place,
  'holds.cancel': cancel,
  'holds.change': change,
};
