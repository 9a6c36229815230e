import { operationsOf } from '../../kernel/operation';
import { addOrder, arrive, decide, list, setLimit, show } from './desk';

/** The desk's half, in a file of its own: a door carries what it serves, and nothing of the other. */
export const wishDesk = operationsOf('wishDesk', [list, show, decide, arrive, addOrder, setLimit]);
