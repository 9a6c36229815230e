/** 1984 and 一九八四, 第三册 and 第3册: a digit and its numerals say the same. */
const NUMERALS = ['〇零', '一壹', '二贰', '三叁', '四肆', '五', '六', '七柒', '八捌', '九玖'];
const values = new Map(
  NUMERALS.flatMap((same, value) => [String(value), ...same].map((sign) => [sign.charCodeAt(0), value])),
);

/** 0 to 9; -1 for what is no numeral. Simplified ones only: text is folded before. */
export const numeralValue = (code: number): number => values.get(code) ?? -1;

/** Digits as numerals: 1984 as 一九八四. */
export const asNumerals = (digits: string): string =>
  Array.from(digits, (digit) => NUMERALS[Number(digit)]![0]).join('');

/** Numerals as digits; null when the text is anything else. */
export function asDigits(text: string): string | null {
  const digits = Array.from(text, (sign) => numeralValue(sign.charCodeAt(0)));
  return digits.includes(-1) ? null : digits.join('');
}
