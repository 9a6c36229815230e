import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';

/** What a reader does to an own registration. */
export const eventActs = actsOn<{ eventId: string }>()({
  cancel: {
    words: '取消报名',
    sure: () => ({
      title: '取消报名？',
      content: '取消后名额会让给别人，再报名要看那时还有没有名额。',
      yes: '取消报名',
      no: '我会去',
    }),
    run: ({ eventId }) => act('events.cancel', { eventId }),
    done: () => '已取消报名',
  },
});
