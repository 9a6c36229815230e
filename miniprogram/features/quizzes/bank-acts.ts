import { actsOn, type Act } from '../../lib/acts';
import { act, type Output } from '../../lib/call';
import { choiceFields, NEW, trueFalseFields, withChoices, withTrueFalse, type Draft } from './bank-form';

export interface BankFacts {
  /** The one that was tapped; null: a new one. */
  question: Draft | null;
  topics: string[];
  /** New questions are of the topic that is looked at. */
  topic: string;
}

type Saved = Output<'quizDesk.save'>;

const editing = (
  words: string,
  fields: typeof choiceFields,
  changed: typeof withChoices,
): Act<BankFacts, Saved> => ({
  words,
  sheet: ({ question, topics, topic }) => ({
    fields: fields(question ?? { ...NEW, topic }, topics),
    confirm: '保存',
    note: question ? '已经在答的人不受影响，之后开始的人看到新的。' : '',
  }),
  run: ({ question }, answers) => act('quizDesk.save', changed(question ?? NEW, answers)),
  done: () => '已保存',
});

const turning = (words: string, retired: boolean, done: string): Act<BankFacts, Saved> => ({
  words,
  run: ({ question }) => act('quizDesk.retire', { questionId: question?.questionId ?? '', retired }),
  done: () => done,
});

/** What staff do with a question of the bank. */
export const bankActs = actsOn<BankFacts>()({
  choice: editing('选择题', choiceFields, withChoices),
  trueFalse: editing('判断题', trueFalseFields, withTrueFalse),
  retire: turning('停用', true, '已停用，不再抽到'),
  restore: turning('恢复', false, '已恢复'),
});
