import { yearlyForm } from './form';
import { LEAST_LOANS, partsOf, RARE } from './parts';
import { median, standardIndicators } from './standards';
import fc from 'fast-check';

/** A worked example: a county library of 80,000 copies. */
const FACTS = {
  ...{ loans: 120_000, attendances: 4_500, items: 80_000, titles: 50_000, neverLent: 11_000 },
  ...{ cards: 15_000, borrowers: 6_000, waits: [2, 3, 9, 4], answers: [30, 90, 600] },
};

test.each([
  ['馆藏周转率', 1.5],
  ['从未借出的书目', 0.22],
  ['活跃读者', 0.4],
  ['每位活跃读者借书', 20],
  ['每证参加活动', 0.3],
  ['预约等待', 3.5],
  ['咨询响应', 1.5],
])('%s of the worked example is %d, and its formula says what was put in', (name, value) => {
  const indicator = standardIndicators(FACTS).find((each) => each.name === name);
  expect(indicator?.value).toBeCloseTo(value);
  expect(indicator?.formula).toMatch(/\d/);
});

test('nothing is divided by nothing', () => {
  const none = { ...FACTS, items: 0, titles: 0, cards: 0, borrowers: 0, waits: [], answers: [] };
  expect(standardIndicators(none).map(({ value }) => value)).toEqual(Array(7).fill(null));
  expect(median([])).toBeNull();
});

test('a rare class is not told by itself, nor does it follow from the rest', () => {
  expect(partsOf({ I: 90, K: 40, X: 1 })).toEqual([
    ['I', 90],
    [RARE, 41],
  ]);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...'ABCDEFG'), fc.nat(20)), (counts) => {
      const told = partsOf(counts);
      const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
      expect(sum(told.map(([, count]) => count))).toBe(sum(Object.values(counts)));
      for (const [key, count] of told) if (key !== RARE) expect(count).toBeGreaterThanOrEqual(LEAST_LOANS);
      // Whoever knows all parts that are told learns of the others a sum of several, or of none.
      const untold = Object.entries(counts).filter(([key, n]) => n > 0 && !told.some(([k]) => k === key));
      if (told.length > 1 && untold.length > 0) expect(untold.length).toBeGreaterThan(1);
    }),
  );
});

const month = (span: string, loans: number, talk: number) => ({
  ...{ _id: `${span}_all`, span, kind: 'month' as const, branchId: 'all' },
  counts: { loans, renewals: 10 },
  ...{ byCategory: {}, byClass: {}, byHour: {}, byEvent: { talk } },
});

test('a row of the form is the sum of the months behind it; what is not counted stays blank', () => {
  const rows = yearlyForm({
    months: [month('2026-01', 100, 30), month('2026-02', 120, 0)],
    events: [{ kind: 'talk' }, { kind: 'talk' }, { kind: 'exhibition' }],
    now: { items: 500, cards: 60 },
  });
  const of = (name: string) => rows.find((row) => row.name === name);
  expect(of('书刊文献外借册次')).toMatchObject({
    value: 220,
    parts: [
      { name: '2026-01', value: 100 },
      { name: '2026-02', value: 120 },
    ],
  });
  expect(of('讲座 · 次数')?.value).toBe(2);
  expect(of('讲座 · 参加人次')?.value).toBe(30);
  expect(of('培训班 · 个数')?.value).toBe(0);
  expect(of('总藏量')?.value).toBe(500);
  expect(of('总流通人次')).toMatchObject({ value: null });
  for (const { parts, value } of rows)
    if (parts.length > 0) expect(parts.reduce((sum, part) => sum + part.value, 0)).toBe(value);
});

test('of a year that is over the stock of today says nothing', () => {
  const rows = yearlyForm({ months: [], events: [], now: null });
  expect(rows.find(({ name }) => name === '总藏量')?.value).toBeNull();
});
