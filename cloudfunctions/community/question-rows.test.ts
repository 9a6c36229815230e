import { questionsOf } from './question-rows';

const HEAD = ['主题', '题型', '题目', 'A', 'B', 'C', 'D', '答案', '解析'];
const rows = (...lines: (string[] | null)[]) => [HEAD, ...lines].map((cells, n) => ({ line: n + 1, cells }));
const LINE = ['云溪', '单选', '溪水流向哪里？', '东', '西', '', '', 'A', '看地图'];
const line = (changes: Record<string, string>) => HEAD.map((name, n) => changes[name] ?? LINE[n] ?? '');

it('reads single, multiple and true or false, whatever the order of the columns', () => {
  const several = line({ 题型: '多选题', C: '南', 答案: 'A、C' });
  const either = line({ 题型: '判断', A: '', B: '', 答案: '错误' });
  expect(questionsOf(rows(LINE, several, either))).toEqual({
    questions: [
      expect.objectContaining({ topic: '云溪', kind: 'single', choices: ['东', '西'], right: [0] }),
      expect.objectContaining({ kind: 'multiple', choices: ['东', '西', '南'], right: [0, 2] }),
      expect.objectContaining({ kind: 'true_false', choices: ['对', '错'], right: [1] }),
    ],
  });
  const turned = rows(LINE).map(({ line: n, cells }) => ({ line: n, cells: cells && [...cells].reverse() }));
  expect(questionsOf(turned)).toEqual(questionsOf(rows(LINE)));
});

it('names every line that is none, and why', () => {
  const wrong = [
    line({ 主题: '' }),
    line({ 题目: '' }),
    line({ 题型: '填空' }),
    line({ B: '' }),
    line({ B: '', C: '西' }),
    line({ B: '东' }),
    line({ 答案: 'E' }),
    line({ 答案: '' }),
    line({ 题型: '判断', 答案: '也许' }),
    line({ 题目: '长'.repeat(301) }),
    null,
  ];
  const read = questionsOf(rows(LINE, ...wrong));
  expect('faults' in read && read.faults.map(({ line: n, why }) => `${n} ${why}`)).toEqual([
    '3 no_topic',
    '4 no_text',
    '5 kind',
    '6 choices',
    '7 choices',
    '8 choices',
    '9 right',
    '10 right',
    '11 right',
    '12 too_long',
    '13 row',
  ]);
});
