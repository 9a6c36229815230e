import * as v from 'valibot';
import type { Refusal } from '../../../typings/contract/refusals';
import { stateBefore } from '../../circulation/life';
import { ITEM_LIFE } from '../../circulation/lives';
import type { HoldDocument, ItemDocument, OperationDocument, QueuedHold, UndoRecord } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { addMinutes, localDateOf } from '../../kernel/local-date';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { collectorsOf } from '../../reads/family';
import { writeQueue } from '../../steps/holds';
import { holdNotReady } from '../../steps/hold-notices';
import { tell } from '../../steps/notices';

/** A scan can be taken back this long. */
const MINUTES = 15;

/** What a scan that can be taken back made of its copy. */
const UNDONE = ['check_out', 'shelve', 'keep_for_hold', 'send', 'set_aside'] as const;

type Undoable = OperationDocument & { undo: UndoRecord };

/**
 * Takes back a check-out or a check-in of one's own. The copy's document decides whether anything happened to
 * it since: then nothing is taken back. What the scan wrote goes back to what it was; others who changed the
 * queue or the reader meanwhile keep what they did.
 */
export const undo = writing('desk.undo', {
  role: 'circulation',
  schema: v.strictObject({ requestId: v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/, '请求编号格式不对')) }),
  run: async (context, { requestId }, transaction) => {
    const line = await transaction.get('operations', `${context.openid}:${requestId}`);
    const item = line && (await transaction.get('items', line.barcode));
    if (!line || !item || !isUndoable(line) || addMinutes(line.at, MINUTES) < context.now)
      return refuse({ code: 'undo_too_late', at: line?.at ?? context.now });
    const later = changedSince(item, line);
    if (later) return { refusals: [later] };
    const standing =
      line.action === 'desk.checkOut'
        ? await undoCheckOut(transaction, item, line)
        : await undoCheckIn(transaction, context, line);
    if (standing) return { refusals: [standing] };
    await transaction.put('items', {
      ...line.undo.item,
      status: stateBefore(ITEM_LIFE, UNDONE, item.status, line.undo.item.status),
      changedAt: context.now,
    });
    const { lent: _notLent, ...rest } = line;
    // A return that was none is in nobody's history.
    await transaction.put('operations', { ...rest, undo: null, ended: null, endsLoan: false });
    const outcome = `撤销：${line.outcome}`;
    return {
      value: { barcode: item._id, outcome },
      log: {
        outcome,
        barcode: item._id,
        titleName: item.title.title,
        branchId: line.branchId,
        undid: { action: line.action, at: line.at, ...(line.counts && { counts: line.counts }) },
        ...(line.readerId && { readerId: line.readerId }),
      },
    };
  },
});

const isUndoable = (line: OperationDocument): line is Undoable => line.undo !== null;

const changedSince = (item: ItemDocument, line: Undoable): Refusal | null =>
  item.changedAt !== line.at ||
  (item.loan !== null && item.loan.renewals > (line.undo.item.loan?.renewals ?? 0))
    ? { code: 'later_event', at: item.changedAt, what: item.status }
    : null;

/** The loan goes as if it had never been, and a hold that it filled waits again at its place. */
const undoCheckOut = async (
  transaction: Transaction,
  { loan }: ItemDocument,
  { undo: before }: Undoable,
): Promise<Refusal | null> => {
  const reader = loan && (await transaction.get('readers', loan.readerId));
  if (!loan || !reader) throw new Error('a copy that was lent a moment ago has no loan or no reader');
  const isOfIt = reader.lately.map(
    ({ on, itemType }) => on === loan.checkedOutOn && itemType === before.item.itemType,
  );
  const counted = isOfIt.lastIndexOf(true);
  const owned = before.hold?.readerId === reader._id ? openHoldOf(before.hold) : [];
  const lately = reader.lately.filter((_, n) => n !== counted);
  const { borrowedIn: _thisMonth, ...others } = reader;
  await transaction.put('readers', {
    ...(lately.some(({ on }) => on.slice(0, 7) === reader.borrowedIn)
      ? reader
      : { ...others, ...(before.borrowedIn && { borrowedIn: before.borrowedIn }) }),
    openLoans: reader.openLoans.filter(({ loanId }) => loanId !== loan.loanId),
    lately,
    openHolds: [...reader.openHolds, ...owned],
  });
  if (!before.hold) return null;
  await putHoldBack(transaction, before.hold, before.queue ?? []);
  if (before.hold.readerId !== reader._id) {
    const [open] = openHoldOf(before.hold);
    await transaction.amend('readers', before.hold.readerId, { push: { openHolds: open } });
  }
  return null;
};

const openHoldOf = ({ _id: holdId, titleId, placedAt }: HoldDocument) => [
  { holdId, titleId, placedOn: localDateOf(placedAt) },
];

/** The loan runs on as it was, what lateness cost is struck, and whoever was called waits again. */
const undoCheckIn = async (
  transaction: Transaction,
  context: StaffContext,
  { undo: before, readerId, at }: Undoable,
): Promise<Refusal | null> => {
  const line = before.lineId ? await transaction.get('accountLines', before.lineId) : null;
  if (line && line.open !== line.amount) return { code: 'undo_too_late', at };
  if (line) {
    await transaction.remove('accountLines', line._id);
    await transaction.amend('readers', line.readerId, { add: { owes: -line.amount } });
  }
  if (before.known) await transaction.amend('readers', readerId, { push: { openLoans: before.known } });
  if (before.hold) {
    await putHoldBack(transaction, before.hold, before.queue ?? []);
    await takeBackCall(transaction, context, before.hold, before.item);
  }
  return null;
};

/** The hold as it was, at its old place among those who are still in the queue. */
const putHoldBack = async (
  transaction: Transaction,
  hold: HoldDocument,
  before: readonly QueuedHold[],
): Promise<void> => {
  const queue = (await transaction.get('holdQueues', hold.titleId))?.holds ?? [];
  const place = before.findIndex((each) => each.holdId === hold._id);
  const entry = before[place];
  if (!entry) throw new Error(`hold ${hold._id} was not in the queue that was kept`);
  const ahead = new Set(before.slice(0, place).map((each) => each.holdId));
  const others = queue.filter((each) => each.holdId !== hold._id);
  const at = others.map((each) => ahead.has(each.holdId)).lastIndexOf(true) + 1;
  await transaction.put('holds', hold);
  await writeQueue(transaction, hold.titleId, [...others.slice(0, at), entry, ...others.slice(at)]);
};

/** A reader who was told that the copy is there is told that it is not. */
const takeBackCall = async (
  transaction: Transaction,
  context: StaffContext,
  hold: HoldDocument,
  { title }: ItemDocument,
): Promise<void> => {
  await transaction.remove('waits', hold._id);
  for (const readerId of await collectorsOf(transaction, context, hold)) {
    await tell(transaction, context, holdNotReady({ holdId: hold._id, readerId }, title.title, context.now));
  }
};
