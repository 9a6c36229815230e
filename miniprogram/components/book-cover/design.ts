import type { TitleFacts } from '../../../typings/contract';
import { fitAcross, fitDown, type Fitted } from './fit';

/**
 * What the drawing needs; all lengths in hundredths of the cover's width. The cover is 100 wide and 136 high.
 */
export interface CoverDesign extends Fitted {
  composition: string;
  palette: string;
  author: string;
  /** The letter of the class, drawn large by some compositions. */
  letter: string;
  /** One or two characters for the seal. */
  seal: string;
}

export type CoverSize = 's' | 'm' | 'l';

interface Composition {
  name: string;
  /** The box that the title must not leave. */
  width: number;
  height: number;
  largest: number;
}

/** For titles of a few Chinese characters, set from top to bottom. */
const DOWN: Record<string, Composition> = {
  slip: { name: 'slip', width: 24, height: 84, largest: 17 },
  moon: { name: 'moon', width: 26, height: 96, largest: 21 },
  spine: { name: 'spine', width: 27, height: 104, largest: 20 },
  arch: { name: 'arch', width: 42, height: 68, largest: 19 },
  hills: { name: 'hills', width: 42, height: 66, largest: 19 },
  linen: { name: 'linen', width: 44, height: 78, largest: 20 },
};
/** For long or Latin titles, set in lines. */
const ACROSS: Record<string, Composition> = {
  block: { name: 'block', width: 78, height: 66, largest: 19 },
  rules: { name: 'rules', width: 78, height: 62, largest: 18 },
  slant: { name: 'slant', width: 76, height: 56, largest: 18 },
  mark: { name: 'mark', width: 78, height: 58, largest: 18 },
  grid: { name: 'grid', width: 64, height: 52, largest: 15 },
  frame: { name: 'frame', width: 64, height: 66, largest: 16 },
};

/**
 * What suits a class of the Chinese Library Classification. A letter that is not here takes from everything.
 */
const TASTE: Record<string, { palettes: string; down: string; across: string }> = {
  A: { palettes: 'cinnabar slate rice', down: 'linen spine', across: 'block frame' },
  B: { palettes: 'night rice plum celadon', down: 'moon slip linen arch', across: 'frame rules block' },
  C: { palettes: 'slate ochre sky', down: 'spine arch linen', across: 'rules block slant' },
  D: { palettes: 'slate cinnabar rice', down: 'spine linen', across: 'block frame rules' },
  E: { palettes: 'moss slate ink', down: 'spine linen', across: 'block slant' },
  F: { palettes: 'slate ochre sky moss', down: 'spine linen arch', across: 'slant block rules' },
  G: { palettes: 'sky celadon clay', down: 'arch spine moon', across: 'rules slant block' },
  H: { palettes: 'rice sky ochre', down: 'slip linen spine', across: 'rules frame mark' },
  I: {
    palettes: 'dai plum sand rose night rice clay',
    down: 'slip moon arch hills linen spine',
    across: 'block frame slant rules',
  },
  J: { palettes: 'clay rose plum ochre', down: 'arch moon hills', across: 'slant block frame' },
  K: { palettes: 'ochre cinnabar ink sand dai', down: 'slip hills linen spine', across: 'frame block rules' },
  N: { palettes: 'night slate sky', down: 'moon spine', across: 'grid mark slant' },
  O: { palettes: 'night slate sky celadon', down: 'moon spine', across: 'grid mark rules' },
  P: { palettes: 'night sky moss', down: 'moon hills', across: 'mark slant grid' },
  Q: { palettes: 'moss celadon sand', down: 'hills moon arch', across: 'mark slant block' },
  R: { palettes: 'celadon rose sky', down: 'arch linen', across: 'rules mark block' },
  S: { palettes: 'moss ochre sand', down: 'hills arch', across: 'slant block' },
  T: { palettes: 'slate night sky clay', down: 'spine moon', across: 'grid mark rules slant' },
  U: { palettes: 'sky slate ochre', down: 'spine hills', across: 'slant mark' },
  V: { palettes: 'night sky slate', down: 'moon spine', across: 'mark slant' },
  X: { palettes: 'moss celadon', down: 'hills arch', across: 'slant rules' },
  Z: { palettes: 'rice dai ink', down: 'slip linen', across: 'frame rules' },
};
const ANY = {
  palettes: 'dai plum sand rose night rice clay slate ochre moss',
  down: 'slip moon spine arch hills linen',
  across: 'block rules slant frame',
};

/** Below this a character is a smudge: a small cover shows fewer words instead of smaller ones. */
const SMALLEST: Record<CoverSize, number> = { s: 15, m: 10.5, l: 7 };
const HAN = /[\u3400-\u9fff]/u;
const HAN_ONLY = /^[\u3400-\u9fff\u{20000}-\u{3ffff}]{1,8}$/u;

export function coverDesign(title: TitleFacts, size: CoverSize): CoverDesign {
  const letter = /^[A-Z]/.exec(title.clc.toUpperCase())?.[0] ?? '';
  const taste = TASTE[letter] ?? ANY;
  const name = mainTitle(title.title);
  const seed = hash(title.titleId || title.title);
  const palette = pick(taste.palettes.split(' '), seed >>> 4);
  const rest = { palette, letter: letter || 'S', author: firstAuthor(title.authors), seal: sealOf(title) };
  if (HAN_ONLY.test(name)) {
    const composition = DOWN[pick(taste.down.split(' '), seed >>> 11)] ?? DOWN.linen!;
    return { ...rest, composition: composition.name, ...fitDown(name, composition, SMALLEST[size]) };
  }
  const composition = ACROSS[pick(taste.across.split(' '), seed >>> 11)] ?? ACROSS.block!;
  return { ...rest, composition: composition.name, ...fitAcross(name, composition, SMALLEST[size]) };
}

/** The title proper, without marks, other title information and the statement of responsibility. */
export function mainTitle(title: string): string {
  const bare = title
    .replace(/[《》〈〉"“”]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const head = bare.split(/\s*(?:[:：=／/;；(（[【]|——| - )\s*/u)[0]?.replace(/[\s.,，。、]+$/u, '') ?? '';
  return [...head].length >= 2 ? head : bare;
}

function firstAuthor(authors: string): string {
  const [first = ''] = authors.split(/[;；,，、]/u);
  const words = first.trim().split(/\s+/u);
  if (HAN.test(words[0] ?? '')) return words[0] ?? '';
  // A Latin name holds spaces inside; where a Chinese name follows (the translator), it ends there.
  const next = words.findIndex((word) => HAN.test(word));
  return (next === -1 ? words : words.slice(0, next)).join(' ');
}

function sealOf(title: TitleFacts): string {
  const han = [...title.authors].filter((c) => HAN.test(c));
  return han[0] ?? '書';
}

function pick(list: string[], seed: number): string {
  return list[seed % list.length] ?? '';
}

/** FNV-1a: spreads ids that differ in one character. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value ^= value >>> 15;
  return Math.imul(value, 0x2c1b3c6d) >>> 0;
}
