import { operationsOf } from '../../kernel/operation';
import { choices, count, get, list } from './reading';
import { remove, save, send, setOpen, withdraw } from './writing';

/** What the library announces to a part of its readers. */
export const announcementDesk = operationsOf('announcementDesk', [
  list,
  get,
  count,
  choices,
  save,
  send,
  withdraw,
  remove,
  setOpen,
]);
