import type { QuestionFault } from '../../typings/contract/question-faults';
import type { QuizQuestionDocument } from '../documents';
import { faultOfQuestion } from './quiz-paper';

/** Questions of a list, as staff keep them in a table: 主题, 题型, 题目, A to H, 答案, 解析, in any order. */

export interface QuestionRow {
  line: number;
  /** null: the row could not be read. */
  cells: readonly string[] | null;
}

export type NewQuestion = Pick<QuizQuestionDocument, 'topic' | 'kind' | 'text' | 'choices' | 'right' | 'why'>;

export const LONGEST = { topic: 20, text: 300, choice: 100, why: 500 };
const TRUE_FALSE = ['对', '错'];
const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
const KINDS: Record<string, NewQuestion['kind']> = {
  单选: 'single',
  单选题: 'single',
  多选: 'multiple',
  多选题: 'multiple',
  判断: 'true_false',
  判断题: 'true_false',
};
const SAYS_RIGHT = ['对', '正确', '√', '是', 'A'];
const SAYS_WRONG = ['错', '错误', '×', '否', 'B'];

type Cell = (header: string) => string;

/** All questions, or every line that is none. The first row names the columns. */
export const questionsOf = (
  rows: readonly QuestionRow[],
): { questions: NewQuestion[] } | { faults: QuestionFault[] } => {
  const [head, ...others] = rows;
  const header = (head?.cells ?? []).map((cell) => cell.replace(/\s/g, '').toUpperCase());
  const read = others.map(({ line, cells }) => {
    if (!cells) return { line, why: 'row' as const };
    const cell: Cell = (name) => (cells[header.indexOf(name)] ?? '').trim();
    return questionOf(line, cell);
  });
  const faults = read.filter((each): each is QuestionFault => 'line' in each);
  return faults.length > 0
    ? { faults }
    : { questions: read.filter((each): each is NewQuestion => 'topic' in each) };
};

const questionOf = (line: number, cell: Cell): NewQuestion | QuestionFault => {
  const [topic, text, why] = [cell('主题'), cell('题目'), cell('解析')];
  const kind = KINDS[cell('题型')];
  if (topic === '') return { line, why: 'no_topic' };
  if (text === '') return { line, why: 'no_text' };
  if (!kind) return { line, why: 'kind' };
  const choices = kind === 'true_false' ? TRUE_FALSE : LETTERS.map(cell).filter((choice) => choice !== '');
  const tooLong =
    topic.length > LONGEST.topic ||
    text.length > LONGEST.text ||
    why.length > LONGEST.why ||
    choices.some(({ length }) => length > LONGEST.choice);
  if (tooLong) return { line, why: 'too_long' };
  const gaps = kind !== 'true_false' && LETTERS.findIndex((letter) => cell(letter) === '') < choices.length;
  const question = { topic, kind, text, choices, right: rightOf(kind, cell('答案')), why };
  const fault = faultOfQuestion(question);
  if (gaps || fault === 'choices' || fault === 'twice') return { line, why: 'choices' };
  return fault ? { line, why: 'right' } : question;
};

/** Places that an answer names: "AC", "A、C", "对". What it names otherwise is no place. */
const rightOf = (kind: NewQuestion['kind'], answer: string): number[] => {
  const said = answer.toUpperCase().replace(/[\s,，、;；]/g, '');
  if (kind !== 'true_false') return [...said].map((letter) => LETTERS.indexOf(letter)).map(asPlace);
  return SAYS_RIGHT.includes(said) ? [0] : SAYS_WRONG.includes(said) ? [1] : [];
};

const asPlace = (place: number): number => (place < 0 ? LETTERS.length : place);
