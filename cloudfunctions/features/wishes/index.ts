import { operationsOf } from '../../kernel/operation';
import { ask, look, withdraw } from './asking';
import { mine, show } from './own';

/** Books that readers ask the library to buy. */
export const wishes = operationsOf('wishes', [look, mine, show, ask, withdraw]);
