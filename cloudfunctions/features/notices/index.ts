import type { NoticesApi } from '../../../typings/contract/notices';
import type { OperationsOf } from '../../kernel/operation';
import { grant } from './grant';
import { list } from './list';
import { markAllRead, markRead } from './mark-read';
import { templates } from './templates';

export const notices: OperationsOf<NoticesApi> = {
  'notices.list': list,
  'notices.markRead': markRead,
  'notices.markAllRead': markAllRead,
  'notices.templates': templates,
  'notices.grant': grant,
};
