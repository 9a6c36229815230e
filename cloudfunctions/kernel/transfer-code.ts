import type { Instant } from '../../typings/contract/shapes';
import type { RootKey } from '../documents';
import { readSignedCode, signedCode, type CodeKind } from './signed-code';

/** By which one reader hands a copy to another. */
const TRANSFER: CodeKind = { mark: 'SXT2', purpose: 'transfer', seconds: 60 };

/** The code names the open loan; a hand-over ends that loan, so that the code is good once. */
export const transferCode = (
  loanId: string,
  now: Instant,
  roots: readonly RootKey[],
): { code: string; validUntil: Instant } => signedCode(TRANSFER, loanId, now, roots);

export type TransferScan = { kind: 'loan'; loanId: string } | { kind: 'expired' } | { kind: 'not_valid' };

export const readTransferCode = (scanned: string, now: Instant, roots: readonly RootKey[]): TransferScan => {
  const scan = readSignedCode(TRANSFER, scanned.trim(), now, roots);
  return scan.kind === 'subject' ? { kind: 'loan', loanId: scan.subject } : scan;
};
