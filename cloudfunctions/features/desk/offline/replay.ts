import * as v from 'valibot';
import type { OfflineScan, Replayed } from '../../../../typings/contract/desk';
import type { Refusal } from '../../../../typings/contract/refusals';
import { branchOf } from '../../../circulation/branches';
import { laterEvent, scanTooOld } from '../../../circulation/offline';
import type { ItemDocument, ReaderDocument } from '../../../documents';
import { A_RETURN, countedLoan } from '../../../figures/line-counts';
import type { StaffContext } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { localDateOf } from '../../../kernel/local-date';
import { type LogLine, writing } from '../../../kernel/operation';
import { isRefused } from '../../../kernel/refusal';
import { aBarcode, aBirthDay, aDay, anId, aText } from '../../../kernel/validate';
import { shutOutAt } from '../../../membership/shut-out';
import { ownerOfCard, readerByCard } from '../../../reads/card-shown';
import { takeBack } from '../../../steps/checking-in';
import { lendTo } from '../../../steps/checking-out';
import { nextStep, outcomeOf, saidOf } from '../check-in';

interface ScannedThings {
  item: ItemDocument | null;
  reader: ReaderDocument | null;
  /** Whose card it is, whether it does or not: what is kept of the scan can be found by it. */
  owner: ReaderDocument | null;
  /** Why the card does not do, by the same rules as with a network. */
  cardRefused: Refusal[];
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
    // Moments are compared as texts: with whatever offset it was sent, it stands in UTC here.
    scannedAt: v.pipe(
      v.string(),
      v.isoTimestamp('时间格式不对'),
      v.transform((text) => new Date(text).toISOString()),
    ),
    action: v.picklist(['checkOut', 'checkIn'] as const, '只有借出和还回可以离线'),
    barcode: aBarcode,
    card: v.optional(aText(512)),
    birthDay: v.optional(aBirthDay),
    branchId: anId,
    returnedOn: v.optional(aDay),
    onSite: v.optional(v.boolean()),
  }),
  run: async (context, scan, transaction) => {
    const then = momentOf(context, scan);
    const found = await look(transaction, then, scan);
    const doubts = doubtsAbout(then, context);
    const done = doubts.length > 0 ? { refusals: doubts } : await attempt(transaction, then, scan, found);
    return isRefused(done)
      ? conflict(transaction, context, scan, found, done.refusals)
      : { value: done.value, log: { ...done.log, outcome: `离线补传：${done.log.outcome}` } };
  },
});

/** What speaks against a scan before its copy and its reader are looked at. */
const doubtsAbout = (then: StaffContext, { now, staff }: StaffContext): Refusal[] => {
  const tooOld = scanTooOld(then.now, now);
  const from = shutOutAt(staff, then.now);
  return [...(tooOld ? [tooOld] : []), ...(from ? [{ code: 'phone_shut_out' as const, from }] : [])];
};

/** The context as it was when the copy was scanned; a device whose clock runs ahead was scanned now. */
const momentOf = (context: StaffContext, { scannedAt }: OfflineScan): StaffContext => {
  const at = scannedAt < context.now ? scannedAt : context.now;
  return { ...context, now: at, today: localDateOf(at) };
};

const look = async (
  transaction: Transaction,
  then: StaffContext,
  { action, barcode, card = '', birthDay }: OfflineScan,
): Promise<ScannedThings> => {
  const item = await transaction.get('items', barcode);
  if (action === 'checkIn') return { item, reader: null, owner: null, cardRefused: [] };
  const scanned = { scanned: card, ...(birthDay !== undefined && { birthDay }) };
  const shown = await readerByCard(transaction, then, scanned);
  if (isRefused(shown)) {
    const owner = await ownerOfCard(transaction, then, card);
    return { item, reader: null, owner, cardRefused: shown.refusals };
  }
  return { item, reader: shown.reader, owner: shown.reader, cardRefused: [] };
};

type Done = { value: Replayed; log: LogLine };

const attempt = async (
  transaction: Transaction,
  then: StaffContext,
  { action, barcode, branchId, returnedOn, onSite = false }: OfflineScan,
  { item, reader, cardRefused }: ScannedThings,
): Promise<Done | { refusals: Refusal[] }> => {
  const missing: Refusal[] = [
    ...(item ? [] : [{ code: 'item_not_found' as const, barcode: barcode }]),
    ...(branchOf(then.library, branchId) ? [] : [{ code: 'branch_not_found' as const }]),
    ...cardRefused,
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
      log: { ...log, outcome, readerId: reader._id, lent: item.titleId, counts: countedLoan(lent) },
    };
  }
  const back = await takeBack(transaction, then, {
    item,
    branchId,
    returnedOn: returnedOn && returnedOn < then.today ? returnedOn : then.today,
    staffName: then.staff.name,
  });
  if (isRefused(back)) return back;
  const next = await nextStep(transaction, then, back.routed);
  return {
    value: { kind: 'done', outcome: saidOf(back, next), titleName: item.title.title },
    log: {
      ...log,
      outcome: outcomeOf(back, next),
      ...(back.givenBack && { readerId: back.givenBack.readerId }),
      ...(back.returned && { readerId: back.returned.readerId, ended: back.ended, counts: A_RETURN }),
    },
  };
};

const conflict = async (
  transaction: Transaction,
  context: StaffContext,
  { device, number, scannedAt, action, barcode, branchId }: OfflineScan,
  { item, owner }: ScannedThings,
  why: Refusal[],
): Promise<Done> => {
  const conflictId = `${device}-${number}`;
  const titleName = item?.title.title ?? '';
  await transaction.put('conflicts', {
    _id: conflictId,
    branchId,
    action,
    barcode,
    readerId: owner?._id ?? '',
    readerName: owner?.name ?? '',
    named: true,
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
      barcode,
      titleName,
      branchId,
      ...(owner && { readerId: owner._id }),
    },
  };
};
