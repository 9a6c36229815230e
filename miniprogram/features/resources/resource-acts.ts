import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';

/** What is done with a resource that stands in the catalogue of resources. */
export const resourceActs = actsOn<{ resourceId: string; shown: boolean }>()({
  flip: {
    words: '对读者显示',
    run: ({ resourceId, shown }) => act('resourceDesk.show', { resourceId, shown: !shown }),
  },
  remove: {
    words: '删除这项资源',
    sure: () => ({
      title: '删除这项资源？',
      content: '删除后不能恢复；暂时不用可以改为不显示。',
      yes: '删除',
      no: '保留',
    }),
    run: ({ resourceId }) => act('resourceDesk.remove', { resourceId }),
    done: () => '已删除',
  },
});
