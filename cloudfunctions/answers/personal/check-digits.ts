const FACTORS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const LETTERS = '10X98765432';
/** 11 Beijing to 82 Macao, 83 Taiwan: what a number may begin with. */
const PROVINCE = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

/** GB 11643: seventeen digits, and one that follows from them. */
export const hasIdentityCheck = (number: string): boolean =>
  LETTERS[FACTORS.reduce((sum, factor, at) => sum + factor * Number(number[at]), 0) % 11] === number[17];

/** 18 or 15 digits that name a province and a day of birth. */
export function namesPlaceAndDay(number: string): boolean {
  const [, year, month, day] =
    (number.length === 15 ? /^\d{6}(\d\d)(\d\d)(\d\d)/ : /^\d{6}((?:18|19|20)\d\d)(\d\d)(\d\d)/).exec(
      number,
    ) ?? [];
  if (!year || !PROVINCE.test(number)) return false;
  const isDay = Number(day) >= 1 && Number(day) <= 31;
  return Number(month) >= 1 && Number(month) <= 12 && isDay;
}

/** ISO/IEC 7812: the check of bank cards. */
export function hasCardCheck(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
