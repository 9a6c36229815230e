import { operationsOf } from '../../kernel/operation';
import { call, calls } from './calls';
import { save, send, sign, withdraw } from './own';
import { openMedia } from './opening';
import { published, read, report } from './published';

/** Works that readers send in: to contests, and readings aloud. */
export const works = operationsOf('works', [
  calls,
  call,
  save,
  send,
  withdraw,
  sign,
  published,
  read,
  openMedia,
  report,
]);
