import type { Instant } from '../../typings/contract/shapes';
import type { RootKey } from '../documents';
import { codesOf, readSignedCode, type CodeKind } from './signed-code';

/** On the screen at the door of an event, each for so short that a picture of it is worthless soon. */
const EVENT: CodeKind = { mark: 'SXE1', purpose: 'event', seconds: 30 };

export const eventCode = codesOf(EVENT);

/** The event of a scanned code; null when it is none, or has run out. */
export const readEventCode = (scanned: string, now: Instant, roots: readonly RootKey[]): string | null => {
  const scan = readSignedCode(EVENT, scanned.trim(), now, roots);
  return scan.kind === 'subject' ? scan.subject : null;
};
