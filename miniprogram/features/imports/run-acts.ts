import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';
import type { Driving } from './driving';

/** What is done to a run beside looking at it. */
export const runActs = actsOn<{ runId: string; drive: Driving }>()({
  stop: {
    words: '停止导入',
    sure: () => ({
      title: '停止导入？',
      content: '已导入的保留。以后再导入同一个文件，会从头核对，已有的不会重复。',
      yes: '停止',
      no: '接着导入',
    }),
    run: ({ runId, drive }) => {
      drive.stop();
      return act('imports.stop', { runId });
    },
    done: () => '已停止',
  },
});
