import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import type { TitleForIndex } from '../../../cloudfunctions/search/index/title';
import type { Dice } from './chance';

/** What those who ask know besides the title. */
interface Materials {
  titles: TitleForIndex[];
  /** Characters of the titles by their reading, each as often as it stands there. */
  sameReading: Map<string, string[]>;
  anyCharacter: string[];
}

/** How somebody asks for a title; null when this title cannot be asked for so. */
export type Ask = (title: TitleForIndex, chance: Dice, materials: Materials) => string | null;

export const han = (title: string): boolean => /^\p{Script=Han}+$/u.test(title);
export const characters = (text: string): string[] => [...text];
/** What a reader remembers: the title up to its first colon or bracket, punctuation left away. */
export const mainPart = (title: string): string => title.split(/[:：(（【[]/)[0]!.trim();
export const bare = (title: string): string => title.replace(/[\p{P}\p{S}\s]/gu, '');

export const traditional = Converter({ from: 'cn', to: 't' });

export const syllablesOf = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', v: true });

/** A title of Chinese characters alone with at least so many. */
export const hanTitle = ({ title }: TitleForIndex, least: number, most = 16): string[] | null => {
  const list = characters(bare(mainPart(title)));
  return han(list.join('')) && list.length >= least && list.length <= most ? list : null;
};

/** A title of Latin letters alone, lower case and without accents, of at least so many letters. */
export const latinTitle = ({ title }: TitleForIndex, least: number): string | null => {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return /^[a-z ]+$/.test(plain) && plain.length >= least ? plain : null;
};

export const pieceOf = (list: string[], chance: Dice, length: number, least = 0): string => {
  const from = least + chance.below(list.length - length - least + 1);
  return list.slice(from, from + length).join('');
};

export const replaceAt = (list: string[], at: number, by: string): string =>
  [...list.slice(0, at), by, ...list.slice(at + 1)].join('');

export function materialsOf(titles: TitleForIndex[]): Materials {
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
