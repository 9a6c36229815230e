import { fitting, sizeOf } from './fitting';

const rows = (count: number, text = '书') => Array.from({ length: count }, (_, n) => ({ n, text }));

it('lists that fit are whole', () => {
  const lists = { loans: rows(3), holds: rows(2) };
  expect(fitting(lists, 10_000)).toEqual({ kept: lists, cut: {} });
});

it('the longest list loses its last rows, and it is said how many', () => {
  const { kept, cut } = fitting({ loans: rows(3), notices: rows(1000) }, 10_000);
  expect(kept['loans']).toHaveLength(3);
  expect(kept['notices']?.[0]).toEqual({ n: 0, text: '书' });
  expect(cut).toEqual({ notices: { given: kept['notices']?.length, of: 1000 } });
  expect(sizeOf(kept)).toBeLessThan(10_200);
});

it('nothing fits: nothing is given and everything named', () => {
  expect(fitting({ loans: rows(3) }, 0)).toEqual({
    kept: { loans: [] },
    cut: { loans: { given: 0, of: 3 } },
  });
});
