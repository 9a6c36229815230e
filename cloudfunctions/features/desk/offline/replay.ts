import * as v from 'valibot';
import type { OfflineScan, Replayed } from '../../../../typings/contract/desk';
import type { Refusal } from '../../../../typings/contract/refusals';
import { branchOf } from '../../../circulation/branches';
import { laterEvent, scanTooOld } from '../../../circulation/offline';
import type { ItemDocument, ReaderDocument } from '../../../documents';
import { cleanScan, readCardScan } from '../../../kernel/card-code';
import type { StaffContext } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { localDateOf } from '../../../kernel/local-date';
import { type LogLine, writing } from '../../../kernel/operation';
import { isRefused } from '../../../kernel/refusal';
import { aDay, aScan, aText, anId } from '../../../kernel/validate';
import { takeBack } from '../../../steps/checking-in';
import { lendTo } from '../../../steps/checking-out';
import { nextStep, outcomeOf } from '../check-in';

interface ScannedThings {
  item: ItemDocument | null;
  reader: ReaderDocument | null;
}

/**
 * A scan that a device kept while it had no network is done as of its own moment: due dates and lateness
 * count from there. When something happened to the copy since, or a rule stands against it, it is neither
 * lost nor forced: it goes on the list of conflicts, whose document is named after device and number, so that
 * it is there once.
 */
export const replay = writing('desk.replay', {
  role: 'circulation',
  schema: v.strictObject({
    device: v.pipe(v.string(), v.regex(/^[\w-]{4,40}$/, '设备编号格式不对')),
    number: v.pipe(v.number(), v.integer(), v.minValue(1, '编号从 1 开始')),
    scannedAt: v.pipe(v.string(), v.isoTimestamp('时间格式不对')),
    action: v.picklist(['checkOut', 'checkIn'] as const, '只有借出和还回可以离线'),
    barcode: aScan,
    card: v.optional(aText(512)),
    branchId: anId,
    returnedOn: v.optional(aDay),
    onSite: v.optional(v.boolean()),
  }),
  run: async (context, scan, transaction) => {
    const then = momentOf(context, scan);
    const found = await look(transaction, then, scan);
    const tooOld = scanTooOld(then.now, context.now);
    const done = tooOld ? { refusals: [tooOld] } : await attempt(transaction, then, scan, found);
    return isRefused(done)
      ? conflict(transaction, context, scan, found, done.refusals)
      : { value: done.value, log: { ...done.log, outcome: `离线补传：${done.log.outcome}` } };
  },
});

/** The context as it was when the copy was scanned; a device whose clock runs ahead was scanned now. */
const momentOf = (context: StaffContext, { scannedAt }: OfflineScan): StaffContext => {
  const at = scannedAt < context.now ? new Date(scannedAt).toISOString() : context.now;
  return { ...context, now: at, today: localDateOf(at) };
};

const look = async (
  transaction: Transaction,
  { now, library }: StaffContext,
  { barcode, card }: OfflineScan,
): Promise<ScannedThings> => {
  const item = await transaction.get('items', cleanScan(barcode));
  const scanned = card === undefined ? null : readCardScan(card, now, library.keys);
  const known = scanned?.kind === 'card' ? await transaction.get('cards', scanned.cardNumber) : null;
  return { item, reader: known && (await transaction.get('readers', known.readerId)) };
};

type Done = { value: Replayed; log: LogLine };

const attempt = async (
  transaction: Transaction,
  then: StaffContext,
  { action, barcode, card, branchId, returnedOn, onSite = false }: OfflineScan,
  { item, reader }: ScannedThings,
): Promise<Done | { refusals: Refusal[] }> => {
  const missing: Refusal[] = [
    ...(item ? [] : [{ code: 'item_not_found' as const, barcode: cleanScan(barcode) }]),
    ...(branchOf(then.library, branchId) ? [] : [{ code: 'branch_not_found' as const }]),
    ...(action === 'checkOut' && !reader
      ? [{ code: 'reader_not_found' as const, scanned: card?.slice(0, 40) ?? '' }]
      : []),
  ];
  if (!item || missing.length > 0) return { refusals: missing };
  const later = laterEvent(item, then.now);
  if (later) return { refusals: [later] };
  const log = { barcode: item._id, titleName: item.title.title, branchId };
  if (action === 'checkOut' && reader) {
    const lent = await lendTo(transaction, then, { item, reader, branchId, onSite });
    if (isRefused(lent)) return lent;
    const outcome = `借出，${lent.item.loan.dueOn} 到期`;
    return {
      value: { kind: 'done', outcome, titleName: item.title.title },
      log: { ...log, outcome, readerId: reader._id },
    };
  }
  const back = await takeBack(transaction, then, {
    item,
    branchId,
    returnedOn: returnedOn && returnedOn < then.today ? returnedOn : then.today,
    staffName: then.staff.name,
  });
  if (isRefused(back)) return back;
  const outcome = outcomeOf(back, await nextStep(transaction, then, back.routed));
  return {
    value: { kind: 'done', outcome, titleName: item.title.title },
    log: {
      ...log,
      outcome,
      ...(back.returned && { readerId: back.returned.readerId, ended: back.ended }),
    },
  };
};

const conflict = async (
  transaction: Transaction,
  context: StaffContext,
  { device, number, scannedAt, action, barcode, card = '', branchId }: OfflineScan,
  { item, reader }: ScannedThings,
  why: Refusal[],
): Promise<Done> => {
  const conflictId = `${device}-${number}`;
  const titleName = item?.title.title ?? '';
  await transaction.put('conflicts', {
    _id: conflictId,
    branchId,
    action,
    barcode: cleanScan(barcode),
    card,
    readerId: reader?._id ?? '',
    readerName: reader?.name ?? '',
    titleName,
    scannedAt,
    arrivedAt: context.now,
    staffName: context.staff.name,
    why,
    status: 'open',
    settledBy: '',
    settledAt: null,
    comment: '',
  });
  return {
    value: { kind: 'conflict', conflictId, titleName, because: why },
    log: {
      outcome: `离线补传：${action === 'checkOut' ? '借出' : '还回'}与现状不符，待处理`,
      barcode: cleanScan(barcode),
      titleName,
      branchId,
      ...(reader && { readerId: reader._id }),
    },
  };
};
