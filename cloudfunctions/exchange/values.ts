import { readIsbn } from '../search/isbn';

/** Reads the small values of records as libraries really write them. */

/** Control characters, non-sorting marks (U+0088, U+0098 and their ends) and doubled blanks away. */
export function clean(text: string): string {
  return text
    .replace(/[\t\r\n]+/g, ' ')
    .replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\ufeff]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const SUMMARY = 200;

/** As much of an abstract as lists and searches show; no character is cut in two. */
export const readSummary = (text: string): string =>
  clean(text)
    .slice(0, SUMMARY)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();

/** Without the punctuation that ISBD puts between the parts of a description. */
export function withoutIsbd(text: string): string {
  return clean(text)
    .replace(/[\s/:;,=]+$/, '')
    .replace(/^[\s/:;,=]+/, '')
    .replace(/^\[([^\]]*)\]$/, '$1')
    .replace(/^([^[]*)\]$/, '$1')
    .replace(/^\[([^\]]*)$/, '$1')
    .trim();
}

/** The full stop that closes a MARC 21 title; an abbreviation or an ellipsis keeps its own. */
export const withoutFullStop = (text: string): string =>
  text.replace(/(?<=[\p{L}\p{N})\]]{3}['’"”]?)\.$/u, '');

const EARLIEST = 1000;

/**
 * The first plausible year of a date as written: "c1998.", "[1999?]", "2012-8-1", "民國82 [1993]", "民国26";
 * 0 when none.
 */
export function readYear(text: string, latest: number): number {
  const plain = text.normalize('NFKC');
  for (const [digits] of plain.matchAll(/(?<!\d)\d{4}(?!\d)/g)) {
    const year = Number(digits);
    if (year >= EARLIEST && year <= latest) return year;
  }
  const compact = /^\s*(\d{4})(0[1-9]|1[0-2])(\d{2})?\s*$/.exec(plain);
  if (compact && Number(compact[1]) <= latest) return Number(compact[1]);
  const republic = /民[國国]\s*(\d{1,3})/.exec(plain);
  return republic ? 1911 + Number(republic[1]) : 0;
}

/**
 * A price in yuan as fen: "CNY68.00", "CNY赠90.00", "18.00元", "￥25", "RMBY3"; 0 for other currencies and
 * what is no price.
 */
export function readPrice(text: string): number {
  const plain = text.normalize('NFKC');
  const amount = statedAmount(plain) ?? (foreign.test(plain) ? undefined : bare.exec(plain)?.[1]);
  const fen = Math.round(Number(amount ?? 0) * 100);
  return fen < 10_000_000 ? fen : 0;
}

/** Behind a sign of the yuan, or before its name. */
const statedAmount = (plain: string): string | undefined =>
  (/(?:CNY|RMB|人民[币幣]|¥)[^\d.]*(\d+(?:\.\d{1,2})?)/i.exec(plain) ??
    /(\d+(?:\.\d{1,2})?)\s*[元圆圓]/.exec(plain))?.[1];
/** Any other sign or letter: "Y9" is yen, "L.9" pounds, "9 F" francs; and what Chinese calls other money. */
const foreign = /[A-Za-z$£€₩]|[港台美日欧歐韩韓]元|[港台]币|法郎|马克|英镑/;
const bare = /(\d+(?:\.\d{1,2})?)/;

/**
 * The ISBN in a field that may add a qualifier ("7-02-000220-X (精装) : CNY68.00"), and whether one stood
 * there that is wrong.
 */
export function readIsbnField(text: string): { isbn: string | null; wrong: boolean } {
  const candidate = /(?:97[89][\s-]?)?\d[\d\s-]{7,14}[\dXx]/.exec(text.normalize('NFKC'))?.[0] ?? '';
  const isbn = readIsbn(candidate) ?? readIsbn(candidate.split(' ')[0]!);
  return { isbn, wrong: isbn === null && candidate.replace(/[\s-]/g, '').length >= 10 };
}

const roleEnds: [RegExp, string][] = [
  [/(编著|編著)$/, '编著'],
  [/(主编|主編)$/, '主编'],
  [/(译注|譯注|譯註)$/, '译注'],
  [/(校注|校註)$/, '校注'],
  [/(编译|編譯)$/, '编译'],
  [/(翻译|翻譯|译|譯)$/, '译'],
  [/(著者|著|撰|作)$/, '著'],
  [/(编辑|編輯|编纂|編纂|编|編|辑|輯)$/, '编'],
  [/(绘画|繪畫|绘|繪|画|畫|插图|插圖)$/, '绘'],
  [/(注释|注|註)$/, '注'],
];

/** "(美) 黄仁宇著" → name and role; the country or dynasty before a name is no part of it. */
export function readPerson(text: string): { name: string; role: string } | null {
  let name = clean(text)
    .replace(/^[[(（〔【]([^\])）〕】]{1,6})[\])）〕】]\s*/, '')
    .replace(/[\s.。．，,;；]+$/, '')
    .replace(/\s*(\.\.\.|…).*$/, '');
  let role = '';
  const stated = /^(作者|著者|著作者|主编|主編|编者|編者|译者|譯者|编著|翻译)[:：\s]*(?=.{2})/.exec(name);
  if (stated) {
    name = name.slice(stated[0].length);
    role = roleOfWord(stated[1]!.replace(/者$/, '')) || '著';
  }
  const marked = /\s*[(（[](著|译|譯|编|編|绘|繪|主编|主編|编著|編著)[)）\]]$/.exec(name);
  if (marked) {
    name = name.slice(0, marked.index);
    role = roleOfWord(marked[1]!);
  }
  for (const [ending, meaning] of role ? [] : roleEnds) {
    const stem = name.replace(ending, '').trim();
    // Two characters stay at least: 张译 and 李编 are names.
    if (stem !== name && [...stem].length >= 2) {
      name = stem;
      role = meaning;
      break;
    }
  }
  name = name.replace(/\s*等$/, '').trim();
  return name === '' ? null : { name, role };
}

