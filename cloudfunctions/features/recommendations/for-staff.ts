import { operationsOf } from '../../kernel/operation';
import { list, save } from './interest-desk';

/** The desk's half, in a file of its own: a door carries what it serves, and nothing of the other. */
export const interestDesk = operationsOf('interestDesk', [list, save]);
