import type { Doors } from '../../typings/contract';

/** What must not compile, as in operations.ts: the map of doors in miniprogram/lib/door.ts has this type. */

declare const doors: Doors;
const { loans: _loans, ...others } = doors;

export const whole: Doors = { ...others, loans: 'reader' };
// @ts-expect-error: a forgotten feature
export const forgotten: Doors = { ...others };
// @ts-expect-error: a feature at another's door
export const wrong: Doors = { ...others, loans: 'staff' };
// @ts-expect-error: a feature that no contract has
export const unknown: Doors = { ...others, loans: 'reader', renewals: 'reader' };
