import type { Instant } from './shapes';
import type { TitleFacts } from './title-record';

/** `waiting`: staff look at it before others see it. */
export type ReviewStatus = 'waiting' | 'shown' | 'refused';

export interface Review {
  reviewId: string;
  author: string;
  /** 1 to 5. */
  rating: number;
  /** "" for a rating without words. */
  text: string;
  at: Instant;
  mine: boolean;
}

export interface MyReview extends Review {
  status: ReviewStatus;
  /** Why staff did not allow it; "". */
  why: string;
}

export interface RatingSum {
  count: number;
  sum: number;
  /** How many gave one star, two, … five. */
  stars: number[];
}

/** A review as the staff see it. */
export interface DeskReview {
  reviewId: string;
  title: TitleFacts;
  author: string;
  rating: number;
  text: string;
  at: Instant;
  status: ReviewStatus;
  /** What readers reported about it, the latest first. */
  reports: string[];
}

/** What readers say of titles, in a library that shows it. */
export interface ReviewsApi {
  /** Reviews of a title that are shown, newest first, and one's own whatever its state. */
  'reviews.list'(input: { titleId: string; after?: string }): {
    /** false: this library shows no reviews, and the rest is empty. */
    open: boolean;
    rating: RatingSum;
    mine: MyReview | null;
    /** The name that one's own would bear unless another is chosen; "" without a card. */
    author: string;
    list: Review[];
    next?: string;
  };
  /** One review a reader and title: a second one takes its place. WeChat's content check reads it first. */
  'reviews.write'(input: { titleId: string; rating: number; text: string; author?: string }): MyReview;
  'reviews.remove'(input: { titleId: string }): { titleId: string };
  /** Asks staff to look at a review again. */
  'reviews.report'(input: { reviewId: string; why: string }): { reviewId: string };
}

/** Moderation, by staff of the role `content`; the switch by the director. */
export interface ReviewDeskApi {
  /** Reviews that wait, the oldest first; or those that readers reported. */
  'reviewDesk.list'(input: { what: 'waiting' | 'reported'; after?: string }): {
    list: DeskReview[];
    waiting: number;
    reported: number;
    /**
     * Whether the library shows reviews, and whether those that WeChat's check passed wait for staff all the
     * same.
     */
    open: boolean;
    checkFirst: boolean;
    /** Whether the caller may turn the switch. */
    maySwitch: boolean;
    next?: string;
  };
  /** On the review as it stood `at` the moment when staff read it; a no needs its reason. */
  'reviewDesk.decide'(input: { reviewId: string; at: Instant; allow: boolean; why: string }): {
    reviewId: string;
  };
  'reviewDesk.setOpen'(input: { open: boolean; checkFirst: boolean }): { open: boolean; checkFirst: boolean };
}
