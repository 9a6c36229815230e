import type { Api, DeskReview, LocalDate, MyReview, ReviewStatus } from '../../../typings/contract';
import { moment } from '../../lib/dates';
import { average, reviewRow, starBars, type ReviewRow, type StarBar } from '../../lib/ratings';

export const STATES: Record<ReviewStatus, { state: string; tone: string }> = {
  waiting: { state: '待馆员审核', tone: 'soon' },
  shown: { state: '已发表', tone: 'good' },
  refused: { state: '没有通过', tone: 'urgent' },
};

export type MyRow = ReviewRow & { state: string; tone: string; why: string };

export interface ReviewsView {
  open: boolean;
  average: string;
  nearest: number;
  count: number;
  bars: StarBar[];
  mine: MyRow | null;
  list: ReviewRow[];
}

export function reviewsView(value: ReturnType<Api['reviews.list']>, today: LocalDate): ReviewsView {
  const { rating } = value;
  return {
    open: value.open,
    average: average(rating),
    nearest: rating.count > 0 ? Math.round(rating.sum / rating.count) : 0,
    count: rating.count,
    bars: starBars(rating),
    mine: value.mine && myRow(value.mine, today),
    list: othersOf(value, today),
  };
}

/** One's own stands above the list, in whatever state. */
export function othersOf(
  { list }: Pick<ReturnType<Api['reviews.list']>, 'list'>,
  today: LocalDate,
): ReviewRow[] {
  return list.filter(({ mine }) => !mine).map((review) => reviewRow(review, today));
}

const myRow = (mine: MyReview, today: LocalDate): MyRow => ({
  ...reviewRow(mine, today),
  ...STATES[mine.status],
  why: mine.why,
});

export interface DeskRow {
  reviewId: string;
  /** Of the words that staff read: a decision is on these. */
  at: string;
  title: string;
  titleId: string;
  author: string;
  rating: number;
  text: string;
  when: string;
  reports: string[];
}

export function deskRow(review: DeskReview, today: LocalDate): DeskRow {
  const { reviewId, at, title, author, rating, text, reports } = review;
  return {
    reviewId,
    at,
    title: title.title,
    titleId: title.titleId,
    author,
    rating,
    text: text || '（只打了分，没有文字）',
    when: moment(at, today),
    reports,
  };
}
