import type { Refusal } from '../../../typings/contract/refusals';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { CHILD_VERSION, PRIVACY_VERSION } from './consent-texts';

type Subject = 'privacy' | 'guardian';

const VERSIONS: Record<Subject, string> = { privacy: PRIVACY_VERSION, guardian: CHILD_VERSION };

/** Nothing where the text that was read is the one in force; a phone may still show one from before. */
export const outdated = (what: Subject, agreedTo: string | undefined): Refusal[] =>
  agreedTo === VERSIONS[what] ? [] : [{ code: 'consent_outdated', what }];

/** A line of the log of consents, to the text that is shown now: given, or taken back. */
export const agree = (
  transaction: Transaction,
  { now, newId }: Pick<Context, 'now' | 'newId'>,
  readerId: string,
  what: Subject,
  given = true,
): Promise<void> =>
  transaction.add('consents', {
    _id: newId(),
    readerId,
    at: now,
    what,
    given,
    version: VERSIONS[what],
  });
