import type { QuestionKind, QuizPlan } from '../typings/contract/quizzes';
import type { Instant, LocalDate } from '../typings/contract/shapes';
import type { EventDocument, QuizAttemptDocument, QuizQuestionDocument } from '../cloudfunctions/documents';
import { DEFAULT_TERMS, NOTHING_YET } from '../cloudfunctions/community/event-terms';
import { handedIn, untilTheEnd } from '../cloudfunctions/community/quiz-attempt';
import { drawnQuestions, marked, onPaper } from '../cloudfunctions/community/quiz-paper';
import { shownName } from '../cloudfunctions/community/shown-name';
import { addDays, addMinutes, instantOf } from '../cloudfunctions/kernel/local-date';
import { pick } from './chance';
import { readersOn } from './people';
import { QUESTIONS } from './quiz-questions';

const kindOf = (choices: string[]): QuestionKind =>
  choices.length === 2 ? 'true_false' : choices.filter(starred).length > 1 ? 'multiple' : 'single';
const starred = (choice: string): boolean => choice.startsWith('*');

export const quizQuestionsOn = (today: LocalDate): QuizQuestionDocument[] =>
  QUESTIONS.map(([topic, text, choices, why], n) => ({
    _id: `question-${String(n + 1).padStart(2, '0')}`,
    topic,
    kind: kindOf(choices),
    text,
    choices: choices.map((choice) => choice.replace(/^\*/, '')),
    right: choices.flatMap((choice, place) => (starred(choice) ? [place] : [])),
    why,
    retired: false,
    changedAt: instantOf(addDays(today, -30), '10:00'),
    by: '许清',
  }));

const PLAN: QuizPlan = {
  ...{ topics: ['古诗词', '图书馆'], questions: 10, minutes: 10, pointsEach: 10, medalAt: 80 },
  reveal: 'after_all',
};

const quiz = (today: LocalDate, own: Pick<EventDocument, '_id' | 'title' | 'startsAt' | 'endsAt'>) => ({
  ...NOTHING_YET,
  ...{ kind: 'quiz' as const, speaker: '', audience: '全体读者', branchId: 'main', place: '线上' },
  about: ['从本馆题库里抽题，人人不同。答完看解析，也许会想借一本书来读。'],
  opensAt: instantOf(addDays(today, -20), '09:00'),
  closesAt: own.endsAt,
  ...{ quota: 2000, free: 2000, quiz: PLAN },
  terms: { ...DEFAULT_TERMS, way: 'come' as const },
  ...own,
});

/** One that runs, and one that is over. */
export const quizzesOn = (today: LocalDate): EventDocument[] => [
  quiz(today, {
    ...{ _id: 'e-quiz', title: '诗词与书 · 冬季知识竞答' },
    startsAt: instantOf(addDays(today, -2), '09:00'),
    endsAt: instantOf(addDays(today, 9), '21:00'),
  }),
  {
    ...quiz(today, {
      ...{ _id: 'e-quiz-science', title: '身边的科学 · 知识竞答' },
      startsAt: instantOf(addDays(today, -8), '09:00'),
      endsAt: instantOf(addDays(today, -1), '21:00'),
    }),
    state: 'closed',
    quiz: { ...PLAN, topics: ['科学'], questions: 5, pointsEach: 20, minutes: 5 },
  },
];

const TOOK_PART = [
  'r-lin',
  'r-shen',
  'r-zhou',
  'r-tang',
  'r-gao',
  'r-zheng',
  'r-wu',
  'r-chen',
  'r-xu',
  'r-he',
];
/** Of those who took part, who said that their name may stand in the ranking. */
const NAMED = ['r-lin', 'r-shen', 'r-tang', 'r-wu'];
/** Of ten questions so many are answered rightly by chance. */
const OFTEN_RIGHT = 7;
/** Who is shown with a medal. */
const GOOD = 'r-lin';

/** What became of the quiz that is over, by the same rules by which it would have been taken. */
export const quizAttemptsOn = (today: LocalDate): QuizAttemptDocument[] => {
  const event = quizzesOn(today).find(({ _id }) => _id === 'e-quiz-science');
  const readers = readersOn(today);
  return TOOK_PART.flatMap((id, n) => {
    const reader = readers.find(({ _id }) => _id === id);
    const name = reader && NAMED.includes(id) ? shownName(reader, today) : '';
    return event
      ? [
          attemptOf(
            event,
            { readerId: id, name },
            instantOf(addDays(today, -7 + (n % 5)), `1${n % 9}:20`),
            today,
          ),
        ]
      : [];
  });
};

const knows = (readerId: string, n: number, key: string): boolean =>
  readerId === GOOD ? n !== 1 : pick(key, 10) < OFTEN_RIGHT;

const attemptOf = (
  { _id: eventId, title, quiz: plan = PLAN }: EventDocument,
  who: { readerId: string; name: string },
  startedAt: Instant,
  today: LocalDate,
): QuizAttemptDocument => {
  const seed = `demo ${eventId} ${who.readerId}`;
  const bank = new Map(
    quizQuestionsOn(today).flatMap((each) => (plan.topics.includes(each.topic) ? [[each._id, each]] : [])),
  );
  const questions = drawnQuestions(seed, [...bank.keys()], plan.questions).flatMap((id) => {
    const question = bank.get(id);
    return question ? [onPaper(seed, question)] : [];
  });
  const answers = questions.map(({ right, questionId }, n) =>
    knows(who.readerId, n, `${seed} ${questionId}`) ? right : [n % 2],
  );
  const times = { startedAt, endsAt: addMinutes(startedAt, plan.minutes), submittedAt: null };
  const seconds = 90 + pick(seed, 200);
  const through = new Date(Date.parse(startedAt) + seconds * 1000).toISOString();
  return {
    ...{ _id: `${eventId}_${who.readerId}`, eventId, title, seed, ...who },
    ...times,
    ...{ pointsEach: plan.pointsEach, full: questions.length * plan.pointsEach, medalAt: plan.medalAt },
    questions,
    ...marked({ questions, pointsEach: plan.pointsEach }, answers),
    ...untilTheEnd(times),
    ...handedIn(times, through),
    asked: questions.map(({ questionId }) => questionId),
    whole: true,
  };
};
