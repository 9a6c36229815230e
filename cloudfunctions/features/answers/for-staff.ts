import { operationsOf } from '../../kernel/operation';
import { fromTalk, gaps, get, list } from './desk-lists';
import { review, save, show } from './editing';

/** The desk's half, in a file of its own: a door carries what it serves, and nothing of the other. */
export const answerDesk = operationsOf('answerDesk', [list, gaps, get, save, fromTalk, review, show]);
