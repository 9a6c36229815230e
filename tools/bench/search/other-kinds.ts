import { pinyin } from 'pinyin-pro';
import type { TitleForIndex } from '../../../cloudfunctions/search/index/title';
import type { Dice } from './chance';
import {
  bare,
  characters,
  han,
  hanTitle,
  latinTitle,
  mainPart,
  pieceOf,
  replaceAt,
  syllablesOf,
  traditional,
  type Ask,
} from './asking';

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const TRAILING = ['的书', '小说', '电子书', 'pdf', '全文', '在线阅读', '这本书', '下载'];
const NUMERALS = [...'〇一二三四五六七八九十'];
const FORMS: ((n: number) => string)[] = [
  (n) => `第${NUMERALS[n]}册`,
  (n) => `第${n}册`,
  (n) => ` ${n}`,
  (n) => String(NUMERALS[n]),
  (n) => `（${NUMERALS[n]}）`,
  (n) => `第${NUMERALS[n]}部`,
];

/** A title that ends with the number of its volume, and the number. */
const volumeOf = ({ title }: TitleForIndex): { main: string; number: number } | null => {
  const match =
    /^(.*?\p{Script=Han}.*?)[\s.·—-]*[(（]?第?([1-9]|10|[一二三四五六七八九十])[册卷部辑]?[)）]?$/u.exec(
      title,
    );
  if (!match || bare(match[1]!).length < 3) return null;
  const number = /\d/.test(match[2]!) ? Number(match[2]) : NUMERALS.indexOf(match[2]!);
  return { main: match[1]!, number };
};

const personOf = (name: string | undefined): string | null => {
  const alone = name?.replace(/^\s*[[(（【〔［].*?[\])）】〕］]\s*/, '').trim();
  return alone && han(alone) && alone.length <= 6 ? alone : null;
};

const slip = (letters: string, chance: Dice): string => {
  const at = 1 + chance.below(letters.length - 2);
  switch (chance.below(3)) {
    case 0:
      return letters.slice(0, at) + letters.slice(at + 1);
    case 1:
      return letters.slice(0, at) + letters[at + 1] + letters[at] + letters.slice(at + 2);
    default:
      return letters.slice(0, at) + String.fromCharCode(97 + chance.below(26)) + letters.slice(at + 1);
  }
};

