import type { BankQuestion, QuizAsked, QuizPage } from '../../typings/contract/quizzes';
import {
  hasMedal,
  isOver,
  isRunning,
  mayKnow,
  quizState,
  refusalsToStart,
  secondsLeft,
} from '../community/quiz-attempt';
import { shownName } from '../community/shown-name';
import type {
  EventDocument,
  QuizAttemptDocument,
  QuizQuestionDocument,
  ReaderDocument,
  RegistrationDocument,
} from '../documents';
import type { Context } from '../kernel/context';

type At = Pick<Context, 'library' | 'now' | 'today'>;

export interface QuizAsking {
  reader: ReaderDocument | null;
  own: RegistrationDocument | null;
  attempt: QuizAttemptDocument | null;
}

/** A quiz as one reader sees it. What is right is in it from the moment on at which it may be known. */
export const quizPage = (
  event: EventDocument & Required<Pick<EventDocument, 'quiz'>>,
  asking: QuizAsking,
  at: At,
  { rank, taken }: { rank?: number; taken?: number } = {},
): QuizPage => {
  const { reader, attempt } = asking;
  const { topics, questions, minutes, pointsEach, reveal, medalAt } = event.quiz;
  const state = quizState(event, asking, at);
  const running = state === 'running' && attempt !== null;
  const known = attempt !== null && mayKnow(event, attempt, at.now);
  return {
    ...{ topics, questions, minutes, pointsEach, reveal, medalAt },
    eventId: event._id,
    title: event.title,
    about: event.about,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    state,
    because: state === 'not_for_you' ? refusalsToStart(event, asking, at) : [],
    name: reader ? shownName(reader, at.today) : '',
    named: (attempt?.name ?? '') !== '',
    ...(running && { secondsLeft: secondsLeft(attempt, at.now) }),
    ...(attempt && attempt.whole && (running || known) && { paper: paperOf(attempt, known) }),
    ...(attempt && !isRunning(attempt, at.now) && { result: resultOf(attempt, at.now, rank) }),
    ...(taken !== undefined && isOver(event, at.now) && { taken }),
  };
};

const paperOf = ({ questions, answers }: QuizAttemptDocument, known: boolean): QuizAsked[] =>
  questions.map(({ kind, text, choices, right, why }, n) => ({
    kind,
    text,
    choices,
    chosen: answers[n] ?? [],
    ...(known && { right, why }),
  }));

const resultOf = (attempt: QuizAttemptDocument, now: string, rank: number | undefined) => ({
  score: attempt.score,
  right: attempt.rightOnes.length,
  seconds: attempt.usedSeconds,
  byTime: attempt.submittedAt === null,
  medal: hasMedal(attempt, now),
  ...(rank !== undefined && { rank }),
});

export const bankQuestion = ({ _id, by: _by, ...question }: QuizQuestionDocument): BankQuestion => ({
  questionId: _id,
  ...question,
});