function roleOfWord(word: string): string {
  return roleEnds.find(([ending]) => ending.test(word))?.[1] ?? '';
}

/**
 * A statement of responsibility, "曹雪芹著 ; 高鹗续", as persons; the role at the end of a group is that of
 * all in it.
 */
export function readStatement(text: string): { name: string; role: string }[] {
  return clean(text)
    .split(/\s*[;；]\s*/)
    .flatMap((group) => {
      const direct = inDirectOrder(group);
      if (direct !== withoutIsbd(group)) return [{ name: direct, role: '' }];
      const people = group
        .split(/\s*[,，、/]\s*/)
        .map(readPerson)
        .filter((person) => person !== null);
      const role = people.at(-1)?.role ?? '';
      return people.map((person) => ({ ...person, role: person.role || role }));
    });
}

/** "Austen, Jane," → "Jane Austen"; Chinese names and corporate names stay. */
export function inDirectOrder(name: string): string {
  const plain = withoutIsbd(name).replace(/(?<=\p{Ll}{2})\.$/u, '');
  const inverted =
    /^([\p{Script=Latin}\p{Script=Cyrillic}\p{M}'’ʻʼ\- .]+), ([\p{Script=Latin}\p{Script=Cyrillic}\p{M}'’ʻʼ\- .]+)$/u.exec(
      plain,
    );
  return inverted ? `${inverted[2]} ${inverted[1]}` : plain;
}

/**
 * A publisher without the date that some write behind it, and none where the record says that it is not
 * known.
 */
export function readPublisher(text: string, part: (text: string) => string = withoutIsbd): string {
  const name = part(text).replace(/[,，]\s*(?:民[國国]\s*\d|\[?c?\d{4}).*$/, '');
  return /^\[?\s*s\.?\s*n\.?\s*\]?[\s,:;،]*$/i.test(name) ? '' : part(name);
}

/** "佐藤宗太郎, 1936-": the years of a life are no part of a name. */
export const withoutYears = (name: string): string =>
  name.replace(/[,，]\s*(?:b\.\s*|d\.\s*|ca\.\s*)?\d{3,4}\??\s*(?:[-–]\s*(?:\d{3,4}\??)?)?\.?$/, '').trim();

/** Drops repeats, keeps the order. */
export function distinct<T>(list: T[], key: (each: T) => string): T[] {
  const seen = new Set<string>();
  return list.filter((each) => !seen.has(key(each)) && seen.add(key(each)));
}
