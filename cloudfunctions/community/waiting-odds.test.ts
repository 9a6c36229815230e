import { oddsOf } from './waiting-odds';

const full = (served: number, unserved: number) => ({ served, unserved });

it('tells what became of those who waited, of events at which somebody did', () => {
  expect(oddsOf([full(5, 5), full(0, 8), full(2, 2), full(0, 0)])).toEqual({
    events: 3,
    waited: 22,
    served: 7,
  });
});

it('tells nothing of few events or of few who waited', () => {
  expect(oddsOf([])).toBeNull();
  expect(oddsOf([full(10, 20), full(10, 20)])).toBeNull();
  expect(oddsOf([full(1, 5), full(1, 5), full(1, 6)])).toBeNull();
  expect(oddsOf([full(1, 5), full(1, 5), full(1, 7)])).toMatchObject({ waited: 20 });
});