/** A third lot, wider still: what phones, habits and haste make of a title. */
export const otherKinds: Record<string, Ask> = {
  'publisher + title': (title) => {
    const list = hanTitle(title, 3);
    return list && han(title.publisher) ? `${title.publisher} ${list.slice(0, 6).join('')}` : null;
  },
  'translator + title': (title) => {
    const list = hanTitle(title, 3);
    const person = personOf(title.authors[1]);
    return list && person ? `${person} ${list.join('')}` : null;
  },
  'part of the title + part of the name': (title, chance) => {
    const list = hanTitle(title, 5);
    const person = /([^·．.]{2,4})$/u.exec(title.authors[0] ?? '')?.[1];
    return list && person && han(person) ? `${pieceOf(list, chance, 4)}${person}` : null;
  },
  'subtitle alone': ({ title, subtitle }) => {
    const behind = subtitle === '' ? /[:：](.+)$/.exec(title)?.[1] : subtitle;
    const text = behind && mainPart(behind);
    return text && bare(text).length >= 5 ? text : null;
  },
  'title + subtitle, unspaced': ({ title, subtitle }) => (subtitle === '' ? null : bare(title + subtitle)),
  'volume in another form': (title, chance) => {
    const volume = volumeOf(title);
    return volume && volume.main.trim() + chance.one(FORMS)(volume.number);
  },
  'full-width': ({ title }) => (/[a-z0-9]/i.test(title) && bare(title).length >= 4 ? wide(title) : null),
  'pinyin with tone marks': (title) => {
    const list = hanTitle(title, 4);
    return list && pinyin(list.join(''), { toneType: 'symbol' });
  },
  'pinyin with tone numbers': (title) => {
    const list = hanTitle(title, 4);
    return list && pinyin(list.join(''), { toneType: 'num', type: 'array' }).join('');
  },
  'pinyin by words': (title, chance) => {
    const list = hanTitle(title, 5);
    if (!list) return null;
    const cut = 2 + chance.below(list.length - 3);
    const syllables = syllablesOf(list.join(''));
    return `${syllables.slice(0, cut).join('')} ${syllables.slice(cut).join('')}`;
  },
  'pinyin with a slip': (title, chance) => {
    const list = hanTitle(title, 5);
    return list && slip(syllablesOf(list.join('')).join(''), chance);
  },
  'pinyin, n for l': (title) => {
    const list = hanTitle(title, 5);
    const letters = list && syllablesOf(list.join('')).join('');
    const sloppy =
      list &&
      syllablesOf(list.join(''))
        .map((syllable) => syllable.replace(/^l/, 'n'))
        .join('');
    return sloppy && sloppy !== letters ? sloppy : null;
  },
  'pinyin, a fragment': (title, chance) => {
    const list = hanTitle(title, 7);
    if (!list) return null;
    const from = chance.below(list.length - 5);
    return syllablesOf(list.join(''))
      .slice(from, from + 5)
      .join('');
  },
  'first syllable, then letters': (title) => {
    const list = hanTitle(title, 5, 10);
    if (!list) return null;
    const [first, ...others] = syllablesOf(list.join(''));
    return first! + others.map((syllable) => syllable[0]).join('');
  },
  'characters inside pinyin': (title, chance) => {
    const list = hanTitle(title, 4);
    if (!list) return null;
    const at = chance.below(list.length);
    return list.map((character, n) => (n === at ? character : syllablesOf(list.join(''))[n]!)).join('');
  },
  'characters, then first letters': (title, chance) => {
    const list = hanTitle(title, 5, 10);
    if (!list) return null;
    const cut = 2 + chance.below(list.length - 3);
    const letters = syllablesOf(list.join(''))
      .slice(cut)
      .map((syllable) => syllable[0]);
    return list.slice(0, cut).join('') + letters.join('');
  },
  "first letters of the author's name, title": (title) => {
    const list = hanTitle(title, 4);
    const person = personOf(title.authors[0]);
    const letters = (text: string): string =>
      syllablesOf(text)
        .map((syllable) => syllable[0])
        .join('');
    return list && person ? `${letters(person)} ${list.join('')}` : null;
  },
  'doubled character': (title, chance) => {
    const list = hanTitle(title, 4);
    if (!list) return null;
    const at = chance.below(list.length);
    return replaceAt(list, at, list[at]! + list[at]!);
  },
  'two homophones': (title, chance, { sameReading }) => {
    const list = hanTitle(title, 6);
    if (!list) return null;
    const syllables = syllablesOf(list.join(''));
    const changed = [...list];
    for (const at of [chance.below(3), 3 + chance.below(list.length - 3)])
      changed[at] = chance.one(sameReading.get(syllables[at]!) ?? [list[at]!]);
    return changed.join('') === list.join('') ? null : changed.join('');
  },
  'two missing characters': (title, chance) => {
    const list = hanTitle(title, 7);
    if (!list) return null;
    const without = characters(replaceAt(list, chance.below(3), ''));
    return replaceAt(without, 3 + chance.below(without.length - 3), '');
  },
  'a wrong character in a fragment': (title, chance, { anyCharacter }) => {
    const list = hanTitle(title, 8, 30);
    if (!list) return null;
    const piece = characters(pieceOf(list, chance, 6));
    return replaceAt(piece, chance.below(6), chance.one(anyCharacter));
  },
  'something behind it': (title, chance) => {
    const list = hanTitle(title, 3);
    return list && list.join('') + chance.one(TRAILING);
  },
  'something behind it, spaced': (title, chance) => {
    const list = hanTitle(title, 3);
    return list && `${list.join('')} ${chance.one(TRAILING)}`;
  },
  'in book-title marks, by': (title) => {
    const list = hanTitle(title, 3);
    const person = personOf(title.authors[0]);
    return list && person ? `${person}的《${list.join('')}》` : null;
  },
  'words here and there': (title, chance) => {
    const list = hanTitle(title, 8, 30);
    if (!list) return null;
    const half = Math.floor(list.length / 2);
    return `${pieceOf(list.slice(0, half), chance, 2)} ${pieceOf(list.slice(half), chance, 2)}`;
  },
  'numerals as digits': ({ title }) => {
    const main = mainPart(title);
    const digits = main.replace(/[〇零一二三四五六七八九]{2,}/g, (numerals) =>
      characters(numerals)
        .map((numeral) => NUMERALS.indexOf(numeral === '零' ? '〇' : numeral))
        .join(''),
    );
    return digits !== main && bare(main).length >= 3 ? digits : null;
  },
  'digits as numerals': ({ title }) => {
    const main = mainPart(title);
    if (!/\p{Script=Han}/u.test(main) || bare(main).length < 4) return null;
    const numerals = main.replace(/\d/g, (digit) => NUMERALS[Number(digit)]!);
    return numerals !== main ? numerals : null;
  },
  'characters and Latin': ({ title }) => {
    const main = mainPart(title);
    return /[a-z]{2}.*\p{Script=Han}|\p{Script=Han}.*[a-z]{2}/iu.test(main) ? bare(main).toLowerCase() : null;
  },
  'kana fragment': ({ title }, chance) => {
    const list = characters(bare(title));
    const kana = list.filter((character) => /[\u3041-\u30fe]/.test(character)).length;
    return kana >= 3 && list.length >= 6 ? pieceOf(list, chance, 5) : null;
  },
  'traditional, a wrong character': (title, chance, { anyCharacter }) => {
    const list = hanTitle(title, 6);
    if (!list) return null;
    const written = characters(traditional(list.join('')));
    return replaceAt(written, chance.below(written.length), chance.one(anyCharacter));
  },
  'traditional + author': (title) => {
    const list = hanTitle(title, 3);
    const person = personOf(title.authors[0]);
    return list && person ? traditional(`${list.join('')} ${person}`) : null;
  },
  'Latin, a slip': (title, chance) => {
    const plain = latinTitle(title, 10);
    if (!plain) return null;
    const slipped = slip(plain, chance);
    return slipped.includes('  ') ? null : slipped;
  },
  'Latin, words turned round': (title, chance) => {
    const words = latinTitle(title, 12)?.split(' ') ?? [];
    if (words.length < 3) return null;
    const cut = 1 + chance.below(words.length - 1);
    return [...words.slice(cut), ...words.slice(0, cut)].join(' ');
  },
  'Latin, the long words': (title) => {
    const words = (latinTitle(title, 16)?.split(' ') ?? []).filter(({ length }) => length >= 5);
    return words.length >= 2 ? words.slice(0, 3).join(' ') : null;
  },
  'Latin, author + title': (title) => {
    const plain = latinTitle(title, 8);
    const name = title.authors[0]
      ?.normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[\s,]+/);
    const last = name?.filter((part) => /^[a-z]{4,}$/.test(part)).at(-1);
    return plain && last ? `${last} ${plain.split(' ').slice(0, 4).join(' ')}` : null;
  },
  'ISBN with spaces': ({ isbns }) => isbns[0]!.replace(/^(\d{3})(\d)(\d{4})(\d{4})(\d)$/, '$1 $2 $3 $4 $5'),
  'ISBN, a wrong digit': ({ isbns }, chance) => {
    const at = 3 + chance.below(10);
    const digit = (Number(isbns[0]![at]) + 1 + chance.below(9)) % 10;
    return replaceAt(characters(isbns[0]!), at, String(digit));
  },
  'ISBN, two digits turned round': ({ isbns }, chance) => {
    const digits = characters(isbns[0]!);
    const at = 3 + chance.below(9);
    if (digits[at] === digits[at + 1]) return null;
    [digits[at], digits[at + 1]] = [digits[at + 1]!, digits[at]!];
    return digits.join('');
  },
  'call number, loosely': ({ callNumber }) => callNumber.toLowerCase().replace(/[/]/, ' '),
  'call number, begun': ({ callNumber }) => callNumber.slice(0, -1),
};
