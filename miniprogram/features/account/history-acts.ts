import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';
import { historyText } from './texts';

/** Both ways are asked first: switching on is a consent, switching off cannot be taken back. */
export const historyActs = actsOn<null>()({
  on: {
    words: '同意并开启',
    sure: () => ({ title: '开启借阅历史？', content: historyText, yes: '同意并开启', no: '不改了' }),
    run: () => act('account.setPreferences', { keepsHistory: true }),
    done: () => '已开启',
  },
  off: {
    words: '关闭并清除',
    sure: () => ({
      title: '关闭并清除借阅历史？',
      content: '关闭后当即不再显示，当晚起清除已有的历史，不能恢复。',
      yes: '关闭并清除',
      no: '不改了',
    }),
    run: () => act('account.setPreferences', { keepsHistory: false }),
    done: () => '已关闭',
  },
});
