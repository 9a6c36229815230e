import type { Instant } from '../../typings/contract/shapes';
import type { ReaderDocument } from '../documents';

/**
 * What stays of a reader who is none any more: a number. Of the birth date the year stays, for figures by
 * age; what was read and told goes with the job that forgets.
 */
export const nameless = (
  { lapsesOn: _lapsed, ...reader }: ReaderDocument,
  { now }: { now: Instant },
): ReaderDocument => ({
  ...reader,
  name: '',
  phone: '',
  birthDate: `${reader.birthDate.slice(0, 4)}-01-01`,
  guardianReaderId: null,
  awaitsGuardian: false,
  guardianRequestId: null,
  standing: 'closed',
  block: null,
  lately: [],
  noShows: [],
  missedEvents: [],
  bookLists: 0,
  wishes: { month: '', count: 0 },
  holdsPlaced: { on: '', count: 0 },
  openid: null,
  keepsHistory: false,
  interests: [],
  forgetUpTo: now,
  ...(reader.openid && { forgetOpenid: reader.openid }),
});
