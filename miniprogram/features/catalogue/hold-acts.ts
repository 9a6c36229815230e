import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';

/** What is done to the own hold on the page of its title. */
export const holdActs = actsOn<{ holdId: string }>()({
  cancel: {
    words: '取消预约',
    sure: () => ({
      title: '取消这条预约？',
      content: '取消后排队位置不再保留，再预约会排到最后。',
      yes: '取消预约',
      no: '继续等',
    }),
    run: ({ holdId }) => act('holds.cancel', { holdId }),
    done: () => '已取消预约',
  },
});
