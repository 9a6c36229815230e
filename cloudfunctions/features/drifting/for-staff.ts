import { operationsOf } from '../../kernel/operation';
import { comeHome, end, list, lookAtNote, lose, make, notes, release, show } from './desk';

/** The desk's half, in a file of its own: a door carries what it serves, and nothing of the other. */
export const driftDesk = operationsOf('driftDesk', [
  list,
  show,
  make,
  release,
  comeHome,
  lose,
  end,
  notes,
  lookAtNote,
]);
