import type { Output } from '../../../../lib/call';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import type { Said } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { libraryToday } from '../../../../lib/session';
import { reviewActs } from '../../review-acts';
import { othersOf, reviewsHead } from '../../reviews-view';

Page(
  screen([given('titleId'), paged('reviews.list', othersOf), acts(reviewActs)], {
    data: { open: true },
    asked() {
      return { titleId: this.data.titleId };
    },
    head(answer: Output<'reviews.list'>) {
      return { ...reviewsHead(answer, libraryToday()) };
    },
    write() {
      open(routes.writeReview(this.data.titleId));
    },
    report(event: Said<{ reviewId: string }>) {
      void this.start('report', event.detail);
    },
  }),
);
