import * as v from 'valibot';
import { aLine, aText, anId, anInstant, someLines } from '../../kernel/validate';
import { anEventKind } from './kinds';

const aNumber = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least, `最少 ${least}`), v.maxValue(most, `最多 ${most}`));
const anAge = v.nullable(aNumber(0, 120));
const aList = <S extends v.GenericSchema>(item: S, most: number) =>
  v.pipe(v.array(item), v.maxLength(most, `最多 ${most} 条`));
const dates = v.strictObject({ startsAt: anInstant, endsAt: anInstant });

/** An event as its form sends it. */
export const DRAFT = {
  title: aText(60),
  kind: anEventKind,
  speaker: aLine(60),
  about: aList(someLines(500), 12),
  audience: aLine(100),
  branchId: anId,
  place: aText(40),
  startsAt: anInstant,
  endsAt: anInstant,
  opensAt: anInstant,
  closesAt: anInstant,
  quota: aNumber(1, 2000),
  door: aNumber(0, 2000),
  agenda: aList(v.strictObject({ time: aLine(20), text: aText(60) }), 20),
  bring: aLine(200),
  moreDates: aList(dates, 30),
  publishAt: v.nullable(anInstant),
  way: v.picklist(['first_come', 'draw', 'come']),
  minAge: anAge,
  maxAge: anAge,
  categories: aList(anId, 20),
  party: aNumber(1, 10),
  guestNames: v.boolean(),
  fields: aList(
    v.strictObject({
      id: anId,
      label: aText(40),
      required: v.boolean(),
      choices: aList(aText(40), 12),
    }),
    8,
  ),
  cancelHours: aNumber(0, 240),
  waiting: v.picklist(['none', 'offer', 'at_once']),
  offerHours: aNumber(1, 72),
  lastHours: aNumber(0, 72),
  alone: v.boolean(),
  source: aLine(120),
  seedAt: v.nullable(anInstant),
  challenge: v.optional(
    v.strictObject({
      makeUps: aNumber(0, 30),
      steps: v.pipe(
        aList(aNumber(1, 100), 6),
        v.check(
          (steps) => steps.every((step, n) => n === 0 || step > (steps[n - 1] ?? 0)),
          '勋章的天数要从小到大',
        ),
      ),
      teamSize: v.pipe(
        aNumber(0, 20),
        v.check((size) => size === 0 || size >= 3, '一队至少 3 人'),
      ),
    }),
  ),
  quiz: v.optional(
    v.strictObject({
      topics: v.pipe(aList(aText(20), 20), v.minLength(1, '请选择主题')),
      questions: aNumber(1, 50),
      minutes: aNumber(1, 180),
      pointsEach: aNumber(1, 100),
      reveal: v.picklist(['after_all', 'after_own'], '请选择什么时候公布'),
      medalAt: aNumber(0, 100),
    }),
  ),
};
