import type { MediaKind, MediaState } from '../../typings/contract/media';
import type { Instant } from '../../typings/contract/shapes';
import type { MediaDocument, MediaVerdict } from '../documents';
import { addMinutes } from '../kernel/local-date';

/** WeChat answers within half an hour; a little later it is asked again. */
const ANSWER_MINUTES = 35;
/** After an answer that was none. */
const AGAIN_MINUTES = 5;
/** It asks who sent it to have been here within two hours: from then on only people can look. */
const PEOPLE_MINUTES = 115;

/** WeChat looks at pictures and hears voices; a file it cannot look into is taken by its form. */
export const stateOnceHere = (kind: MediaKind): MediaState => (kind === 'file' ? 'fit' : 'checking');

/** Where a verdict leads: what people or WeChat decided before stands. */
export const afterVerdict = (
  media: Pick<MediaDocument, 'state'>,
  verdict: MediaVerdict,
): Pick<MediaDocument, 'state'> & Partial<Pick<MediaDocument, 'askFailed'>> => {
  if (media.state !== 'checking') return { state: media.state };
  switch (verdict) {
    case 'pass':
      return { state: 'fit' };
    case 'risky':
      return { state: 'refused' };
    case 'unsure':
      return { state: 'unsure' };
    case 'unknown':
      return { state: 'checking', askFailed: true };
  }
};

/** What a check needs that has no verdict: nothing yet, to be asked for (again), or people. */
export const missingVerdict = (
  { state, handedAt, askedAt, askFailed }: MediaDocument,
  now: Instant,
): 'nothing' | 'ask' | 'people' => {
  if (state !== 'checking' || handedAt === '') return 'nothing';
  if (addMinutes(handedAt, PEOPLE_MINUTES) <= now) return 'people';
  const minutes = askedAt === '' || askFailed ? AGAIN_MINUTES : ANSWER_MINUTES;
  return addMinutes(askedAt || handedAt, minutes) <= now ? 'ask' : 'nothing';
};

/** Whoever sent it sees it at once; others once it is known to be fit. */
export const mayOpen = (
  { state, openid }: Pick<MediaDocument, 'state' | 'openid'>,
  asking: string,
): boolean => state === 'fit' || (openid === asking && (state === 'checking' || state === 'unsure'));

/** Minutes that a copy is there, and given again: a slow phone has the rest of them to fetch it. */
const COPY_MINUTES = 20;
const GIVEN_MINUTES = 10;

export const copyTimes = (now: Instant): { until: Instant; goneAt: Instant } => ({
  until: addMinutes(now, GIVEN_MINUTES),
  goneAt: addMinutes(now, COPY_MINUTES),
});
