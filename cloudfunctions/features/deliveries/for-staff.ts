import { operationsOf } from '../../kernel/operation';
import { deliver, renewLink } from './delivering';
import { figures, list, show } from './desk-lists';
import { cannot, noteSource, setRules, take, tellCost } from './getting';
import { arrive, giveBack } from './lending';

/** The desk's half, in a file of its own: a door carries what it serves, and nothing of the other. */
export const deliveryDesk = operationsOf('deliveryDesk', [
  list,
  show,
  take,
  noteSource,
  tellCost,
  deliver,
  arrive,
  giveBack,
  renewLink,
  cannot,
  figures,
  setRules,
]);
