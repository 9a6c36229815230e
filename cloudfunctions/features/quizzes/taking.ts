import * as v from 'valibot';
import {
  endOf,
  handedIn,
  refusalsToStart,
  refusalsToWrite,
  secondsLeft,
  untilTheEnd,
} from '../../community/quiz-attempt';
import { canChoose, drawnQuestions, marked, onPaper } from '../../community/quiz-paper';
import { shownName } from '../../community/shown-name';
import type { QuizAttemptDocument, ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { readerAtOnce } from '../../reads/asking';
import { bankOf } from '../../reads/quiz-bank';
import { quizPage, type QuizAsking } from '../../views/quizzes';
import { attemptId, quizFor, standingOf, type Quiz } from './found';

/**
 * Begins, once. The attempt is a document of its own: however many begin at once, no two meet; two phones of
 * one reader meet in it, and the second is given what the first began.
 */
export const start = writing('quizzes.start', {
  caller: 'reader',
  schema: v.strictObject({ eventId: anId, named: v.boolean() }),
  prepare: async (context, { eventId, named }) => {
    const found = await quizFor(context, eventId);
    if ('refusals' in found) return found;
    const { event, asking } = found;
    const { reader } = asking;
    if (!reader) return refuse({ code: 'no_card' });
    const refusals = refusalsToStart(event, asking, context);
    if (refusals.length > 0) return { refusals };
    const name = named ? shownName(reader, context.today) : '';
    const fresh = asking.attempt ? null : await paperFor(context, event, reader, name);
    if (fresh && fresh.questions.length === 0)
      return refuse({ code: 'quiz_too_few', have: 0, asked: event.quiz.questions });
    return { event, asking, fresh };
  },
  run: async (context, _input, transaction, { event, asking, fresh }) => {
    const id = fresh?._id ?? asking.attempt?._id ?? '';
    const before = await transaction.get('quizAttempts', id);
    const attempt = before ?? fresh;
    if (!attempt) return refuse({ code: 'quiz_not_started' });
    if (!before) await transaction.put('quizAttempts', attempt);
    return {
      value: quizPage(event, { ...asking, attempt }, context),
      log: { outcome: before ? '继续竞答' : '开始竞答', ...about(event, attempt) },
    };
  },
});

const about = ({ branchId }: Quiz, { readerId, title }: QuizAttemptDocument) => ({
  readerId,
  titleName: title,
  branchId,
});

const paperFor = async (
  context: Context,
  event: Quiz,
  { _id: readerId }: ReaderDocument,
  name: string,
): Promise<QuizAttemptDocument> => {
  const { db, now } = context;
  const { topics, questions: count, minutes, pointsEach, medalAt } = event.quiz;
  const seed = Buffer.from(context.randomBytes(16)).toString('hex');
  const ids = drawnQuestions(seed, await bankOf(db, topics), count);
  const byId = new Map((await db.getMany('quizQuestions', ids)).map((each) => [each._id, each]));
  const questions = ids.flatMap((id) => byId.get(id) ?? []).map((each) => onPaper(seed, each));
  const times = { startedAt: now, endsAt: endOf(event, minutes, now), submittedAt: null };
  return {
    _id: attemptId(event._id, readerId),
    eventId: event._id,
    readerId,
    title: event.title,
    seed,
    ...times,
    pointsEach,
    full: questions.length * pointsEach,
    medalAt,
    questions,
    ...marked(
      { questions, pointsEach },
      questions.map(() => []),
    ),
    ...untilTheEnd(times),
    asked: questions.map(({ questionId }) => questionId),
    name,
    whole: true,
  };
};

const A_PLACE = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99));

/** One answer, kept at once. By the library's clock: one that comes after the end was never there. */
export const answer = writing('quizzes.answer', {
  caller: 'reader',
  schema: v.strictObject({
    eventId: anId,
    place: A_PLACE,
    chosen: v.pipe(v.array(A_PLACE), v.maxLength(12)),
  }),
  prepare: async (context) => (await readerAtOnce(context)) ?? refuse({ code: 'no_card' }),
  run: async ({ now }, { eventId, place, chosen }, transaction, reader) => {
    const attempt = await transaction.get('quizAttempts', attemptId(eventId, reader._id));
    const refusals = refusalsToWrite(attempt, now);
    if (!attempt || refusals.length > 0) return { refusals };
    const question = attempt.questions[place];
    if (!question || !canChoose(question, chosen))
      return refuse({ code: 'quiz_choice_wrong', place: place + 1 });
    const answers = attempt.answers.map((before, n) =>
      n === place ? [...chosen].sort((a, b) => a - b) : before,
    );
    await transaction.amend('quizAttempts', attempt._id, { set: marked(attempt, answers) });
    return {
      value: {
        secondsLeft: secondsLeft(attempt, now),
        answered: answers.filter(({ length }) => length > 0).length,
      },
      log: { outcome: '竞答作答', readerId: reader._id, titleName: attempt.title },
    };
  },
});

const ofReader = async (context: Context, { eventId }: { eventId: string }) => {
  const found = await quizFor(context, eventId);
  if ('refusals' in found) return found;
  return found.asking.reader ? found : refuse({ code: 'no_card' });
};

/** Handed in twice is handed in once. */
export const handIn = writing('quizzes.handIn', {
  caller: 'reader',
  schema: v.strictObject({ eventId: anId }),
  prepare: ofReader,
  run: async (context, { eventId }, transaction, { event, asking }) => {
    const attempt = await transaction.get('quizAttempts', attemptId(eventId, asking.reader?._id ?? ''));
    const refusals = attempt?.submittedAt ? [] : refusalsToWrite(attempt, context.now);
    if (!attempt || refusals.length > 0) return { refusals };
    const after: QuizAttemptDocument = attempt.submittedAt
      ? attempt
      : { ...attempt, ...handedIn(attempt, context.now) };
    await transaction.put('quizAttempts', after);
    const asked: QuizAsking = { ...asking, attempt: after };
    return {
      value: quizPage(event, asked, context, await standingOf(context, event, after)),
      log: { outcome: '交卷', ...about(event, after) },
    };
  },
});

export const setNamed = writing('quizzes.setNamed', {
  caller: 'reader',
  schema: v.strictObject({ eventId: anId, named: v.boolean() }),
  prepare: async (context) => (await readerAtOnce(context)) ?? refuse({ code: 'no_card' }),
  run: async ({ today }, { eventId, named }, transaction, reader) => {
    const attempt = await transaction.get('quizAttempts', attemptId(eventId, reader._id));
    if (!attempt) return refuse({ code: 'quiz_not_started' });
    const name = named ? shownName(reader, today) : '';
    await transaction.amend('quizAttempts', attempt._id, { set: { name } });
    return {
      value: { named },
      log: {
        outcome: named ? '排行榜显示称呼' : '排行榜不显示称呼',
        readerId: reader._id,
        titleName: attempt.title,
      },
    };
  },
});
