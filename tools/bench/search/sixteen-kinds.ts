import { isbn10Of } from '../../../cloudfunctions/search/isbn';
import {
  bare,
  characters,
  han,
  hanTitle,
  mainPart,
  pieceOf,
  replaceAt,
  syllablesOf,
  traditional,
  type Ask,
} from './asking';

/** The sixteen kinds by which the search is judged. */
export const sixteenKinds: Record<string, Ask> = {
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
