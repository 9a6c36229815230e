import type { QuizPage } from '../../../typings/contract';
import { quizView, rankRows } from './quiz-view';

const page = (changes: Partial<QuizPage> = {}): QuizPage => ({
  ...{ eventId: 'e', title: '云溪知多少', about: [], topics: ['云溪'], questions: 10, minutes: 15 },
  ...{ pointsEach: 10, reveal: 'after_all', medalAt: 80, state: 'may_start', because: [], name: '林＊＊' },
  ...{ named: false, startsAt: '2026-11-22T01:00:00.000Z', endsAt: '2026-11-23T01:00:00.000Z' },
  ...changes,
});
const view = (changes: Partial<QuizPage> = {}) => quizView(page(changes), '2026-11-22');
const result = { score: 80, right: 8, seconds: 312, byTime: false, medal: true };

test('before it begins: what it is, what holds, and one thing to do', () => {
  expect(view().facts.map(({ name, value }) => value + name)).toEqual(['10题', '15分钟', '100满分']);
  expect(view().rules.join('')).toContain('明天 09:00 全部结束后公布');
  expect(view({ reveal: 'after_own' }).rules.join('')).toContain('交卷后马上');
  expect(view().primary).toMatchObject({ kind: 'start', text: '开始答题' });
  expect(view({ state: 'running', secondsLeft: 65 }).primary.note).toContain('1:05');
  expect(view({ state: 'not_yet' }).primary).toMatchObject({ kind: 'none', note: '今天 09:00 开始' });
});

test('a result says score, time and rank once that is known; explanations come when they may', () => {
  const handed = view({ state: 'handed_in', result });
  expect(handed.result).toMatchObject({ score: '80', of: '满分 100', medal: '云溪知多少 勋章' });
  expect(handed.result?.note).toContain('明天 09:00 后公布');
  expect(handed.explained).toEqual([]);
  const asked = { kind: 'single' as const, text: '几座桥？', choices: ['一', '二', '三'], chosen: [0] };
  const over = view({
    state: 'over',
    taken: 31,
    result: { ...result, rank: 4 },
    paper: [{ ...asked, right: [2], why: '数过。' }],
  });
  expect(over.result?.lines.at(-1)).toEqual({ name: '名次', value: '4 / 31' });
  expect(over.explained[0]).toMatchObject({
    right: false,
    choices: [
      { mark: 'wrong', says: '不对，您选的' },
      { mark: '', says: '' },
      { mark: 'right', says: '正确' },
    ],
  });
  expect(over.primary).toMatchObject({ kind: 'ranking', note: '31 人参加' });
});

test('a paper of another time is not explained while it runs', () =>
  expect(view({ state: 'running', paper: [] }).explained).toEqual([]));

test('who did not say their name is a reader; oneself is oneself', () =>
  expect(
    rankRows([
      { rank: 1, name: '', score: 100, seconds: 61, mine: false },
      { rank: 2, name: '林＊＊', score: 90, seconds: 70, mine: true },
    ]).map(({ name, time }) => `${name} ${time}`),
  ).toEqual(['一位读者 1:01', '我（林＊＊） 1:10']));
