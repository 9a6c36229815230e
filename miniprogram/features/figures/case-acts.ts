import type { DeskCase } from '../../../typings/contract';
import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';

/** What is done with a reader's opinion. */
export const caseActs = actsOn<DeskCase>()({
  take: { words: '我来处理', run: ({ caseId }) => act('caseDesk.take', { caseId }), done: () => '已接手' },
  answer: {
    words: '发给读者',
    sheet: ({ words }) => ({
      heading: '回复读者',
      note: `“${words.slice(0, 60)}${words.length > 60 ? '…' : ''}”`,
      fields: [
        {
          name: 'answer',
          label: '回复',
          kind: 'lines',
          value: '',
          required: true,
          placeholder: '做了什么，什么时候能好',
        },
      ],
    }),
    run: ({ caseId }, { answer = '' }) => act('caseDesk.answer', { caseId, answer }),
    done: () => '已发给读者',
  },
});
