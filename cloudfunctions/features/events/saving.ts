import * as v from 'valibot';
import type { EventDraft } from '../../../typings/contract/event-desk';
import type { Refusal } from '../../../typings/contract/refusals';
import { branchName } from '../../circulation/branches';
import { changesToTell, meet, refusalsOfDraft } from '../../community/event-draft';
import { refusalsOfChallenge } from '../../community/challenge-days';
import { needsRoom } from '../../community/event-kinds';
import { NOTHING_YET } from '../../community/event-terms';
import { withQuota } from '../../community/passing-on';
import { refusalsOfQuiz } from '../../community/quiz-attempt';
import { oddsOf } from '../../community/waiting-odds';
import { sha256 } from '../../community/tickets';
import type { EventTerms } from '../../../typings/contract/event-desk';
import type { EventDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import { between } from '../../kernel/database';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { bankOf } from '../../reads/quiz-bank';
import { followEvent } from '../../steps/event-following';
import { earliest, eventWithin, nextInLine, passOn } from '../../steps/event-places';
import { deskEvent, plainPartOf } from '../../views/event-desk';
import { DRAFT } from './draft-input';

/**
 * Makes an event or changes one. More places go to those who wait, in the same transaction; fewer than are
 * taken are refused. Who registered is told of another time or place by what follows.
 */
export const save = writing('eventDesk.save', {
  role: 'events',
  schema: v.strictObject({
    ...DRAFT,
    eventId: v.union([v.literal(''), anId]),
    publish: v.boolean(),
    besides: v.optional(anId),
  }),
  prepare: async (context, { eventId, publish: _publish, besides: _besides, ...draft }) => {
    const [clash, inLine, odds, bank] = await Promise.all([
      eventInRoom(context, draft, eventId),
      eventId === '' ? [] : nextInLine(context.db, eventId),
      oddsOfKind(context, draft),
      bankOf(context.db, draft.quiz?.topics ?? []),
    ]);
    return { clash, inLine, odds, have: bank.length, id: eventId || context.newId() };
  },
  run: async (context, { eventId, publish, besides, ...draft }, transaction, found) => {
    const { clash, inLine, odds, have, id } = found;
    const before = eventId === '' ? null : await eventWithin(transaction, eventId);
    if (eventId !== '' && !before) return refuse({ code: 'event_not_found' });
    if (before?.cancelled) return refuse({ code: 'event_cancelled' });
    if (before?.state === 'closed') return refuse({ code: 'event_already_closed' });
    const seen = publish || draft.publishAt !== null || before?.state === 'published';
    const refusals = [
      ...refusalsOfDraft(draft, before, context.library),
      ...refusalsOfQuiz(draft, before, { seen, have }, context.now),
      ...refusalsOfChallenge(draft, before, seen, context.now),
      ...(clash ? [clash] : []),
    ];
    if (refusals.length > 0) return { refusals };
    const sibling = besides === undefined || before ? null : await eventWithin(transaction, besides);
    if (besides !== undefined && !before && !sibling) return refuse({ code: 'event_not_found' });
    const seriesId = before?.seriesId ?? (sibling && (sibling.seriesId ?? sibling._id));
    if (sibling && sibling.seriesId === null) await transaction.put('events', { ...sibling, seriesId });
    const event = { ...saved(context, draft, before ?? fresh(id, draft), publish), odds, seriesId };
    const after = before
      ? await passOn(transaction, context, told(context, before, event), { inLine })
      : event;
    if (!before) await transaction.add('events', event);
    return {
      value: deskEvent(after, context),
      log: {
        outcome: before ? '修改活动' : after.state === 'draft' ? '新建活动草稿' : '发布活动',
        titleName: after.title,
        branchId: after.branchId,
      },
    };
  },
  afterwards: async (context, _input, { eventId }) => followEvent(context, eventId),
});

const PAST_EVENTS = 20;

const fresh = (_id: string, draft: EventDraft): EventDocument => ({
  ...NOTHING_YET,
  _id,
  ...partOf(draft),
  state: 'draft',
  free: draft.quota - draft.door,
});

/** What of a draft stands in the event itself. */
const partOf = (draft: EventDraft) => {
  const { kind, quiz, challenge } = draft;
  return {
    ...plainPartOf(draft),
    ...(kind === 'quiz' && quiz && { quiz }),
    ...(kind === 'challenge' && challenge && { challenge }),
  };
};

/** Once readers see an event, the way in which its places are given stays. */
const termsOf = (draft: EventDraft, before: EventDocument): EventTerms => {
  const { minAge, maxAge, categories, party, guestNames, fields, cancelHours, waiting, offerHours } = draft;
  return {
    way: before.state === 'draft' ? draft.way : before.terms.way,
    ...{ minAge, maxAge, categories, party, guestNames, fields, cancelHours, waiting, offerHours },
    ...{ lastHours: draft.lastHours, alone: draft.alone },
  };
};

const saved = (
  context: StaffContext,
  draft: EventDraft,
  before: EventDocument,
  publish: boolean,
): EventDocument => {
  const terms = termsOf(draft, before);
  const state = before.state === 'draft' && !publish ? 'draft' : 'published';
  const draw = terms.way === 'draw' ? drawOf(context, draft, before) : null;
  const event = { ...before, ...partOf(draft), terms, state, draw } as const;
  const changed = withQuota({ ...event, quota: before.quota, door: before.door }, draft.quota, draft.door);
  return {
    ...changed,
    nextAt: earliest(
      before.nextAt,
      state === 'draft' ? draft.publishAt : null,
      draw && !draw.listHash ? draft.closesAt : null,
    ),
  };
};

/** Our share of the seed is made with the event and only its hash is shown; a closed list stays as it is. */
const drawOf = (context: StaffContext, draft: EventDraft, { draw }: EventDocument): EventDocument['draw'] => {
  if (draw?.listHash) return draw;
  const share = draw?.share ?? Buffer.from(context.randomBytes(16)).toString('hex');
  return { source: draft.source, seedAt: draft.seedAt ?? '', commitment: sha256(share), share };
};

/** With what those who registered are to be told of the change. */
const told = (context: StaffContext, before: EventDocument, event: EventDocument): EventDocument => {
  const changes = changesToTell(before, event, branchName(context.library, event.branchId));
  if (changes.length === 0 || before.state === 'draft') return event;
  const telling = { id: String(event.turns), kind: 'changed' as const, text: changes.join('，') };
  return { ...event, tellings: [...event.tellings, telling], nextAt: context.now };
};

/** What became of those who waited at this kind's last events: reckoned here, not for each reader. */
const oddsOfKind = async ({ db, now }: StaffContext, { kind }: EventDraft) =>
  oddsOf(
    await db.find('events', {
      where: { state: 'closed', kind, cancelled: false, endsAt: between({ below: now }) },
      orderBy: [['endsAt', 'desc']],
      limit: PAST_EVENTS,
      fields: ['served', 'unserved'],
    }),
  );

/** Another event in the same room at that time. */
const eventInRoom = async (
  { db }: StaffContext,
  draft: EventDraft,
  eventId: string,
): Promise<Refusal | undefined> => {
  if (!needsRoom(draft.kind)) return undefined;
  const others = await db.find('events', {
    where: { branchId: draft.branchId, place: draft.place, endsAt: between({ from: draft.startsAt }) },
    orderBy: [['endsAt', 'asc']],
    limit: 200,
  });
  const clash = others.find(
    (other) => other._id !== eventId && !other.cancelled && needsRoom(other.kind) && meet(other, draft),
  );
  return clash && { code: 'room_taken', title: clash.title, startsAt: clash.startsAt, endsAt: clash.endsAt };
};
