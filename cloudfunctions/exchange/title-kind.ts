import type { TitleKind } from '../../typings/contract/title-record';

export const TITLE_KINDS: readonly TitleKind[] = [
  'book',
  'serial',
  'music',
  'map',
  'audio',
  'video',
  'picture',
  'electronic',
  'other',
];

type Kinds = Partial<Record<string, TitleKind>>;

const BOTH: Kinds = {
  c: 'music',
  d: 'music',
  e: 'map',
  f: 'map',
  g: 'video',
  i: 'audio',
  j: 'audio',
  k: 'picture',
};

/** Byte 6 of the leader (MARC 21 Bibliographic, Leader/06). */
export const MARC21_KINDS: Kinds = { ...BOTH, a: 'book', t: 'book', m: 'electronic' };
/** Byte 6 of the record label (UNIMARC Bibliographic, label 6). */
export const UNIMARC_KINDS: Kinds = { ...BOTH, a: 'book', b: 'book', l: 'electronic' };

/** Byte 7 tells what comes out bit by bit: s a serial, i (MARC 21) an integrating resource. */
export const titleKind = (leader: string, kinds: Kinds): TitleKind =>
  leader[7] === 's' || leader[7] === 'i' ? 'serial' : (kinds[leader[6] ?? ''] ?? 'other');

/** Bytes 6 and 7 that read back as this kind. A code that no kind has reads back as `other`. */
export const leaderCodes = (kind: TitleKind, kinds: Kinds): string => {
  if (kind === 'serial') return 'as';
  const code = Object.entries(kinds).find(([, each]) => each === kind)?.[0] ?? OTHER;
  return `${kind === 'book' ? 'a' : code}m`;
};

/** Mixed materials in MARC 21; nothing in UNIMARC. */
const OTHER = 'p';
