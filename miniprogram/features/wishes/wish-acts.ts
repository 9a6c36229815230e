import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';

/** What a reader does with what they asked for. */
export const wishActs = actsOn<{ wishId: string }>()({
  withdraw: {
    words: '撤回',
    sure: () => ({
      title: '撤回这条荐购？',
      content: '撤回后不再通知您，本月的次数也还给您。',
      yes: '撤回',
      no: '不撤回',
    }),
    run: ({ wishId }) => act('wishes.withdraw', { wishId }),
    done: () => '已撤回',
  },
});
