import { operationsOf } from '../../kernel/operation';
import { form, lookUp, mine, offer, setNaming, show, thanks, withdraw } from './offering';

/** Books that readers give the library. */
export const donations = operationsOf('donations', [
  mine,
  form,
  show,
  offer,
  withdraw,
  setNaming,
  thanks,
  lookUp,
]);
