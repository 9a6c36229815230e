import { operationsOf } from '../../kernel/operation';
import { decide, openToReaders } from './deciding';
import * as desk from './desk';
import * as deskTitles from './desk-titles';
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

export const listDesk = operationsOf('listDesk', [
  desk.list,
  desk.offered,
  desk.page,
  desk.save,
  desk.publish,
  desk.exchange,
  desk.remove,
  deskTitles.add,
  deskTitles.take,
  deskTitles.note,
  deskTitles.move,
  decide,
  openToReaders,
]);
