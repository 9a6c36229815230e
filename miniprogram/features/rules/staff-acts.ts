import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';

/** What is done to one of the staff beside changing them. */
export const staffActs = actsOn<{ staffId: string; name: string }>()({
  clearPin: {
    words: '清除办公密码',
    sure: ({ name }) => ({
      title: `清除${name}的办公密码？`,
      content: '本人下次办理重要操作时会重新设置。请先确认是本人提出的。',
      yes: '清除',
      no: '不清除',
    }),
    run: ({ staffId }) => act('safety.clearPin', { staffId }),
    done: () => '已清除',
  },
});
