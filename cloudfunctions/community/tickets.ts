import { createHash } from 'node:crypto';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What a registration is called in the published list of a draw: it tells nobody whose it is but them. */
export const ticketOf = (eventId: string, readerId: string): string =>
  sha256(`ticket ${eventId} ${readerId}`).slice(0, 12);
