import type { EventDraft } from '../../../typings/contract';
import { textIn, type Answers, type AskField } from '../../components/ask-sheet/fields';
import { choice, numberIn, text } from './draft-form';

export type Topic = { topic: string; questions: number };

const TOPIC = 'topic ';

export const chosenTopics = (answers: Answers): string[] =>
  Object.entries(answers)
    .filter(([name, answer]) => name.startsWith(TOPIC) && answer === 'yes')
    .map(([name]) => name.slice(TOPIC.length));

/** What a quiz asks, and how. */
export const quizFields = ({ quiz }: EventDraft, topics: Topic[]): AskField[] => [
  ...topics.map(({ topic, questions }) =>
    text(`${TOPIC}${topic}`, `${topic}（${questions} 题）`, quiz?.topics.includes(topic) ? 'yes' : '', {
      kind: 'switch',
    }),
  ),
  text('questions', '每人抽几题', String(quiz?.questions ?? 10), { kind: 'number', required: true }),
  text('minutes', '限时几分钟', String(quiz?.minutes ?? 15), { kind: 'number', required: true }),
  text('pointsEach', '每题几分', String(quiz?.pointsEach ?? 10), { kind: 'number', required: true }),
  choice('reveal', '答案和解析', quiz?.reveal ?? 'after_all', [
    { id: 'after_all', name: '全部结束后公布' },
    { id: 'after_own', name: '各人交卷后就看到' },
  ]),
  text('medalAt', '得分率到百分之几发勋章', quiz && quiz.medalAt === 0 ? '' : String(quiz?.medalAt ?? 80), {
    kind: 'number',
    hint: '不填：没有勋章。评奖的竞答请选“全部结束后公布”，免得先答的告诉后答的',
  }),
];

export const withQuiz = (draft: EventDraft, answers: Answers): EventDraft => ({
  ...draft,
  quiz: {
    topics: chosenTopics(answers),
    questions: numberIn(answers, 'questions') ?? 10,
    minutes: numberIn(answers, 'minutes') ?? 15,
    pointsEach: numberIn(answers, 'pointsEach') ?? 10,
    reveal: textIn(answers, 'reveal') === 'after_own' ? 'after_own' : 'after_all',
    medalAt: numberIn(answers, 'medalAt') ?? 0,
  },
});

/** How a challenge forgives, and what is reached in it. */
export const challengeFields = ({ challenge }: EventDraft): AskField[] => [
  text('makeUps', '可以补卡几次', challenge?.makeUps === 0 ? '' : String(challenge?.makeUps ?? 3), {
    kind: 'number',
    hint: '不填：不能补',
  }),
  text('steps', '满几天有勋章', (challenge?.steps ?? [7, 14, 21]).join(' '), {
    hint: '几个天数用空格隔开，从小到大',
  }),
  text('teamSize', '一队最多几人', challenge?.teamSize === 0 ? '' : String(challenge?.teamSize ?? 6), {
    kind: 'number',
    hint: '3 人以上；不填：不组队',
  }),
];

export const withChallenge = (draft: EventDraft, answers: Answers): EventDraft => ({
  ...draft,
  challenge: {
    makeUps: numberIn(answers, 'makeUps') ?? 0,
    steps: (textIn(answers, 'steps').match(/\d+/g) ?? []).map(Number),
    teamSize: numberIn(answers, 'teamSize') ?? 0,
  },
});
