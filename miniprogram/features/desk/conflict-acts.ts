import { textIn } from '../../components/ask-sheet/fields';
import { actsOn } from '../../lib/acts';
import { commentField } from '../../lib/asking';
import { act } from '../../lib/call';
import type { ConflictLine } from './lists-view';

/** What the desk does with a kept scan that the present contradicted. */
export const conflictActs = actsOn<Pick<ConflictLine, 'conflictId' | 'title'>>()({
  settle: {
    words: '写明处理结果',
    sheet: ({ title }) => ({
      heading: '处理好了吗',
      note: `《${title}》：请先核对书和读者，按实际情况借出或还回，再在这里写明结果。`,
      fields: [commentField('处理结果', '例如：书在架上，已电话告知读者')],
      confirm: '写入记录，移出清单',
    }),
    run: ({ conflictId }, answers) =>
      act('desk.settleConflict', { conflictId, comment: textIn(answers, 'comment') }),
  },
});
