import { habitOf, lastNumber } from './running-number';

const of = (clc: string, ...marks: string[]) => marks.map((mark) => ({ clc, callNumber: `${clc}${mark}` }));

test('a habit is what most call numbers of the class show', () => {
  expect(habitOf(of('I247.5', '/1', '/12', '/340'))).toEqual({ kind: 'running_number', separator: '/' });
  expect(habitOf(of('I247.5', ' L57', ' H862', ' C12'))).toEqual({ kind: 'author_mark', separator: ' ' });
  expect(habitOf(of('K825.6', '/1:2', '/2=3', '/3'))).toEqual({ kind: 'running_number', separator: '/' });
});

test('no habit where most say nothing', () => {
  expect(habitOf([]).kind).toBe('unknown');
  expect(habitOf(of('I247.5', '', '', '/3')).kind).toBe('unknown');
  expect(habitOf([{ clc: 'I247', callNumber: 'K1/2' }]).kind).toBe('unknown');
});

const countingReads = (taken: Iterable<number>) => {
  const numbers = new Set(taken);
  const reads: number[] = [];
  return {
    reads,
    taken: (asked: readonly number[]) => {
      reads.push(asked.length);
      return Promise.resolve(asked.filter((number) => numbers.has(number)));
    },
  };
};
const upTo = (last: number, but: (number: number) => boolean = () => false) =>
  Array.from({ length: last }, (_, n) => n + 1).filter((number) => !but(number));

test.each([0, 1, 9, 35, 60, 99, 100, 1234, 5000, 12_345, 99_999, 400_000])(
  'the last of %i running numbers is found in a few reads',
  async (last) => {
    const { taken, reads } = countingReads(upTo(last));
    expect(await lastNumber(taken)).toBe(last);
    expect(reads.length).toBeLessThanOrEqual(6);
    expect(Math.max(...reads)).toBeLessThanOrEqual(1000);
  },
);

test('single gaps do not stop it, and the number behind is free', async () => {
  const gaps = upTo(3210, (number) => number % 7 === 0 || (number > 900 && number < 950));
  expect(await lastNumber(countingReads(gaps).taken)).toBe(3210);
});
