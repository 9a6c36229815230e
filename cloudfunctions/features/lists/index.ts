import type { ListDeskApi, ListsApi } from '../../../typings/contract/lists';
import type { StaffContext } from '../../kernel/context';
import type { OperationsOf } from '../../kernel/operation';
import { decide, openToReaders } from './deciding';
import * as desk from './desk';
import { ofTitle, toPlace, withNoteOf } from './input';
import { mine } from './mine';
import { offer, withdraw } from './offering';
import { change, create, onOwn, remove } from './own';
import { page, publicLists } from './showing';
import { adding, moving, noting, taking } from './titles-on';

export const lists: OperationsOf<ListsApi> = {
  'lists.public': publicLists,
  'lists.page': page,
  'lists.mine': mine,
  'lists.create': create,
  'lists.change': change,
  'lists.remove': remove,
  'lists.add': onOwn(ofTitle, adding),
  'lists.take': onOwn(ofTitle, taking),
  'lists.note': onOwn(withNoteOf, noting),
  'lists.move': onOwn(toPlace, moving),
  'lists.offer': offer,
  'lists.withdraw': withdraw,
};

export const listDesk: OperationsOf<ListDeskApi, StaffContext> = {
  'listDesk.list': desk.list,
  'listDesk.offered': desk.offered,
  'listDesk.page': desk.page,
  'listDesk.save': desk.save,
  'listDesk.publish': desk.publish,
  'listDesk.exchange': desk.exchange,
  'listDesk.remove': desk.remove,
  'listDesk.add': desk.onLibrarys(ofTitle, adding),
  'listDesk.take': desk.onLibrarys(ofTitle, taking),
  'listDesk.note': desk.onLibrarys(withNoteOf, noting),
  'listDesk.move': desk.onLibrarys(toPlace, moving),
  'listDesk.decide': decide,
  'listDesk.openToReaders': openToReaders,
};
