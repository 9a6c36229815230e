import { operationsOf } from '../../kernel/operation';
import { answer, list, receive, setFate, show } from './desk';

/** The desk's half, in a file of its own: a door carries what it serves, and nothing of the other. */
export const donationDesk = operationsOf('donationDesk', [list, show, answer, receive, setFate]);
