/** What a title says of its place in a work of several volumes. */
export interface VolumeOfTitle {
  /** The name of the work, "三体"; the whole title when it names no part. */
  work: string;
  /** As it is written: "上册", "第一卷", "2"; "" when the title names no part. */
  part: string;
  /** Its place in the order; 0 when the title names no part. */
  number: number;
}

const DIGITS = '零一二三四五六七八九';
const COUNT = String.raw`(?:\d{1,3}|[零〇一二三四五六七八九十百]{1,6}|[IVX]{1,6})`;
const UNIT = '(?:卷|册|部|辑|集|编|篇|分册|分卷)';
/** What may stand between the name of a work and its part. */
const GAP = String.raw`[\s.,:;·、,，。:：;；\-—–]*`;
/** After the part: the end, or its own name behind a sign or in brackets. */
const END = String.raw`(?=$|[\s.,:;·、,，。:：;；()\[\]—–-])`;

/**
 * The ways in which titles name a part, the surest first; each names the work and then the part. Full width,
 * Roman numerals and brackets have been made plain before.
 */
const WAYS: RegExp[] = [
  // 资治通鉴 第一卷, 明史第3册：本纪
  new RegExp(`^(.+?)${GAP}[([]?(第${COUNT}${UNIT})[)\\]]?`),
  // 红楼梦 上册, 红楼梦（下卷）
  new RegExp(`^(.+?)${GAP}[([]?([上中下](?:卷|册|部|集|编|篇))[)\\]]?${END}`),
  // 漫画水浒传(1), 红楼梦（上）
  new RegExp(`^(.+?)\\s*[([](${COUNT}|[上中下])[)\\]]`),
  // 史记 卷三, Faust vol. 2
  new RegExp(
    `^(.+?)${GAP}((?:卷|册|vol(?:ume)?\\.?|v\\.|part|book|tome|t\\.|bd\\.|band)\\s*${COUNT})${END}`,
    'i',
  ),
  // 三体. 2, 黑暗森林; 红楼梦·上
  new RegExp(`^(.+?)\\s*[.·:：,，、\\s-]\\s*(${COUNT}|[上中下])${END}`),
  // 三体II：黑暗森林, 明朝那些事儿1
  new RegExp(`^(.*[\\u3400-\\u9fff])((?:\\d{1,2}|[IVX]{1,5}))${END}`),
];

/**
 * Reads the part out of a title; pure text, so a false friend ("卷一" in a novel's name) matters only beside
 * a sibling of the same work.
 */
export function volumeOf(title: string): VolumeOfTitle {
  const plain = title.normalize('NFKC').trim();
  for (const way of WAYS) {
    const [, work = '', part = ''] = way.exec(plain) ?? [];
    const number = numberOf(part);
    if (work.trim() && number > 0) return { work: work.trim(), part: part.trim(), number };
  }
  return { work: plain, part: '', number: 0 };
}

const PLACES: Record<string, number> = { 上: 1, 中: 2, 下: 3 };

function numberOf(part: string): number {
  const place = PLACES[part.charAt(0)];
  if (place !== undefined) return place;
  const count = new RegExp(`${COUNT}`).exec(
    part.replace(/^(?:vol(?:ume)?|v|part|book|tome|band|bd|t)\b/i, ''),
  )?.[0];
  if (!count) return 0;
  if (/\d/.test(count)) return Number(count);
  return /[IVX]/.test(count) ? romanNumber(count) : chineseNumber(count);
}

function romanNumber(text: string): number {
  const worth: Record<string, number> = { I: 1, V: 5, X: 10 };
  const values = [...text].map((letter) => worth[letter] ?? 0);
  return values.reduce((sum, value, n) => sum + (value < (values[n + 1] ?? 0) ? -value : value), 0);
}

/** 一 to 九百九十九; a row of digits (二〇) by their places. */
function chineseNumber(text: string): number {
  const digit = (character: string) => Math.max(0, DIGITS.indexOf(character === '〇' ? '零' : character));
  if (!/[十百]/.test(text)) return Number([...text].map(digit).join(''));
  let sum = 0;
  let count = 0;
  for (const character of text) {
    if (character === '百' || character === '十') {
      sum += (count || 1) * (character === '百' ? 100 : 10);
      count = 0;
    } else count = digit(character);
  }
  return sum + count;
}
