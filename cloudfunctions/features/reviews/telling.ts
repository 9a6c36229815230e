import type { Instant } from '../../../typings/contract/shapes';
import type { ReviewDocument } from '../../documents';
import type { Telling } from '../../steps/notices';

/** `now` tells one decision on a review from the next. */
export const reviewDecided = (review: ReviewDocument, now: Instant): Telling => {
  const { _id, readerId, title, titleId, status, why } = review;
  const allowed = status === 'shown';
  return {
    occasion: `review_${allowed ? 'shown' : 'refused'}_${_id}_${now}`,
    readerId,
    topic: 'account',
    title: allowed ? '您的书评发表了' : '您的书评没有发表',
    body: allowed
      ? `您为《${title}》写的书评已通过审核，其他读者可以看到了。`
      : `您为《${title}》写的书评没有通过审核：${why}。修改后可以再次提交。`,
    link: `/features/reviews/pages/list/index?titleId=${encodeURIComponent(titleId)}`,
    facts: { title },
  };
};
