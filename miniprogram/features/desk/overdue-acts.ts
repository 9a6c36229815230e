import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';
import type { OverdueLine } from './lists-view';

/** What the desk does with a reader who has something overdue. */
export const overdueActs = actsOn<OverdueLine>()({
  remind: {
    words: '发提醒',
    sure: ({ who, loans }) => ({
      title: `提醒${who}还书？`,
      content: `读者会收到一条消息，说明逾期的 ${loans.length} 册书。一周提醒一次。`,
      yes: '发提醒',
      no: '先不发',
    }),
    run: ({ readerId }) => act('desk.remindOverdue', { readerId }),
    done: () => '已提醒',
  },
});
