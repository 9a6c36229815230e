import type { Shot } from './shots';
import { inTurn } from './stage';

/** Quizzes and reading challenges, as readers take part in them and as staff make them. */

const page = (name: string): string => `features/quizzes/pages/${name}/index`;
const of = (name: string, eventId: string): string => `${page(name)}?eventId=${eventId}`;
const challengePage = (name: string): string => `features/challenges/pages/${name}/index`;
const at = (name: string): string => `${challengePage(name)}?eventId=e-challenge`;
const STAFF = 'librarian';

export const gamesShots: Shot[] = [
  { name: 'quiz', caption: '知识竞答', shows: page('quiz'), starts: of('quiz', 'e-quiz'), as: 'reader' },
  {
    name: 'quiz-paper',
    caption: '知识竞答 · 答题',
    shows: page('paper'),
    starts: of('quiz', 'e-quiz'),
    as: 'reader',
    act: inTurn(
      (stage) => stage.tap('开始答题'),
      (stage) => stage.tap('开始'),
    ),
  },
  {
    name: 'quiz-result',
    caption: '知识竞答 · 成绩',
    shows: page('quiz'),
    starts: of('quiz', 'e-quiz-science'),
    as: 'reader',
  },
  {
    name: 'quiz-explained',
    caption: '知识竞答 · 解析',
    shows: page('quiz'),
    starts: of('quiz', 'e-quiz-science'),
    as: 'reader',
    act: (stage) => stage.scrollBy(5000),
  },
  {
    name: 'quiz-ranking',
    caption: '知识竞答 · 排行榜',
    shows: page('ranking'),
    starts: of('ranking', 'e-quiz-science'),
    as: 'reader',
  },
  { name: 'quiz-bank', caption: '竞答题库', shows: page('bank'), as: STAFF, wide: true },
  {
    name: 'quiz-bank-question',
    caption: '竞答题库 · 写一道题',
    shows: page('bank'),
    as: STAFF,
    act: (stage) => stage.tap('写一道选择题'),
  },
  {
    name: 'quiz-figures',
    caption: '竞答数据',
    shows: page('figures'),
    starts: of('figures', 'e-quiz-science'),
    as: STAFF,
    wide: true,
  },
  {
    name: 'challenge',
    caption: '阅读打卡',
    shows: challengePage('challenge'),
    starts: at('challenge'),
    as: 'reader',
  },
  {
    name: 'challenge-below',
    caption: '阅读打卡 · 往下',
    shows: challengePage('challenge'),
    starts: at('challenge'),
    as: 'reader',
    act: (stage) => stage.scrollBy(5000),
  },
  {
    name: 'challenge-check-in',
    caption: '阅读打卡 · 打卡',
    shows: challengePage('challenge'),
    starts: at('challenge'),
    as: 'reader',
    act: (stage) => stage.tap('今天打卡'),
  },
  {
    name: 'challenge-notes',
    caption: '大家写的',
    shows: challengePage('notes'),
    starts: at('notes'),
    as: 'reader',
  },
  { name: 'challenge-medals', caption: '我的勋章', shows: challengePage('medals'), as: 'reader' },
  {
    name: 'challenge-desk',
    caption: '打卡数据 · 馆员',
    shows: challengePage('desk'),
    starts: at('desk'),
    as: STAFF,
    wide: true,
  },
  {
    name: 'quiz-run',
    caption: '一场竞答 · 馆员',
    shows: 'features/events/pages/run/index',
    starts: 'features/events/pages/run/index?eventId=e-quiz',
    as: STAFF,
  },
];
