import fc from 'fast-check';
import { noRating, ratingAfter } from './reviews';

const aReview = fc.option(
  fc.record({
    rating: fc.integer({ min: 1, max: 5 }),
    status: fc.constantFrom('waiting' as const, 'shown' as const, 'refused' as const),
  }),
  { nil: null },
);

test('the sum of a title is that of its shown reviews, whatever becomes of each', () => {
  const changes = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), aReview), { maxLength: 40 });
  fc.assert(
    fc.property(changes, (list) => {
      const reviews = new Map<number, (typeof list)[number][1]>();
      let sum = noRating('t1');
      for (const [who, after] of list) {
        sum = ratingAfter(sum, reviews.get(who) ?? null, after);
        reviews.set(who, after);
      }
      const shown = [...reviews.values()].flatMap((each) => (each?.status === 'shown' ? each.rating : []));
      expect(sum).toEqual({
        _id: 't1',
        count: shown.length,
        sum: shown.reduce((total, rating) => total + rating, 0),
        stars: [1, 2, 3, 4, 5].map((star) => shown.filter((rating) => rating === star).length),
      });
    }),
  );
});
