import { operationsOf } from '../../kernel/operation';
import { grant } from './grant';
import { list } from './list';
import { markAllRead, markRead } from './mark-read';
import { setTimes, settings } from './settings';
import { templates } from './templates';

export const notices = operationsOf('notices', [
  list,
  markRead,
  markAllRead,
  templates,
  grant,
  settings,
  setTimes,
]);
