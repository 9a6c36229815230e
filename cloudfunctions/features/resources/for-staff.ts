import { operationsOf } from '../../kernel/operation';
import { exchange, remove, save, show } from './editing';
import { deskGet, deskList } from './reading';

/** The desk's half, in a file of its own: a door carries what it serves, and nothing of the other. */
export const resourceDesk = operationsOf('resourceDesk', [deskList, deskGet, save, show, exchange, remove]);
