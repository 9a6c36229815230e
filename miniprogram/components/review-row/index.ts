import type { ReviewRow } from '../../lib/ratings';

/**
 * What one reader says of a title. Event: `report` with `{ reviewId }`, where others' reviews may be
 * reported.
 */
Component({
  properties: {
    review: { type: Object, value: null as unknown as ReviewRow },
    reportable: { type: Boolean, value: false },
    /** Long words are cut and unfold. */
    short: { type: Boolean, value: false },
  },
  data: { all: false },
  methods: {
    unfold() {
      this.setData({ all: true });
    },
    report() {
      this.triggerEvent('report', { reviewId: this.data.review.reviewId });
    },
  },
});
