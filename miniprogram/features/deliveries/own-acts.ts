import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';

interface Facts {
  deliveryId: string;
  cost: number;
  costWords: string;
}

/** What a reader does with a request of theirs. */
export const ownActs = actsOn<Facts>()({
  agree: {
    words: '同意并办理',
    sure: ({ costWords }) => ({
      title: `同意付 ${costWords}？`,
      content: '取得以后记入您的费用，可以在“费用”里看到；办理中不能再取消。',
      yes: '同意',
      no: '再想想',
    }),
    run: ({ deliveryId, cost }) => act('deliveries.agree', { deliveryId, cost }),
    done: () => '已确认',
  },
  cancel: {
    words: '取消申请',
    sure: () => ({ title: '取消这项申请？', content: '需要时可以再次提交。', yes: '取消申请', no: '先不' }),
    run: ({ deliveryId }) => act('deliveries.cancel', { deliveryId }),
    done: () => '已取消',
  },
  close: {
    words: '已收到，办结',
    sure: () => ({
      title: '已经收好了吗？',
      content: '办结后链接立即失效，文件从本馆删除。',
      yes: '已收好',
      no: '还没有',
    }),
    run: ({ deliveryId }) => act('deliveries.close', { deliveryId }),
    done: () => '已办结',
  },
});
