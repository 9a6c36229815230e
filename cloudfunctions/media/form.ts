import type { MediaKind } from '../../typings/contract/media';
import { secondsOfMp3 } from './mp3';

/** What a file is by its first bytes: what it is called says nothing. */
type Form = 'pdf' | 'jpeg' | 'png' | 'mp3';

const SIGNS: readonly [Form, readonly number[]][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** null: of none of the forms that are passed on. */
const formOf = (bytes: Uint8Array): Form | null => {
  const signed = SIGNS.find(([, sign]) => sign.every((byte, n) => bytes[n] === byte))?.[0];
  return signed ?? (secondsOfMp3(bytes) > 0 ? 'mp3' : null);
};

const KINDS: Record<Form, MediaKind> = { jpeg: 'picture', png: 'picture', mp3: 'voice', pdf: 'file' };

export const kindOf = (bytes: Uint8Array): MediaKind | null => {
  const form = formOf(bytes);
  return form && KINDS[form];
};
