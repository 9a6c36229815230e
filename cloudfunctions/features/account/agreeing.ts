import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { PRIVACY_VERSION } from './consent-texts';

/** A line of the log of consents, to the text that is shown now: given, or taken back. */
export const agree = (
  transaction: Transaction,
  { now, newId }: Pick<Context, 'now' | 'newId'>,
  readerId: string,
  what: 'privacy' | 'guardian',
  given = true,
): Promise<void> =>
  transaction.add('consents', {
    _id: newId(),
    readerId,
    at: now,
    what,
    given,
    version: PRIVACY_VERSION,
  });
