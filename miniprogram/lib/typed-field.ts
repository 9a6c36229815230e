import { dataOf } from './screen/event';

/** Which field of a form was typed into (`data-name`), and what stands there; undefined of no field of it. */
export function typedField<F extends string>(
  event: WechatMiniprogram.Input,
  isField: (name: string | undefined) => name is F,
): { name: F; value: string } | undefined {
  const { name } = dataOf(event);
  return isField(name) ? { name, value: event.detail.value } : undefined;
}
