import { DEFAULT_TERMS, NOTHING_YET } from '../../cloudfunctions/community/event-terms';
import type { EventDocument } from '../../cloudfunctions/documents';

/** An event that readers can register for now; `party`: the most places that one registration takes. */
export const anEvent = (
  id: string,
  { now, seats, party = 1 }: { now: number; seats: number; party?: number },
): EventDocument => {
  const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
  return {
    ...NOTHING_YET,
    _id: id,
    title: '一票难求',
    kind: 'talk',
    speaker: '',
    about: [],
    audience: '',
    branchId: 'main',
    place: '广场',
    startsAt: at(240),
    endsAt: at(242),
    opensAt: at(-1),
    closesAt: at(239),
    quota: seats,
    free: seats,
    terms: { ...DEFAULT_TERMS, party, waiting: 'offer' },
  };
};
