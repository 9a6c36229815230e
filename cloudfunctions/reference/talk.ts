import type { Refusal } from '../../typings/contract/refusals';
import type { Instant } from '../../typings/contract/shapes';
import type { TalkState } from '../../typings/contract/talks';
import type { TalkDocument, TalkLineDocument, TalkPresenceDocument } from '../documents';
import { addMinutes } from '../kernel/local-date';

/** Minutes that a librarian may be silent before the reader is put back, first in the queue. */
const SILENT_MINUTES = 3;
/** Minutes that a reader may be silent before a talk counts as answered. */
const QUIET_MINUTES = 10;
/** Minutes that nobody takes a question before it becomes a message. */
const PROMISED_MINUTES = 10;
const REOPEN_MINUTES = 24 * 60;
const TAKE_BACK_MINUTES = 2;

/** What a talk is judged by besides itself. */
export interface TalkTime {
  now: Instant;
  /** Librarians answer now, by the calendar. */
  open: boolean;
  /** Who is there now, by openid. */
  present: ReadonlySet<string>;
}

/** Everything that can happen to a talk by somebody's act. Time moves it as `talkNow` says. */
const WAYS = {
  say: { waiting: 'waiting', left: 'left', talking: 'talking', answered: 'waiting' },
  take: { waiting: 'talking', left: 'talking', answered: 'talking' },
  answer: { talking: 'talking' },
  invite: { talking: 'talking' },
  leave: { talking: 'talking' },
  hand_over: { talking: 'waiting' },
  finish: { talking: 'answered' },
  close: { waiting: 'closed', left: 'closed', talking: 'closed', answered: 'closed' },
} as const satisfies Record<string, Partial<Record<TalkState, TalkState>>>;

export type TalkAct = keyof typeof WAYS;

/** Where an act leads, or undefined where it cannot be done. */
export const stateAfterTalk = (act: TalkAct, state: TalkState): TalkState | undefined => {
  const ways: Partial<Record<TalkState, TalkState>> = WAYS[act];
  return ways[state];
};

const since = (...moments: (Instant | '')[]): Instant => moments.reduce((a, b) => (b > a ? b : a), '');
const isOver = (from: Instant, minutes: number, now: Instant): boolean => addMinutes(from, minutes) <= now;

/**
 * What a talk is by now. A librarian who has gone, or who was silent too long, gives it back to the front of
 * the queue; a reader's long silence answers it; what nobody takes in time, or waits at closing time, becomes
 * a message; an answered one is closed after a day. A list, a page and every act ask this.
 */
export const talkNow = (talk: TalkDocument, time: TalkTime): TalkDocument => {
  const { now, open, present } = time;
  if (talk.state === 'talking') {
    const from = since(talk.takenAt, talk.lastFrom === 'staff' ? talk.lastStaffAt : talk.lastReaderAt);
    if (talk.lastFrom === 'staff')
      return isOver(from, QUIET_MINUTES, now)
        ? talkNow(ended(talk, 'answered', addMinutes(from, QUIET_MINUTES)), time)
        : talk;
    if (!present.has(talk.takenBy)) return talkNow(queued(talk, { first: true, at: from }), time);
    return isOver(from, SILENT_MINUTES, now)
      ? talkNow(queued(talk, { first: true, at: addMinutes(from, SILENT_MINUTES) }), time)
      : talk;
  }
  if (talk.state === 'waiting') {
    const isLate = talk.waitsSince !== '' && isOver(talk.waitsSince, PROMISED_MINUTES, now);
    return open && !isLate ? talk : { ...talk, state: 'left', waitsSince: '' };
  }
  if (talk.state === 'answered' && talk.endedAt !== '' && isOver(talk.endedAt, REOPEN_MINUTES, now))
    return { ...talk, state: 'closed' };
  return talk;
};

/** Minutes in the queue, and hours as a message, after which all who answer see that it waits too long. */
const LATE_MINUTES = 5;
const LATE_HOURS = 24;

export const waitsTooLong = ({ state, askedAt }: TalkDocument, now: Instant): boolean => {
  if (state === 'waiting') return isOver(askedAt, LATE_MINUTES, now);
  return state === 'left' && isOver(askedAt, LATE_HOURS * 60, now);
};

/** Goes on: a reader has one of these at a time. */
export const isOpen = ({ state }: Pick<TalkDocument, 'state'>): boolean =>
  state === 'waiting' || state === 'talking' || state === 'left';

