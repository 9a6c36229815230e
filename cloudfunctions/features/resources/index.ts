import { operationsOf } from '../../kernel/operation';
import { exchange, remove, save, show } from './editing';
import { deskGet, deskList, get, list } from './reading';

export const resources = operationsOf('resources', [list, get]);

export const resourceDesk = operationsOf('resourceDesk', [deskList, deskGet, save, show, exchange, remove]);
