import { textIn } from '../../components/ask-sheet/fields';
import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';

export interface NoteFacts {
  noteId: string;
  at: string;
}

/** Words are shown as they were read, or not, and why. */
export const noteActs = actsOn<NoteFacts>()({
  allow: {
    words: '通过',
    run: (facts) => act('challengeDesk.decide', { ...facts, allow: true, why: '' }),
    done: () => '大家看得到了',
  },
  refuse: {
    words: '不通过',
    sheet: () => ({
      fields: [
        { name: 'why', label: '原因', kind: 'lines', value: '', required: true, hint: '写的读者会看到' },
      ],
      confirm: '不通过',
    }),
    run: (facts, answers) =>
      act('challengeDesk.decide', { ...facts, allow: false, why: textIn(answers, 'why') }),
    done: () => '已记下',
  },
});
