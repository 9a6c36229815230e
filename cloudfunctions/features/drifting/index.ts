import { operationsOf } from '../../kernel/operation';
import { list, look, show } from './showing';
import { leave, lose, note, setNaming, take } from './wandering';

/** Books that wander from reader to reader. */
export const drifting = operationsOf('drifting', [list, show, look, take, note, setNaming, leave, lose]);
