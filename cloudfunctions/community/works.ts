import type { Refusal } from '../../typings/contract/refusals';
import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { CallDraft, WorkGroup, WorkSignature, WorkWords } from '../../typings/contract/works';
import type { CallPhase, CallState, WorkState } from '../../typings/contract/work-states';
import type { CallDocument, MediaDocument, ReaderDocument, WorkDocument } from '../documents';
import { ageOn, localDateOf } from '../kernel/local-date';
import { namedAs } from './naming';

type CallAct = 'announce' | 'decide' | 'call_off';

/** Everything that staff can do to a call. */
export const CALL_LIFE = [
  { act: 'announce', from: ['draft'], to: 'announced' },
  { act: 'decide', from: ['announced'], to: 'decided' },
  { act: 'call_off', from: ['draft', 'announced'], to: 'called_off' },
] as const satisfies readonly { act: CallAct; from: readonly CallState[]; to: CallState }[];

type WorkAct = 'send' | 'admit' | 'return' | 'withdraw';

/**
 * Everything that can happen to a work; what does not stand here is impossible. Keeping a draft is no step.
 */
export const WORK_LIFE = [
  { act: 'send', by: 'reader', from: ['draft', 'sent', 'admitted', 'returned', 'withdrawn'], to: 'sent' },
  { act: 'admit', by: 'check', from: ['sent'], to: 'admitted' },
  { act: 'return', by: 'staff', from: ['sent', 'admitted'], to: 'returned' },
  { act: 'withdraw', by: 'reader', from: ['sent', 'admitted', 'returned'], to: 'withdrawn' },
] as const satisfies readonly {
  act: WorkAct;
  by: 'reader' | 'staff' | 'check';
  from: readonly WorkState[];
  to: WorkState;
}[];

interface Way<Act, State> {
  readonly act: Act;
  readonly from: readonly State[];
  readonly to: State;
}

const after = <Act, State>(life: readonly Way<Act, State>[], act: Act, state: State): State | undefined =>
  life.find((way) => way.act === act && way.from.includes(state))?.to;

export const stateAfterCall = (act: CallAct, state: CallState): CallState | undefined =>
  after<CallAct, CallState>(CALL_LIFE, act, state);

export const stateAfterWork = (act: WorkAct, state: WorkState): WorkState | undefined =>
  after<WorkAct, WorkState>(WORK_LIFE, act, state);

type Timed = Pick<CallDocument, 'state' | 'kind' | 'opensAt' | 'closesAt'>;

/** What a call is now, whether or not anything has run. */
export const phaseOf = ({ state, kind, opensAt, closesAt }: Timed, now: Instant): CallPhase => {
  if (state !== 'announced') return state;
  if (now < opensAt) return 'coming';
  if (now < closesAt) return 'open';
  return kind === 'contest' ? 'judging' : 'ended';
};

/** When the phase began, or ends where that is what one has to know. */
const momentOf = (call: Timed, phase: CallPhase): Instant =>
  phase === 'coming' || phase === 'draft' ? call.opensAt : call.closesAt;

/** None where the call is in this phase now. */
export const refusalsUnlessIn = (call: Timed, phase: CallPhase, now: Instant): Refusal[] => {
  const is = phaseOf(call, now);
  return is === phase ? [] : [{ code: 'call_is', phase: is, at: momentOf(call, is) }];
};

/** The group of a reader: by full years on the day of closing. */
export const groupFor = (
  { groups, closesAt }: Pick<CallDraft, 'groups' | 'closesAt'>,
  birthDate: LocalDate,
): WorkGroup | undefined => {
  const age = ageOn(birthDate, localDateOf(closesAt));
  return groups.find(({ minAge, maxAge }) => (minAge ?? 0) <= age && age <= (maxAge ?? Infinity));
};

/** Why this reader cannot send a work now; the page, its button and the act ask here. */
export const refusalsToEnter = (
  call: CallDocument,
  { reader, barred }: { reader: Pick<ReaderDocument, 'birthDate' | 'standing'>; barred: boolean },
  now: Instant,
): Refusal[] => {
  const refusals = refusalsUnlessIn(call, 'open', now);
  if (reader.standing === 'pending') refusals.push({ code: 'application_pending' });
  if (reader.standing === 'closed') refusals.push({ code: 'account_closed' });
  if (barred) refusals.push({ code: 'judge_cannot_enter' });
  if (!groupFor(call, reader.birthDate))
    refusals.push({ code: 'no_group_for_age', age: ageOn(reader.birthDate, localDateOf(call.closesAt)) });
  return refusals;
};

const isBlank = (text: string): boolean => text.trim() === '';
const lengthOf = (text: string): number => [...text].length;

