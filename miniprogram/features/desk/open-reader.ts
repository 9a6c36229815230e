import { ask } from '../../lib/call';
import { open } from '../../lib/routes';
import { tell } from '../../lib/tell';
import { deskRoutes } from './routes';

/** Loans and holds name a reader without the card, which opens the page: their account knows its number. */
export async function openReader(readerId: string): Promise<void> {
  const outcome = await ask('fees.account', { readerId });
  if (tell(outcome)) open(deskRoutes.reader(outcome.value.cardNumber));
}
