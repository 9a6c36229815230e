import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { PRIVACY_VERSION } from './consent-texts';

/** A line of the log of consents, to the text that is shown now. */
export const agree = (
  transaction: Transaction,
  { now, newId }: Pick<Context, 'now' | 'newId'>,
  readerId: string,
  what: 'privacy' | 'guardian',
): Promise<void> =>
  transaction.add('consents', {
    _id: newId(),
    readerId,
    at: now,
    what,
    given: true,
    version: PRIVACY_VERSION,
  });
