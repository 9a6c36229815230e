import type { SearchStepGiven } from '../../../typings/contract';
import type { Answers, AskField } from '../../components/ask-sheet/fields';
import type { Sheet } from '../../lib/acts';
import { stepsWalked } from '../../lib/search-trail';

/** The steps of one's own search, to choose from before they are sent. */
export const stepsSheet = (): Sheet => {
  const steps = stepsWalked();
  return {
    note:
      steps.length > 0
        ? '读者能看到您是怎样找的，每一步都可以点开再查。'
        : '还没有可发的。先去检索、翻分类、打开书目或数据库，再回到这里。',
    fields: steps.flatMap(({ step, words }, n): AskField[] => [
      { name: fieldOf(n), label: words, kind: 'switch', value: 'yes' },
      // What was typed into somebody else's search is known to the librarian alone.
      ...(step.kind === 'resource' ? [{ ...wordsField, name: wordsOf(n), label: '在里面检索了什么' }] : []),
    ]),
    confirm: '发给读者',
  };
};

export const stepsChosen = (answers: Answers): SearchStepGiven[] =>
  stepsWalked().flatMap(({ step }, n) => {
    if (answers[fieldOf(n)] !== 'yes') return [];
    const words = (answers[wordsOf(n)] ?? '').trim();
    return [step.kind === 'resource' && words ? { ...step, words } : step];
  });

const fieldOf = (n: number): string => `step${n}`;
const wordsOf = (n: number): string => `words${n}`;
const wordsField = {
  kind: 'text' as const,
  value: '',
  longest: 200,
  placeholder: '例如 主题=点茶 AND 年=2019，可以不填',
};
