import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';
import type { ClosureLine } from './calendar-view';

/** What is done to days that were closed. */
export const closureActs = actsOn<ClosureLine>()({
  undo: {
    words: '撤销',
    sure: ({ days }) => ({
      title: '撤销这次闭馆？',
      content: `${days} 恢复开放。顺延过、之后没有人再改动的日期恢复原样，并再通知读者一次；已经过去的日子不恢复，没有人会因此逾期。`,
      yes: '撤销闭馆',
      no: '保持闭馆',
    }),
    run: ({ closureId }) => act('rules.undoClosure', { closureId }),
    done: () => '已撤销闭馆',
  },
});
