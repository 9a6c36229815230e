import { textIn } from '../../components/ask-sheet/fields';
import { actsOn } from '../../lib/acts';
import { commentField } from '../../lib/asking';
import { act } from '../../lib/call';

/** A hold in the queue; `to`: the place that it is moved to. */
export interface QueuedHold {
  holdId: string;
  who: string;
  to: number;
}

/** What the desk does with a hold in the queue of a title. */
export const queueActs = actsOn<QueuedHold>()({
  move: {
    words: '移动',
    run: ({ holdId, to }) => act('desk.moveHold', { holdId, to }),
  },
  recall: {
    words: '催还',
    run: ({ holdId }) => act('desk.recall', { holdId }),
  },
  cancel: {
    words: '取消预约',
    sheet: ({ who }) => ({
      heading: '取消这条预约',
      note: `${who}：取消后不再保留位置，会通知读者。`,
      fields: [commentField('理由', '例如：读者来电取消')],
    }),
    run: ({ holdId }, answers) => act('desk.cancelHold', { holdId, comment: textIn(answers, 'comment') }),
  },
});
