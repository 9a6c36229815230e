import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';
import type { HoldRow } from './holds-view';

/** What a reader does to an own hold. */
export const holdActs = actsOn<HoldRow>()({
  cancel: {
    words: '取消预约',
    sure: ({ ready }) => ({
      title: '取消这条预约？',
      content: ready ? '书会留给下一位读者。' : '取消后排队位置不再保留，再预约会排到最后。',
      yes: '取消预约',
      no: '保留',
    }),
    run: ({ holdId }) => act('holds.cancel', { holdId }),
    done: () => '已取消预约',
  },
});
