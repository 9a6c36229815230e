import type { Instant } from '../../typings/contract/shapes';

/** One registration a reader and event: the id says so. */
export const registrationId = (eventId: string, readerId: string): string => `${eventId}_${readerId}`;

/** A place in the order of arrival: the moment, and for those of one moment what chance says. */
export const orderOf = (now: Instant, chance: string): string => `${now}_${chance.slice(0, 8)}`;

/** Names places that are taken; says when, for whoever cleans up after a call that was cut off. */
export const placesToken = (now: Instant, chance: string): string => `${now}~${chance}`;
export const takenAt = (token: string): Instant => token.split('~')[0] ?? '';
