import type { ImportEncoding } from '../../typings/contract/imports';
import { decodeIso5426 } from './iso5426';
import { decodeMarc8, UNKNOWN } from './marc8';

/** What a file may be written in. A list may be UTF-16 too, which is told by its first bytes alone. */
export type Encoding = ImportEncoding;
export const ENCODINGS: readonly Encoding[] = ['utf-8', 'gb18030', 'big5', 'marc-8', 'iso-5426', 'latin-1'];
/** Those that a list may be written in, besides UTF-16. */
export type ListEncoding = Exclude<Encoding, 'marc-8' | 'iso-5426'>;

/** The text of bytes, or null when they are not of this encoding. */
type Decode = (bytes: Uint8Array) => string | null;

/**
 * A strict decoder. GB18030 and Big5 are those of the WHATWG, which Node brings with its full ICU (every
 * official build since 13, so 18 and 20 too).
 * @throws where Node was built without them.
 */
export function decoderOf(encoding: Encoding): Decode {
  if (encoding === 'marc-8') return decodeMarc8;
  if (encoding === 'iso-5426') return decodeIso5426;
  const decoder = textDecoder(encoding, true);
  return (bytes) => {
    try {
      const text = decoder.decode(bytes);
      return encoding === 'utf-8' ? text : text.includes(NO_LEAD) ? null : withoutPrivate(text);
    } catch {
      return null;
    }
  };
}

/** What ICU makes of the byte FF in Big5, where it can begin nothing. */
const NO_LEAD = '\uf8f8';

/**
 * Characters of single libraries and of HKSCS come out as private ones, which no font shows: 〓 stands for
 * them.
 */
export const withoutPrivate = (text: string): string => text.replace(/[\ue000-\uf8ff]/g, UNKNOWN);

/** For text that streams: what is not of the encoding becomes U+FFFD, for which every row is looked at. */
export function textDecoder(
  encoding: ListEncoding | 'utf-16le',
  fatal = false,
): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding === 'latin-1' ? 'latin1' : encoding, { fatal, ignoreBOM: true });
  } catch (cause) {
    throw new Error(`this Node reads no ${encoding}: it was built without full ICU`, { cause });
  }
}

const names: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030',
  big5: 'Big5',
  'marc-8': 'MARC-8',
  'iso-5426': 'ISO 5426',
  'latin-1': 'Latin-1',
};

export const nameOf = (encoding: Encoding): string => names[encoding];
