import { operationsOf } from '../../kernel/operation';
import { mine } from './mine';
import { offer, withdraw } from './offering';
import { change, create, remove } from './own';
import { add, move, note, take } from './own-titles';
import { page, publicLists } from './showing';

export const lists = operationsOf('lists', [
  publicLists,
  page,
  mine,
  create,
  change,
  remove,
  add,
  take,
  note,
  move,
  offer,
  withdraw,
]);
