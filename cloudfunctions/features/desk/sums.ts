import * as v from 'valibot';

/** Fen. More than 100 000 yuan is a slip of the finger. */
export const aSum = v.pipe(
  v.number(),
  v.integer('金额以分为单位，应是整数'),
  v.minValue(0, '金额不能小于 0'),
  v.maxValue(10_000_000, '金额太大'),
);

/** "12.50 元", for the log. */
export const yuan = (fen: number): string => `${(fen / 100).toFixed(2)} 元`;
