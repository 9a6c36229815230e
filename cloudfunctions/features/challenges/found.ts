import { registrationId } from '../../community/registration-id';
import { periodOf, refusalsToTakePart } from '../../community/challenge-days';
import type { ChallengeRunDocument, ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { refuse } from '../../kernel/refusal';
import { readerAtOnce } from '../../reads/asking';
import { isOfKind, registrationFor } from '../../reads/held-events';
import { itemsOnLoanTo } from '../../reads/loans';
import type { Challenge, ChallengeAsking } from '../../views/challenges';

/** More days than a challenge has. */
const MOST_NOTES = 100;
/** More than a team has. */
const MOST_TOGETHER = 100;

const runId = registrationId;

const NOBODY: ChallengeAsking = {
  ...{ reader: null, own: null, run: null, notes: [], books: [], team: null, together: [] },
};

/** A challenge and where the reader stands in it. Three round trips at most. */
export const challengeFor = async (
  context: Context,
  eventId: string,
): Promise<{ event: Challenge; asking: ChallengeAsking } | ReturnType<typeof refuse>> => {
  const [found, reader] = await Promise.all([context.db.get('events', eventId), readerAtOnce(context)]);
  if (!isOfKind(found, 'challenge', context) || !found.challenge) return refuse({ code: 'event_not_found' });
  const event = { ...found, challenge: found.challenge };
  return { event, asking: reader ? await askingOf(context, event, reader) : NOBODY };
};

const askingOf = async (
  { db }: Context,
  event: Challenge,
  reader: ReaderDocument,
): Promise<ChallengeAsking> => {
  const [own, run, notes, items] = await Promise.all([
    registrationFor(db, event, reader),
    db.get('challengeRuns', runId(event._id, reader._id)),
    db.find('challengeNotes', {
      where: { readerId: reader._id, eventId: event._id },
      orderBy: [['on', 'desc']],
      limit: MOST_NOTES,
    }),
    itemsOnLoanTo(db, reader),
  ]);
  const books = new Map(items.map(({ titleId, title }) => [titleId, { titleId, title: title.title }]));
  return {
    ...{ reader, own, run, notes, books: [...books.values()] },
    ...(await teamOf({ db }, run?.teamId ?? '')),
  };
};

/** A team and the runs of all who are in it. One round trip; none without a team. */
export const teamOf = async (
  { db }: Pick<Context, 'db'>,
  teamId: string,
): Promise<Pick<ChallengeAsking, 'team' | 'together'>> => {
  if (teamId === '') return { team: null, together: [] };
  const [team, together] = await Promise.all([
    db.get('challengeTeams', teamId),
    db.find('challengeRuns', { where: { teamId }, limit: MOST_TOGETHER, fields: ['count'] }),
  ]);
  return { team, together };
};

/** The same by whoever has a card. */
export const ownChallenge = async (context: Context, eventId: string) => {
  const found = await challengeFor(context, eventId);
  if ('refusals' in found) return found;
  const { reader } = found.asking;
  return reader ? { ...found, reader } : refuse({ code: 'no_card' });
};

/** And while they can take part. */
export const takingPart = async (context: Context, { eventId }: { eventId: string }) => {
  const found = await ownChallenge(context, eventId);
  if ('refusals' in found) return found;
  const refusals = refusalsToTakePart(found.event, found.asking, context);
  return refusals.length > 0 ? { refusals } : found;
};

/** A run that has not begun. */
export const freshRun = (event: Challenge, { _id: readerId }: ReaderDocument): ChallengeRunDocument => ({
  _id: runId(event._id, readerId),
  eventId: event._id,
  readerId,
  title: event.title,
  steps: event.challenge.steps,
  days: [],
  count: 0,
  lastOn: '',
  teamId: '',
  endsOn: periodOf(event).last,
  whole: true,
});