/** A talk that waits (again): who comes back for want of an answer stands first. */
export const queued = (talk: TalkDocument, { first, at }: { first: boolean; at: Instant }): TalkDocument => ({
  ...talk,
  state: 'waiting',
  first,
  waitsSince: at,
  takenBy: '',
  takenByName: '',
  invited: [],
  endedAt: '',
});

export const ended = (talk: TalkDocument, state: 'answered' | 'closed', at: Instant): TalkDocument => ({
  ...talk,
  state,
  invited: [],
  waitsSince: '',
  endedAt: at,
});

/** First who came back, then by first arrival. */
export const inOrder = (talks: readonly TalkDocument[]): TalkDocument[] =>
  [...talks].sort(
    (a, b) =>
      Number(b.first) - Number(a.first) || a.askedAt.localeCompare(b.askedAt) || a._id.localeCompare(b._id),
  );

/** So many of the last talks tell a range; fewer tell nothing. */
const LEAST_SAMPLES = 5;

/**
 * A range of minutes for a place in the queue, by the middle half of what the last ones waited for each place
 * (seconds); null where too few have.
 */
export const waitingMinutes = (
  secondsAPlace: readonly number[],
  place: number,
): { from: number; to: number } | null => {
  if (secondsAPlace.length < LEAST_SAMPLES) return null;
  const sorted = [...secondsAPlace].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const from = Math.max(1, Math.floor((at(0.25) * place) / 60));
  return { from, to: Math.max(from + 1, Math.ceil((at(0.75) * place) / 60)) };
};

/** Why something cannot be done to a talk that is what it is; none when it can. */
export const refusalsToTalk = (act: TalkAct, talk: TalkDocument): Refusal[] =>
  stateAfterTalk(act, talk.state) ? [] : [{ code: 'talk_is', state: talk.state }];

/** Pictures, voices and files of one talk: they go with it in one transaction. */
const MOST_MEDIA = 40;

export const refusalsToPut = ({ media }: Pick<TalkDocument, 'media'>): Refusal[] =>
  media.length >= MOST_MEDIA ? [{ code: 'talk_media_full', limit: MOST_MEDIA }] : [];

/** Who has a talk answers in it, and whoever they asked in. */
export const answersIn = (
  { state, takenBy, invited }: Pick<TalkDocument, 'state' | 'takenBy' | 'invited'>,
  openid: string,
): boolean => state === 'talking' && (takenBy === openid || invited.some(({ id }) => id === openid));

/** Colleagues beside who has it: more are a crowd. */
const MOST_INVITED = 3;

/** Why somebody cannot be asked in; who is in already is no fault. */
export const refusalsToInvite = ({ invited }: Pick<TalkDocument, 'invited'>, id: string): Refusal[] =>
  invited.length >= MOST_INVITED && !invited.some((each) => each.id === id)
    ? [{ code: 'talk_colleagues_full', limit: MOST_INVITED }]
    : [];

/** A talk without a colleague who was asked in. */
export const withoutColleague = (talk: TalkDocument, id: string): TalkDocument => ({
  ...talk,
  invited: talk.invited.filter((each) => each.id !== id),
});

/** Only who has a talk hands it over, asks in or finishes it; those asked in answer, too, and may go. */
export const refusalsOfStaff = (act: TalkAct, talk: TalkDocument, openid: string): Refusal[] => {
  const refusals = refusalsToTalk(act, talk);
  if (act === 'leave' && talk.takenBy === openid) return [{ code: 'talk_is_yours' }];
  if (refusals.length > 0 || act === 'take' || act === 'leave' || talk.takenBy === openid) return refusals;
  if (act === 'answer' && answersIn(talk, openid)) return [];
  return [{ code: 'talk_taken', by: talk.takenByName }];
};

/** What was said is taken back by who said it, for a short while. */
export const refusalsToTakeBack = (
  line: Pick<TalkLineDocument, 'from' | 'at' | 'takenBack'> | null,
  by: 'reader' | 'staff',
  now: Instant,
): Refusal[] => {
  const isOwn = line !== null && (by === 'reader' ? line.from === 'reader' : line.from !== 'reader');
  if (!line || !isOwn || line.from === 'library') return [{ code: 'words_not_found' }];
  if (line.takenBack) return [];
  return isOver(line.at, TAKE_BACK_MINUTES, now)
    ? [{ code: 'words_too_old', minutes: TAKE_BACK_MINUTES }]
    : [];
};

/** Who is there: looked within the last while, and has not gone. */
export const presentNow = (presences: readonly TalkPresenceDocument[], now: Instant): ReadonlySet<string> =>
  new Set(presences.filter(({ until }) => until > now).map(({ _id }) => _id));
