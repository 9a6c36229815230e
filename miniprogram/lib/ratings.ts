import type { LocalDate, RatingSum, Review, ReviewStatus } from '../../typings/contract';
import { longDate, localDateOf } from './dates';

/** To one decimal, "4.0"; "" of none. */
export function average({ count, sum }: Pick<RatingSum, 'count' | 'sum'>): string {
  return count === 0 ? '' : (Math.round((sum / count) * 10) / 10).toFixed(1);
}

/** The whole star next to the average; 0 of none. */
export function nearestStar({ count, sum }: Pick<RatingSum, 'count' | 'sum'>): number {
  return count > 0 ? Math.round(sum / count) : 0;
}

/** What its writer is told of a review. */
export const reviewStates: Record<ReviewStatus, { state: string; tone: string }> = {
  waiting: { state: '待馆员审核', tone: 'soon' },
  shown: { state: '已发表', tone: 'good' },
  refused: { state: '没有通过', tone: 'urgent' },
};

/** "4.3 分 · 12 人评": what few said is told with how few they were. */
export function ratingLine(rating: Pick<RatingSum, 'count' | 'sum'>): string {
  return rating.count === 0 ? '还没有读者评分' : `${average(rating)} 分 · ${rating.count} 人评`;
}

/** What a number of stars says, for a screen reader and under the finger. */
export const starNames = ['', '很差', '不太好', '还可以', '推荐', '非常推荐'];

export interface StarBar {
  stars: number;
  count: number;
  percent: number;
}

/** Five stars first, each against all. */
export function starBars({ count, stars }: Pick<RatingSum, 'count' | 'stars'>): StarBar[] {
  return [5, 4, 3, 2, 1].map((number) => {
    const many = stars[number - 1] ?? 0;
    return { stars: number, count: many, percent: count === 0 ? 0 : Math.round((many / count) * 100) };
  });
}

export interface ReviewRow {
  reviewId: string;
  author: string;
  rating: number;
  text: string;
  when: string;
  mine: boolean;
}

export function reviewRow({ reviewId, author, rating, text, at, mine }: Review, today: LocalDate): ReviewRow {
  const day = localDateOf(at);
  const when = day === today ? '今天' : (longDate(day, today).split(' ')[0] ?? '');
  return { reviewId, author, rating, text, when, mine };
}
