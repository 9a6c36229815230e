import { actsOn } from '../../lib/acts';
import { commentField } from '../../lib/asking';
import { act } from '../../lib/call';

/** What a reader does about a review of somebody else. */
export const reviewActs = actsOn<{ reviewId: string }>()({
  report: {
    words: '举报这条书评',
    sheet: () => ({
      note: '馆员会再看一遍，由馆员决定是否撤下。写书评的读者不会知道是谁举报的。',
      fields: [commentField('理由', '例如：剧透、广告、与书无关')],
      confirm: '提交举报',
    }),
    run: ({ reviewId }, { comment = '' }) => act('reviews.report', { reviewId, why: comment.trim() }),
    done: () => '已交给馆员',
  },
});

/** What a reader does to the own review of a title. */
export const ownReviewActs = actsOn<{ titleId: string }>()({
  remove: {
    words: '删除我的书评',
    sure: () => ({
      title: '删除我的书评？',
      content: '评分和文字都会删除，不能恢复。',
      yes: '删除',
      no: '保留',
    }),
    run: ({ titleId }) => act('reviews.remove', { titleId }),
    done: () => '已删除',
  },
});
