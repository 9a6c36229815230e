import type { Refusal } from '../../typings/contract/refusals';
import type { Instant } from '../../typings/contract/shapes';
import type { ReaderDocument } from '../documents';
import { addMinutes, ageOn } from '../kernel/local-date';
import { ageOfMajority, type When } from './family';

/** Nobody is the guardian of more: a limit against strangers' children, generous for a family. */
const MOST_CHILDREN = 10;
/** Requests that may wait for one guardian; further ones reach nobody. */
export const MOST_REQUESTS = 5;
/** How long a request waits for an answer, days. */
export const GUARDIAN_REQUEST_DAYS = 30;

/** Whether somebody can be a guardian at all: of age, with a card that is in use. */
export const canBeGuardian = (reader: ReaderDocument, when: When): boolean =>
  reader.standing === 'active' && ageOn(reader.birthDate, when.today) >= ageOfMajority(when.library);

export const childrenLimit = ({ childReaderIds }: Pick<ReaderDocument, 'childReaderIds'>): Refusal[] =>
  childReaderIds.length < MOST_CHILDREN
    ? []
    : [{ code: 'children_limit_reached', current: childReaderIds.length, limit: MOST_CHILDREN }];

/** Requests of this moment and before have waited long enough. */
export const requestsEndedBy = (now: Instant): Instant => addMinutes(now, -GUARDIAN_REQUEST_DAYS * 24 * 60);
