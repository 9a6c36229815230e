import { operationsOf } from '../../kernel/operation';
import { add, list, setOpen } from './desk';

/** The desk's half, in a file of its own: a door carries what it serves, and nothing of the other. */
export const profileDesk = operationsOf('profileDesk', [list, add, setOpen]);
