import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';

/** What is done with a stocktake that is under way. */
export const stocktakeActs = actsOn<{ stocktakeId: string }>()({
  finish: {
    words: '结束盘点',
    sure: () => ({
      title: '结束盘点？',
      content: '没有扫到的会记为“缺”。结束后不能再扫，数字保留。',
      yes: '结束',
      no: '接着扫',
    }),
    run: ({ stocktakeId }) => act('stocktake.finish', { stocktakeId }),
    done: () => '已结束',
  },
});
