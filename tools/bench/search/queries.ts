import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import { isbn10Of } from '../../../cloudfunctions/search/isbn';
import type { TitleForIndex } from '../../../cloudfunctions/search/index/title';
import { dice, type Dice } from './chance';

/** A known item and how somebody asks for it. */
export interface KnownItem {
  kind: string;
  text: string;
  target: number;
  /** Set where more than the target answers: any title with this subject. */
  subject?: string;
}

const SEED = 7;
const TRIES = 4000;

const han = (title: string): boolean => /^\p{Script=Han}+$/u.test(title);
const characters = (text: string): string[] => [...text];
/** What a reader remembers: the title up to its first colon or bracket, punctuation left away. */
const mainPart = (title: string): string => title.split(/[:：(（【[]/)[0]!.trim();
const bare = (title: string): string => title.replace(/[\p{P}\p{S}\s]/gu, '');

const traditional = Converter({ from: 'cn', to: 't' });

interface Materials {
  titles: TitleForIndex[];
  /** Characters of the titles by their reading, each as often as it stands there. */
  sameReading: Map<string, string[]>;
  anyCharacter: string[];
}

type Ask = (title: TitleForIndex, chance: Dice, materials: Materials) => string | null;

const syllablesOf = (text: string): string[] => pinyin(text, { toneType: 'none', type: 'array', v: true });

/** A title of Chinese characters alone with at least so many. */
const hanTitle = ({ title }: TitleForIndex, least: number, most = 16): string[] | null => {
  const list = characters(bare(mainPart(title)));
  return han(list.join('')) && list.length >= least && list.length <= most ? list : null;
};

const pieceOf = (list: string[], chance: Dice, length: number, least = 0): string => {
  const from = least + chance.below(list.length - length - least + 1);
  return list.slice(from, from + length).join('');
};

const replaceAt = (list: string[], at: number, by: string): string =>
  [...list.slice(0, at), by, ...list.slice(at + 1)].join('');

/** The sixteen kinds by which the search is judged. */
export const kinds: Record<string, Ask> = {
  exact: ({ title }) => title,
  prefix: ({ title }, chance) => {
    const list = characters(bare(title));
    if (list.length < 6 || !han(list.join(''))) return null;
    return list.slice(0, Math.max(4, Math.round(list.length * (0.5 + chance.below(30) / 100)))).join('');
  },
  'middle fragment': (title, chance) => {
    const list = characters(bare(title.title));
    if (list.length < 7 || !han(list.join(''))) return null;
    return pieceOf(list, chance, Math.max(4, Math.round(list.length * 0.5)), 1);
  },
  'fragments swapped': (title, chance) => {
    const list = hanTitle(title, 7, 30);
    if (!list) return null;
    const half = Math.floor(list.length / 2);
    const length = Math.max(3, Math.floor(half * 0.8));
    return `${pieceOf(list.slice(half), chance, Math.min(length, list.length - half))} ${pieceOf(list.slice(0, half), chance, Math.min(length, half))}`;
  },
  'author + title': ({ title, authors }, chance) => {
    const [author] = authors;
    if (!author || author.length > 16) return null;
    const main = bare(mainPart(title));
    if (main.length < 2) return null;
    return chance.below(2) === 0 ? `${author} ${main}` : `${main} ${author}`;
  },
  'full pinyin': (title, chance) => {
    const list = hanTitle(title, 4);
    return list && syllablesOf(list.join('')).join(chance.below(3) === 0 ? ' ' : '');
  },
  initials: (title) => {
    const list = hanTitle(title, 5, 12);
    return (
      list &&
      syllablesOf(list.join(''))
        .map((syllable) => syllable[0])
        .join('')
    );
  },
  homophone: (title, chance, { sameReading }) => {
    const list = hanTitle(title, 4);
    if (!list) return null;
    const at = chance.below(list.length);
    const others = (sameReading.get(syllablesOf(list.join(''))[at]!) ?? []).filter(
      (other) => other !== list[at],
    );
    return others.length > 0 ? replaceAt(list, at, chance.one(others)) : null;
  },
  'wrong character': (title, chance, { anyCharacter }) => {
    const list = hanTitle(title, 5);
    if (!list) return null;
    const at = chance.below(list.length);
    const other = chance.one(anyCharacter);
    return other === list[at] ? null : replaceAt(list, at, other);
  },
  'missing character': (title, chance) => {
    const list = hanTitle(title, 5);
    return list && replaceAt(list, chance.below(list.length), '');
  },
  traditional: (title) => {
    const list = hanTitle(title, 3, 30);
    if (!list) return null;
    const written = traditional(list.join(''));
    return written === list.join('') ? null : written;
  },
  'ISBN-13': ({ isbns }) => isbns[0]!.replace(/^(\d{3})(\d)(\d{4})(\d{4})(\d)$/, '$1-$2-$3-$4-$5'),
  'ISBN-10': ({ isbns }, chance) => {
    const isbn = isbn10Of(isbns[0]!);
    return isbn && (chance.below(2) === 0 ? isbn : isbn.replace(/^(\d)(\d{4})(\d{4})(.)$/, '$1-$2-$3-$4'));
  },
  'call number': ({ callNumber }, chance) =>
    [callNumber, callNumber.toLowerCase(), callNumber.replace('/', ' / ')][chance.below(3)]!,
  'subject + title': (title, chance) => {
    const list = hanTitle(title, 4, 30);
    const [subject] = title.subjects;
    return list && subject
      ? `${subject} ${pieceOf(list, chance, Math.max(3, Math.ceil(list.length * 0.6)))}`
      : null;
  },
  'Latin, no accents': ({ title }) => {
    const plain = title.normalize('NFD').replace(/\p{M}/gu, '');
    if (!/^[\p{ASCII}]+$/u.test(plain) || plain.length < 10) return null;
    return plain === title && plain.length % 2 === 0
      ? null
      : plain.toLowerCase().split(/\s+/).slice(0, 8).join(' ');
  },
};

/** Kinds on which nothing was tuned: whether the sixteen are met for a reason or by heart. */
export const furtherKinds: Record<string, Ask> = {
  'begun pinyin': (title) => {
    const list = hanTitle(title, 5);
    const letters = list && syllablesOf(list.join('')).join('');
    return letters && letters.slice(0, Math.ceil(letters.length * 0.7));
  },
  'sloppy pinyin': (title) => {
    const list = hanTitle(title, 5);
    const letters = list && syllablesOf(list.join('')).join('');
    const sloppy = letters?.replace(/([zcs])h/g, '$1').replace(/([ei])ng/g, '$1n');
    return sloppy && sloppy !== letters ? sloppy : null;
  },
  'pinyin and characters': (title, chance) => {
    const list = hanTitle(title, 5);
    if (!list) return null;
    const cut = 2 + chance.below(list.length - 3);
    return list.slice(0, cut).join('') + syllablesOf(list.join('')).slice(cut).join('');
  },
  'author and title in pinyin': (title) => {
    const list = hanTitle(title, 3);
    const [author] = title.authors;
    return list && author && han(author) && author.length <= 4
      ? `${syllablesOf(author).join('')} ${syllablesOf(list.join('')).join('')}`
      : null;
  },
  'part of the initials': (title) => {
    const list = hanTitle(title, 8);
    return (
      list &&
      syllablesOf(list.join(''))
        .slice(1, 7)
        .map((syllable) => syllable[0])
        .join('')
    );
  },
  'extra character': (title, chance, { anyCharacter }) => {
    const list = hanTitle(title, 5);
    if (!list) return null;
    const at = 1 + chance.below(list.length - 1);
    return [...list.slice(0, at), chance.one(anyCharacter), ...list.slice(at)].join('');
  },
  'two turned round': (title, chance) => {
    const list = hanTitle(title, 5);
    if (!list) return null;
    const at = chance.below(list.length - 1);
    return [...list.slice(0, at), list[at + 1]!, list[at]!, ...list.slice(at + 2)].join('');
  },
  'two wrong characters': (title, chance, { anyCharacter }) => {
    const list = hanTitle(title, 8);
    if (!list) return null;
    const at = chance.below(list.length - 3);
    return replaceAt(
      characters(replaceAt(list, at, chance.one(anyCharacter))),
      at + 3,
      chance.one(anyCharacter),
    );
  },
  'author+title unspaced': (title) => {
    const list = hanTitle(title, 3);
    const [author] = title.authors;
    return list && author && han(author) && author.length <= 4 ? author + list.join('') : null;
  },
  'traditional fragment': (title, chance) => {
    const list = hanTitle(title, 7, 30);
    return list && traditional(pieceOf(list, chance, Math.ceil(list.length * 0.6)));
  },
  'title + publisher': (title) => {
    const list = hanTitle(title, 3);
    return list && han(title.publisher) ? `${list.slice(0, 6).join('')} ${title.publisher}` : null;
  },
  'title + year': (title) => {
    const list = hanTitle(title, 3);
    return list && title.year > 0 ? `${list.slice(0, 6).join('')} ${title.year}` : null;
  },
  'Latin, a letter wrong': ({ title }, chance) => {
    const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    if (!/^[a-z ]+$/.test(plain) || plain.length < 12) return null;
    const at = 2 + chance.below(plain.length - 4);
    return plain[at] === ' '
      ? null
      : plain.slice(0, at) + String.fromCharCode(97 + chance.below(26)) + plain.slice(at + 1);
  },
  'Latin, begun': ({ title }) => {
    const plain = title.toLowerCase();
    return /^[\p{Script=Latin} ]+$/u.test(plain) && plain.length >= 14
      ? plain.slice(0, Math.ceil(plain.length * 0.6))
      : null;
  },
};

export function knownItems(asks: Record<string, Ask>, titles: TitleForIndex[], each: number): KnownItem[] {
  const materials = materialsOf(titles);
  return Object.entries(asks).flatMap(([kind, ask], n) => {
    const chance = dice(SEED + n * 1000);
    const items: KnownItem[] = [];
    const wantsLatin = kind.startsWith('Latin');
    const latin = wantsLatin ? titles.flatMap(({ language }, at) => (language === 'chi' ? [] : [at])) : [];
    for (let tries = 0; tries < TRIES && items.length < each; tries++) {
      const target = latin.length > 0 ? chance.one(latin) : chance.below(titles.length);
      const text = ask(titles[target]!, chance, materials);
      if (text) items.push({ kind, text, target });
    }
    return items;
  });
}

/** A subject alone: any title that carries it answers, and so does one that is called so. */
export function subjectItems(titles: TitleForIndex[], each: number): KnownItem[] {
  const chance = dice(SEED - 1);
  const items: KnownItem[] = [];
  while (items.length < each) {
    const target = chance.below(titles.length);
    const subject = titles[target]!.subjects.at(-1);
    if (subject) items.push({ kind: 'subject alone', text: subject, target, subject });
    else if (!titles.some(({ subjects }) => subjects.length > 0)) break;
  }
  return items;
}

function materialsOf(titles: TitleForIndex[]): Materials {
  const sameReading = new Map<string, string[]>();
  const anyCharacter: string[] = [];
  for (const { title } of titles.slice(0, 5000))
    for (const character of title) {
      if (!han(character)) continue;
      anyCharacter.push(character);
      const reading = syllablesOf(character)[0]!;
      const list = sameReading.get(reading);
      if (list) list.push(character);
      else sameReading.set(reading, [character]);
    }
  return { titles, sameReading, anyCharacter };
}
