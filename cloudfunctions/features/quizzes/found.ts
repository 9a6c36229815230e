import { registrationId } from '../../community/registration-id';
import { isOver } from '../../community/quiz-attempt';
import type { EventDocument, QuizAttemptDocument, ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { between, type Database } from '../../kernel/database';
import { refuse } from '../../kernel/refusal';
import { readerAtOnce } from '../../reads/asking';
import { isOfKind, registrationFor } from '../../reads/held-events';
import type { QuizAsking } from '../../views/quizzes';

export type Quiz = EventDocument & Required<Pick<EventDocument, 'quiz'>>;

export const isQuiz = (event: EventDocument | null, context: Pick<Context, 'library'>): event is Quiz =>
  isOfKind(event, 'quiz', context) && event.quiz !== undefined;

export const attemptId = registrationId;

/** A quiz and where the reader stands in it. Two round trips. */
export const quizFor = async (
  context: Context,
  eventId: string,
): Promise<{ event: Quiz; asking: QuizAsking } | ReturnType<typeof refuse>> => {
  const [event, reader] = await Promise.all([context.db.get('events', eventId), readerAtOnce(context)]);
  if (!isQuiz(event, context)) return refuse({ code: 'event_not_found' });
  return { event, asking: { reader, ...(reader ? await ofReader(context, event, reader) : NOTHING) } };
};

const NOTHING = { own: null, attempt: null };

const ofReader = async ({ db }: Context, event: Quiz, reader: ReaderDocument) => {
  const [attempt, own] = await Promise.all([
    db.get('quizAttempts', attemptId(event._id, reader._id)),
    registrationFor(db, event, reader),
  ]);
  return { attempt, own };
};

/** Among all, and how many these are; nothing before everybody is through. One round trip. */
export const standingOf = async (
  { db, now }: Pick<Context, 'db' | 'now'>,
  event: Quiz,
  attempt: QuizAttemptDocument | null,
): Promise<{ rank?: number; taken?: number }> => {
  if (!isOver(event, now)) return {};
  const [taken, before] = await Promise.all([
    db.count('quizAttempts', { eventId: event._id }),
    attempt && betterThan(db, attempt),
  ]);
  return { taken, ...(before !== null && { rank: before + 1 }) };
};

const betterThan = async (
  db: Pick<Database, 'count'>,
  { eventId, score, usedSeconds, finishedAt }: QuizAttemptDocument,
): Promise<number> => {
  const counts = await Promise.all([
    db.count('quizAttempts', { eventId, score: between({ from: score + 1 }) }),
    db.count('quizAttempts', { eventId, score, usedSeconds: between({ below: usedSeconds }) }),
    db.count('quizAttempts', { eventId, score, usedSeconds, finishedAt: between({ below: finishedAt }) }),
  ]);
  return counts.reduce((sum, each) => sum + each, 0);
};
