import { operationsOf } from '../../kernel/operation';
import { decide, openToReaders } from './deciding';
import * as desk from './desk';
import * as deskTitles from './desk-titles';

/** The desk's half, in a file of its own: a door carries what it serves, and nothing of the other. */
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
