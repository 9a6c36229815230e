import type { Outcome } from '../../lib/call';
import type { RefusalLine } from '../../lib/refusals';
import { maybe, none } from '../../lib/screen/empty';
import type { ReaderPanel } from './check-out-view';
import { meantBesideScanner } from './scanner-safe';

/** What check-out knows of whoever stands at the desk, and how they leave it. */

/** Nobody stands at the desk. */
export const NOBODY = {
  reader: maybe<ReaderPanel>(),
  /** Without a network: the card as it was scanned, unchecked. */
  unchecked: '',
  problem: none<RefusalLine>(),
  /** What was scanned as a card and did not lead to a reader yet. */
  card: '',
};

export function meantToLeave(unanswered: number): Promise<boolean> {
  return meantBesideScanner({
    title: `还有 ${unanswered} 册没有回复`,
    content: '它们可能还没有借出。建议先点“重试”，等每一册都有结果。',
    stay: '回去处理',
    go: '仍然结束',
  });
}

/** Among copies somebody scanned or typed the number of a card. */
export const isCardScanned = (outcome: Outcome<unknown>): boolean =>
  outcome.kind === 'refused' &&
  outcome.refusals.some((refusal) => refusal.code === 'item_not_found' && refusal.isCard === true);
