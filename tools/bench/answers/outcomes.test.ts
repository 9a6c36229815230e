import { chanceOfSplit, success, winsAndLosses } from './outcomes';

it('success counts what stands within the places asked for', () => {
  expect(success([0, 2, 3, -1], 3)).toBe(0.5);
  expect(success([], 3)).toBe(0);
});

it('wins and losses are of the same query', () => {
  expect(winsAndLosses([0, -1, 0, 5], [-1, 0, 0, 0], 3)).toEqual({ wins: 1, losses: 2 });
});

it('an even split tells nothing, an uneven one much', () => {
  expect(chanceOfSplit({ wins: 10, losses: 10 })).toBeCloseTo(1, 1);
  expect(chanceOfSplit({ wins: 40, losses: 10 })).toBeLessThan(0.001);
  expect(chanceOfSplit({ wins: 0, losses: 0 })).toBe(1);
});
