/** The rules for the values of a subscription message, by the kind of field. */
interface FieldRule {
  kind: string;
  fits(value: string): boolean;
}

const length = (value: string): number => [...value].length;
const atMost =
  (most: number, pattern?: RegExp) =>
  (value: string): boolean =>
    length(value) <= most && (pattern === undefined || pattern.test(value));

const time = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`;
const day = String.raw`\d{4}年(0?[1-9]|1[0-2])月(0?[1-9]|[12]\d|3[01])日`;
const timePoint = `(${day} ?)?${time}`;
const datePoint = `${day}( ?${time})?`;
const spanOf = (point: string): RegExp => new RegExp(`^${point}(~${point})?$`);

/** Longer names first: `phone_number` is not a `number`. */
const rules: FieldRule[] = [
  { kind: 'character_string', fits: atMost(32, /^[\x20-\x7e]*$/) },
  { kind: 'phone_number', fits: atMost(17, /^[\d\-+() ]+$/) },
  { kind: 'car_number', fits: atMost(8, /^[\u4e00-\u9fffA-Z0-9][A-Z0-9]*[\u4e00-\u9fffA-Z0-9]$/i) },
  { kind: 'thing', fits: atMost(20) },
  { kind: 'number', fits: atMost(32, /^-?\d+(\.\d+)?$/) },
  { kind: 'letter', fits: atMost(32, /^[A-Za-z]+$/) },
  { kind: 'symbol', fits: atMost(5, /^[^\p{L}\p{N}]+$/u) },
  { kind: 'time', fits: (value) => spanOf(timePoint).test(value) },
  { kind: 'date', fits: (value) => spanOf(datePoint).test(value) },
  { kind: 'amount', fits: (value) => /^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/.test(value) },
  { kind: 'name', fits: nameFits },
  { kind: 'phrase', fits: atMost(5, /^\p{Script=Han}+$/u) },
  { kind: 'enum', fits: atMost(20) },
];

/** Ten Chinese characters, or twenty letters; a mixture counts as Chinese. */
function nameFits(value: string): boolean {
  return length(value) <= (/\p{Script=Han}/u.test(value) ? 10 : 20);
}

/** Whether a value may stand in a field; the field's name is its kind and a number, `thing1`. */
export function fieldFits(field: string, value: unknown): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  const text = String(value);
  if (text === '' || /[\r\n]/.test(text)) return false;
  const rule = rules.find(({ kind }) => new RegExp(`^${kind}\\d+$`).test(field));
  return rule !== undefined && rule.fits(text);
}
