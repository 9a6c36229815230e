import type { LocalDate } from '../../typings/contract/answer';
import type { Refusal } from '../../typings/contract/refusals';
import type { PolicyDocument, ReaderDocument } from '../documents';

/** Why this reader may not borrow, hold or renew now, apart from what they want to take. The block holds up to and on its last day. */
export const blocksOf = (
  reader: Pick<ReaderDocument, 'expiresOn' | 'block'>,
  today: LocalDate,
): Refusal[] => {
  const blocks: Refusal[] = [];
  if (reader.expiresOn < today) blocks.push({ code: 'card_expired', expiredOn: reader.expiresOn });
  if (reader.block && (reader.block.until === null || reader.block.until >= today)) {
    blocks.push({
      code: 'reader_blocked',
      reason: reader.block.reason,
      ...(reader.block.until && { until: reader.block.until }),
    });
  }
  return blocks;
};

/** A loan is overdue from the day after its due date. */
export const isOverdue = (dueOn: LocalDate, today: LocalDate): boolean => dueOn < today;

export const overdueBlock = (
  overdue: number,
  { overdueLimit }: Pick<PolicyDocument, 'overdueLimit'>,
): Refusal[] =>
  overdue >= overdueLimit ? [{ code: 'loans_overdue', count: overdue, limit: overdueLimit }] : [];
