import * as v from 'valibot';

/** More than any account of a library holds: a slip of the finger, not a sum. 100 000 yuan. */
const MOST = 10_000_000;

const fen = v.pipe(v.number(), v.integer('金额以分为单位，应是整数'), v.maxValue(MOST, '金额太大'));
/** An amount of money in fen. */
export const anAmount = v.pipe(fen, v.minValue(1, '金额应大于 0'));
/** The same, or nothing. */
export const anAmountOrNone = v.pipe(fen, v.minValue(0, '金额不能小于 0'));

/** "12.50 元", for the log and for notices. */
export const yuan = (amount: number): string => `${(amount / 100).toFixed(2)} 元`;
