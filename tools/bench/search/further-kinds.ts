import {
  characters,
  han,
  hanTitle,
  latinTitle,
  pieceOf,
  replaceAt,
  syllablesOf,
  traditional,
  type Ask,
} from './asking';

/** Kinds beside the sixteen: whether these are met for a reason or by heart. */
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
  'Latin, a letter wrong': (title, chance) => {
    const plain = latinTitle(title, 12);
    if (!plain) return null;
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
