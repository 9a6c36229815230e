import type { TalkLineDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import type { Changed } from '../../kernel/operation';
import { refusalsToTakeBack } from '../../reference/talk';
import { lineId, takeBackLine } from '../../steps/talks';

/** Takes back a line that is the caller's own, while that is still possible. */
export const takingBack = async (
  transaction: Transaction,
  { now }: Pick<Context, 'now'>,
  { talkId, number }: { talkId: string; number: number },
  { side, isOwn }: { side: 'reader' | 'staff'; isOwn: (line: TalkLineDocument) => boolean },
): Promise<Changed<{ number: number }>> => {
  const line = await transaction.get('talkLines', lineId(talkId, number));
  const own = line && isOwn(line) ? line : null;
  const refusals = refusalsToTakeBack(own, side, now);
  if (refusals.length > 0 || !own) return { refusals };
  await takeBackLine(transaction, own, { now });
  return { value: { number }, log: { outcome: '撤回一句', readerId: own.readerId } };
};
