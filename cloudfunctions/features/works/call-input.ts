import * as v from 'valibot';
import { aText, anId, anInstant, someLines } from '../../kernel/validate';

const aNumber = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least, `最少 ${least}`), v.maxValue(most, `最多 ${most}`));
const aList = <S extends v.GenericSchema>(item: S, most: number) =>
  v.pipe(v.array(item), v.maxLength(most, `最多 ${most} 条`));
const anAge = v.nullable(aNumber(0, 120));

/** A call as its form sends it. */
export const aCall = v.strictObject({
  kind: v.picklist(['contest', 'reading_aloud'], '没有这类征集'),
  title: aText(60),
  about: aList(someLines(500), 12),
  opensAt: anInstant,
  closesAt: anInstant,
  takes: v.picklist(['text', 'pictures', 'text_and_pictures', 'recording'], '请选择收什么'),
  longest: aNumber(10, 20_000),
  pictures: aNumber(0, 9),
  seconds: aNumber(10, 600),
  groups: aList(v.strictObject({ id: anId, name: aText(20), minAge: anAge, maxAge: anAge }), 8),
  criteria: aList(
    v.strictObject({ id: anId, name: aText(20), most: aNumber(1, 100), weight: aNumber(1, 100) }),
    8,
  ),
  dropExtremes: v.boolean(),
  wideSpread: aNumber(1, 100),
  prizes: aList(v.strictObject({ name: aText(12), upTo: aNumber(1, 500) }), 8),
});
