import type { EventsApi } from '../../../typings/contract/events';
import type { OperationsOf } from '../../kernel/operation';
import { cancel } from './cancel';
import { list } from './list';
import { register } from './register';
import { show } from './show';

export const events: OperationsOf<EventsApi> = {
  'events.list': list,
  'events.show': show,
  'events.register': register,
  'events.cancel': cancel,
};