/** A name of one character would be found everywhere. */
const LEAST_NAME = 2;

/** What is wrong with a work that is to be sent. */
export const refusalsOfWork = (
  call: Pick<CallDocument, 'kind' | 'takes' | 'longest'>,
  { title, text, media }: WorkWords,
  { signedAs, penName }: WorkSignature,
  { name }: Pick<ReaderDocument, 'name'>,
): Refusal[] => {
  const refusals: Refusal[] = [];
  const lacks = (what: Extract<Refusal, { code: 'work_lacks' }>['what']) =>
    refusals.push({ code: 'work_lacks', what });
  if (isBlank(title)) lacks('title');
  if (call.takes === 'text' || call.takes === 'text_and_pictures') {
    if (isBlank(text)) lacks('text');
  } else if (media.length === 0) lacks(call.takes);
  if (lengthOf(text) > call.longest)
    refusals.push({ code: 'work_too_long', length: lengthOf(text), most: call.longest });
  if (signedAs === 'pen_name' && isBlank(penName)) lacks('pen_name');
  // Who judges must not read whose it is.
  const namesAuthor = lengthOf(name) >= LEAST_NAME && `${title}\n${text}`.includes(name);
  if (call.kind === 'contest' && namesAuthor) refusals.push({ code: 'work_names_author' });
  return refusals;
};

/** Pictures of a contest, or the one recording of a reading aloud. */
const mostMedia = ({ kind, takes, pictures }: Pick<CallDocument, 'kind' | 'takes' | 'pictures'>): number =>
  kind === 'reading_aloud' ? 1 : takes === 'text' ? 0 : pictures;

/** A recorder stops a little late. */
const LATE_SECONDS = 2;

/** What does not fit the call of what a work is made of. */
export const refusalsOfMedia = (
  call: Pick<CallDocument, 'kind' | 'takes' | 'pictures' | 'seconds'>,
  media: readonly Pick<MediaDocument, 'kind' | 'seconds'>[],
): Refusal[] => {
  const most = mostMedia(call);
  if (media.length > most) return [{ code: 'work_too_many', most }];
  const wanted = call.kind === 'contest' ? 'picture' : 'voice';
  if (media.some(({ kind }) => kind !== wanted)) return [{ code: 'file_not_allowed', why: 'kind' }];
  const isLong = media.some(({ seconds }) => seconds > call.seconds + LATE_SECONDS);
  return isLong ? [{ code: 'file_not_allowed', why: 'length' }] : [];
};

/** Under which name a work stands where others see it. */
export const signedBy = (
  { signedAs, penName }: Pick<WorkSignature, 'signedAs' | 'penName'>,
  name: string,
): string => namedAs({ naming: signedAs, penName }, name);

/** Others see what has passed and is wanted to be seen; of a contest not before it is decided. */
export const isShown = ({ state, publish }: Pick<WorkDocument, 'state' | 'publish'>): boolean =>
  state === 'admitted' && publish;

export const showsWorks = (call: Timed, now: Instant): boolean => {
  const phase = phaseOf(call, now);
  return call.kind === 'contest' ? phase === 'decided' : phase === 'open' || phase === 'ended';
};

/** What is wrong with a call as its form sends it. */
export const refusalsOfCall = (draft: CallDraft): Refusal[] => {
  const wrong = (field: Extract<Refusal, { code: 'call_wrong' }>['field'], is: boolean): Refusal[] =>
    is ? [{ code: 'call_wrong', field }] : [];
  const ages = [...draft.groups].sort((a, b) => (a.minAge ?? 0) - (b.minAge ?? 0));
  const overlap = ages.some(({ minAge }, n) => n > 0 && (minAge ?? 0) <= (ages[n - 1]?.maxAge ?? Infinity));
  const backwards = draft.groups.some(
    ({ minAge, maxAge }) => minAge !== null && maxAge !== null && maxAge < minAge,
  );
  const isContest = draft.kind === 'contest';
  return [
    ...wrong('closesAt', draft.closesAt <= draft.opensAt),
    ...wrong('groups', draft.groups.length === 0 || overlap || backwards || sameIn(draft.groups)),
    ...wrong('criteria', isContest && (draft.criteria.length === 0 || sameIn(draft.criteria))),
    ...wrong(
      'prizes',
      draft.prizes.some(({ upTo }, n) => n > 0 && upTo <= (draft.prizes[n - 1]?.upTo ?? 0)),
    ),
    ...wrong('takes', isContest === (draft.takes === 'recording')),
  ];
};

const sameIn = (list: readonly { id: string }[]): boolean =>
  new Set(list.map(({ id }) => id)).size < list.length;
