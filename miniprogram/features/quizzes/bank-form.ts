import type { BankQuestion } from '../../../typings/contract';
import { textIn, type Answers, type AskField } from '../../components/ask-sheet/fields';

/** A question as its sheet has it: choices one a line, a star before what is right. */

const TRUE_FALSE = ['对', '错'];
const STAR = /^[*＊]\s*/;

export type Draft = Omit<BankQuestion, 'retired'>;
export const NEW: Draft = {
  ...{ questionId: '', topic: '', kind: 'single', text: '', choices: [], right: [], why: '', changedAt: '' },
};

const topicAndText = ({ topic, text }: Draft, topics: string[]): AskField[] => [
  {
    ...{ name: 'topic', label: '主题', kind: 'text', value: topic, required: true, longest: 20 },
    ...(topics.length > 0 && { hint: `已有：${topics.slice(0, 6).join('、')}` }),
  },
  { name: 'text', label: '题目', kind: 'lines', value: text, required: true, longest: 300 },
];
const whyField = ({ why }: Draft): AskField => ({
  ...{ name: 'why', label: '解析', kind: 'lines', value: why, longest: 500 },
  hint: '竞答结束后和答案一起给读者看',
});

export const choiceFields = (question: Draft, topics: string[]): AskField[] => [
  ...topicAndText(question, topics),
  {
    ...{ name: 'choices', label: '选项', kind: 'lines', required: true, longest: 800 },
    value: question.choices.map((text, n) => (question.right.includes(n) ? `*${text}` : text)).join('\n'),
    placeholder: '*沈从文\n老舍\n巴金',
    hint: '一行一个，正确的前面加 *；一个 * 是单选，几个 * 是多选',
  },
  whyField(question),
];

export const trueFalseFields = (question: Draft, topics: string[]): AskField[] => [
  ...topicAndText(question, topics),
  {
    ...{ name: 'right', label: '答案', kind: 'choice', required: true },
    value: question.right.length > 0 ? String(question.right[0]) : '0',
    choices: TRUE_FALSE.map((name, n) => ({ id: String(n), name })),
  },
  whyField(question),
];

const words = (answers: Answers) => ({
  topic: textIn(answers, 'topic'),
  text: textIn(answers, 'text'),
  why: textIn(answers, 'why'),
});

export function withChoices(question: Draft, answers: Answers): Draft {
  const lines = textIn(answers, 'choices')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.replace(STAR, '') !== '');
  const right = lines.flatMap((line, n) => (STAR.test(line) ? [n] : []));
  return {
    ...question,
    ...words(answers),
    kind: right.length > 1 ? 'multiple' : 'single',
    choices: lines.map((line) => line.replace(STAR, '')),
    right,
  };
}

export const withTrueFalse = (question: Draft, answers: Answers): Draft => ({
  ...question,
  ...words(answers),
  kind: 'true_false',
  choices: TRUE_FALSE,
  right: [Number(textIn(answers, 'right'))],
});
