import { regions } from './class-table';

const LONGEST_REGION = 4;

/**
 * Where the table of regions is laid over a class: what stands before the region's number, and what the name
 * ends in.
 */
const STEMS: { stem: string; of: string; parts?: Record<string, string> }[] = [
  { stem: 'K83', of: '人物传记' },
  { stem: 'K88', of: '文物考古' },
  { stem: 'K89', of: '风俗习惯' },
  { stem: 'K9', of: '地理' },
  {
    stem: 'K',
    of: '史',
    parts: {
      0: '通史',
      1: '上古史',
      2: '古代史',
      3: '中世纪史',
      4: '近代史',
      5: '现代史',
      8: '民族史',
      9: '地方史',
    },
  },
  {
    stem: 'I',
    of: '文学',
    parts: {
      0: '文学评论',
      1: '作品集',
      2: '诗歌',
      3: '戏剧',
      4: '小说',
      5: '报告文学',
      6: '散文',
      7: '民间文学',
      8: '儿童文学',
    },
  },
  { stem: 'D7', of: '政治' },
  { stem: 'D8', of: '外交' },
  { stem: 'D9', of: '法律' },
  { stem: 'E', of: '军事' },
  { stem: 'F1', of: '经济' },
  { stem: 'F3', of: '农业经济' },
  { stem: 'F4', of: '工业经济' },
  { stem: 'F59', of: '旅游' },
  { stem: 'G1', of: '文化' },
  { stem: 'G5', of: '教育' },
  { stem: 'J1', of: '艺术' },
  { stem: 'B', of: '哲学' },
];
/** Times of literature, behind the kind: I313.45 is modern. */
const TIMES: Record<string, string> = { 2: '古代', 3: '中世纪', 4: '近代', 5: '现代' };

/** The name of a class under countries, "日本小说", "法国近代史"; '' for what is no such class. */
export function regionalName(number: string): string {
  for (const { stem, of, parts } of STEMS) {
    if (!number.startsWith(stem)) continue;
    const digits = number.slice(stem.length);
    for (let length = Math.min(LONGEST_REGION, digits.length); length > 0; length--) {
      const region = regions[digits.slice(0, length)];
      if (region === undefined) continue;
      const rest = digits.slice(length);
      if (rest === '') return region + of;
      const part = parts?.[rest.slice(0, 1)];
      if (!part) return '';
      if (rest.length === 1) return region + part;
      const time = of === '文学' && rest.length === 2 ? TIMES[rest.slice(1)] : undefined;
      return time ? `${region}${part}（${time}）` : '';
    }
  }
  return '';
}
