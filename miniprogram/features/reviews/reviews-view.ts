import type { Api, DeskReview, LocalDate, MyReview } from '../../../typings/contract';
import { moment } from '../../lib/dates';
import {
  average,
  nearestStar,
  reviewRow,
  reviewStates,
  starBars,
  starNames,
  type ReviewRow,
  type StarBar,
} from '../../lib/ratings';

type MyRow = ReviewRow & { state: string; tone: string; why: string };

/** What stands above the reviews of others. */
interface ReviewsHead {
  open: boolean;
  average: string;
  nearest: number;
  count: number;
  bars: StarBar[];
  mine: MyRow | null;
}

export function reviewsHead(value: ReturnType<Api['reviews.list']>, today: LocalDate): ReviewsHead {
  const { rating } = value;
  return {
    open: value.open,
    average: average(rating),
    nearest: nearestStar(rating),
    count: rating.count,
    bars: starBars(rating),
    mine: value.mine && myRow(value.mine, today),
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
  ...reviewStates[mine.status],
  why: mine.why,
});

/** What the form begins with: the own review, or nothing yet. */
export function writingView({ open, mine, author }: ReturnType<Api['reviews.list']>) {
  const { rating = 0, text = '' } = mine ?? {};
  return {
    open,
    hasCard: author !== '',
    isNew: !mine,
    rating,
    said: starNames[rating] ?? '',
    text,
    author: mine?.author ?? author,
    count: [...text].length,
  };
}

interface DeskRow {
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
