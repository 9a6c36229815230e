import type { Instant } from '../../typings/contract/shapes';
import { readSignedCode, signedCode } from './signed-code';

/** How long a code is good by which one reader hands a copy to another, seconds. */
const TRANSFER_CODE_SECONDS = 60;

const MARK = 'SXT1';

/** The code names the open loan; a hand-over ends that loan, so that the code is good once. */
export const transferCode = (
  loanId: string,
  now: Instant,
  key: string,
): { code: string; validUntil: Instant } =>
  signedCode(MARK, loanId, { now, key, seconds: TRANSFER_CODE_SECONDS });

export type TransferScan = { kind: 'loan'; loanId: string } | { kind: 'expired' } | { kind: 'not_valid' };

export const readTransferCode = (scanned: string, now: Instant, key: string): TransferScan => {
  const scan = readSignedCode(MARK, scanned.trim(), now, key);
  return scan.kind === 'subject' ? { kind: 'loan', loanId: scan.subject } : scan;
};
