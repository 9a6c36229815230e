import { decoderOf, type Encoding } from './encodings';

/**
 * Tells the encoding of texts by voting: a text that is valid UTF-8 votes for it, any other for the one whose
 * common characters its bytes make. Null when every text is plain ASCII, which all of them share.
 */
export function detectEncoding(texts: Iterable<Uint8Array>): Encoding | null {
  const votes: Record<Told, number> = { 'utf-8': 0, gb18030: 0, big5: 0, 'marc-8': 0 };
  let telling = 0;
  for (const text of texts) {
    if (!text.some((byte) => byte >= 0x80 || byte === ESCAPE)) continue;
    telling++;
    votes[detectOne(text)]++;
  }
  if (telling === 0) return null;
  return (Object.entries(votes) as [Told, number][]).reduce((best, each) =>
    each[1] > best[1] ? each : best,
  )[0];
}

/** ISO 5426 and Latin-1 cannot be told from the others by their bytes: they are settled by hand. */
type Told = Exclude<Encoding, 'iso-5426' | 'latin-1'>;

const ESCAPE = 0x1b;
const utf8 = decoderOf('utf-8');

function detectOne(text: Uint8Array): Told {
  const escapes = text.includes(ESCAPE);
  if (!escapes && utf8(text) !== null) return 'utf-8';
  const scores: [Told, number][] = [
    ['marc-8', marc8Score(text) + (escapes ? 50 : 0)],
    ['gb18030', pairScore(text, gbPair)],
    ['big5', pairScore(text, big5Pair)],
  ];
  return scores.reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

const COMMON = 1;
const SYMBOL = 0.5;
const RARE = -0.5;
const WRONG = -3;

/** The first level of GB 2312 (its 3,755 commonest characters) begins with B0 to D7. */
function gbPair(lead: number, trail: number): number {
  if (lead < 0x81 || lead === 0xff) return WRONG;
  if (trail >= 0xa1)
    return lead >= 0xb0 && lead <= 0xd7 ? COMMON : lead >= 0xa1 && lead <= 0xa3 ? SYMBOL : RARE;
  return (trail >= 0x40 && trail !== 0x7f) || (trail >= 0x30 && trail <= 0x39) ? RARE : WRONG;
}

/** The first level of Big5 (its 5,401 commonest) begins with A4 to C6. */
function big5Pair(lead: number, trail: number): number {
  const fits = (trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe);
  if (lead < 0xa1 || lead > 0xf9 || !fits) return WRONG;
  return lead >= 0xa4 && lead <= 0xc6 ? COMMON : lead < 0xa4 ? SYMBOL : RARE;
}

function pairScore(text: Uint8Array, scoreOf: (lead: number, trail: number) => number): number {
  let score = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at]! < 0x80) continue;
    score += scoreOf(text[at]!, text[at + 1] ?? 0);
    if ((text[at + 1] ?? 0) >= 0x30) at++;
  }
  return score;
}

/**
 * In MARC-8 a diacritic (E0 to FE) stands before its letter; other bytes above 7F are single letters among
 * ASCII.
 */
function marc8Score(text: Uint8Array): number {
  let score = 0;
  for (let at = 0; at < text.length; at++) {
    const byte = text[at]!;
    if (byte < 0x80) continue;
    let after = at + 1;
    while (text[after]! >= 0xe0 && after < at + 3) after++;
    const next = text[after] ?? 0;
    const letter = (next >= 0x41 && next <= 0x5a) || (next >= 0x61 && next <= 0x7a);
    if (byte >= 0xe0) score += letter ? COMMON : RARE;
    else if (byte >= 0xa1 && byte <= 0xc8) score += letter || next < 0x80 ? SYMBOL : RARE;
    else score += byte === 0x88 || byte === 0x89 || byte === 0x8d || byte === 0x8e ? 0 : WRONG;
  }
  return score;
}
