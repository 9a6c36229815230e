/** A system of marks in front of the age, "FSK 16", "PEGI-16", "Age: 16", "K16". */
const NAMED = /(?<![a-z])(?:fsk|pegi|usk|ages?|k)[\s:-]*(\d{1,2})(?!\d)/giu;
/** The age and what is above it, "16+", but no sum. */
const PLUS = /(?<!\d)(\d{1,2})\s*\+(?!\s*\d)/gu;
/** "16岁以上", "16周岁及以上", "16岁起". */
const AND_ABOVE = /(?<!\d)(\d{1,2})\s*周?岁\s*(?:[(]?[及或]?[含其]?[)]?\s*以上|起)/gu;
/** "满16周岁", "未满18岁", "18禁": younger ones are kept out. */
const FULL_YEARS = /满\s*(\d{1,2})\s*周?岁/gu;
const FORBIDDEN = /(?<!\d)(\d{1,2})\s*禁/gu;

/**
 * Youngest age in full years by a mark on a copy or in its record, 0 when there is none. Full-width digits
 * and letters are read like others; of several marks the strictest counts.
 */
export const ageOfMark = (text: string): number => {
  const plain = text.normalize('NFKC');
  const ages = [NAMED, PLUS, AND_ABOVE, FULL_YEARS, FORBIDDEN].flatMap((mark) =>
    [...plain.matchAll(mark)].map((match) => Number(match[1])),
  );
  return Math.max(0, ...ages);
};
