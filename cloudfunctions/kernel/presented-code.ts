import type { Instant } from '../../typings/contract/shapes';
import type { RootKey } from '../documents';
import { readSignedCode, signedCode, type CodeKind } from './signed-code';

/** As long as one reader stands at a desk with their books. */
const PRESENTED: CodeKind = { mark: 'SXP1', purpose: 'presented', seconds: 30 * 60 };

const subjectOf = (readerId: string, openid: string): string => `${readerId}@${openid}`;

/** That a reader's card was shown to this member of the staff; lending asks for it. */
export const presentedCode = (
  readerId: string,
  { openid, now }: { openid: string; now: Instant },
  roots: readonly RootKey[],
): string => signedCode(PRESENTED, subjectOf(readerId, openid), now, roots).code;

export const isPresented = (
  code: string,
  readerId: string,
  { openid, now }: { openid: string; now: Instant },
  roots: readonly RootKey[],
): boolean => {
  const scan = readSignedCode(PRESENTED, code, now, roots);
  return scan.kind === 'subject' && scan.subject === subjectOf(readerId, openid);
};
