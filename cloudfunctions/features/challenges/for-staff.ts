import { operationsOf } from '../../kernel/operation';
import { decide, figures, notes } from './desk';

/** A challenge in numbers, and the words that wait, for staff. */
export const challengeDesk = operationsOf('challengeDesk', [figures, notes, decide]);
