import type { Instant } from '../../typings/contract/shapes';
import type { RootKey } from '../documents';
import { codesOf, readSignedCode, type CodeKind } from './signed-code';

/** By which one reader hands a copy to another. */
const TRANSFER: CodeKind = { mark: 'SXT2', purpose: 'transfer', seconds: 60 };

/** The code names the open loan; a hand-over ends that loan, so that the code is good once. */
export const transferCode = codesOf(TRANSFER);

export type TransferScan = { kind: 'loan'; loanId: string } | { kind: 'expired' } | { kind: 'not_valid' };

export const readTransferCode = (scanned: string, now: Instant, roots: readonly RootKey[]): TransferScan => {
  const scan = readSignedCode(TRANSFER, scanned.trim(), now, roots);
  return scan.kind === 'subject' ? { kind: 'loan', loanId: scan.subject } : scan;
};
