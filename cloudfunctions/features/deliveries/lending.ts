import * as v from 'valibot';
import { factsOf } from '../../cataloguing/title-facts';
import { newItem } from '../../circulation/new-item';
import type { DeliveryDocument, ItemDocument, TitleDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { aBarcode, aDay, anId } from '../../kernel/validate';
import { PASSING_SOURCE } from '../../reference/delivery-rules';
import { keysOfTitle } from '../../search/keys';
import { chargeDelivery, stepDelivery } from '../../steps/deliveries';
import { placeHold } from '../../steps/placing-hold';
import { oneDelivery } from './asking';
import { deskView } from './desk-lists';
import { ofDelivery } from './getting';

/** A title that is here for one loan: no search finds it, as nobody else can have it. */
const passingTitle = (
  _id: string,
  { _id: deliveryId, wanted }: DeliveryDocument,
  now: string,
): TitleDocument => {
  const title = {
    title: wanted.title,
    contributors: wanted.author ? [{ name: wanted.author, role: '' }] : [],
  };
  return {
    _id,
    ...title,
    subtitle: '',
    publisher: '',
    year: Number(wanted.year) || 0,
    isbns: wanted.isbn ? [wanted.isbn] : [],
    clc: '',
    callNumber: '',
    language: '',
    kind: 'book',
    subjects: [],
    summary: '',
    also: [],
    keys: keysOfTitle(title),
    addedAt: now,
    popularity: 0,
    source: `${PASSING_SOURCE}${deliveryId}`,
  };
};

/** On its way from the library that lends it: the desk's next scan puts it onto the hold shelf. */
const passingItem = (
  title: TitleDocument,
  { barcode, branchId, itemType }: { barcode: string; branchId: string; itemType: string },
  { now }: Pick<Context, 'now'>,
): ItemDocument =>
  newItem({
    _id: barcode,
    titleId: title._id,
    title: factsOf(title),
    itemType,
    homeBranchId: branchId,
    shelf: '馆际互借',
    callNumber: '',
    price: 0,
    status: 'in_transit',
    transit: { fromBranchId: branchId, toBranchId: branchId, why: 'home' },
    changedAt: now,
    source: title.source,
  });

interface Arriving {
  deliveryId: string;
  barcode: string;
  branchId: string;
  itemType: string;
  backBy: string;
}

/**
 * A book of another library has come: from here on it is a copy like any other, under all rules of the desk,
 * with a hold of the reader who asked for it. The delivery carries which copy it is.
 */
export const arrive = writing('deliveryDesk.arrive', {
  role: 'reference',
  schema: v.strictObject({
    deliveryId: anId,
    barcode: aBarcode,
    branchId: anId,
    itemType: anId,
    backBy: aDay,
  }),
  prepare: async ({ db, library, today }, { barcode, branchId, itemType, backBy }) => {
    const { branches, settings } = library;
    if (!branches.some(({ _id }) => _id === branchId))
      return refuse({ code: 'not_in_library', what: 'branch', id: branchId });
    if (!settings.itemTypes.some(({ id }) => id === itemType))
      return refuse({ code: 'not_in_library', what: 'itemType', id: itemType });
    if (backBy <= today) return refuse({ code: 'back_by_passed', today });
    const card = await db.get('cards', barcode);
    return card ? refuse({ code: 'barcode_is_card', barcode }) : undefined;
  },
  run: ofDelivery('obtain', async (context, transaction, delivery, { backBy, ...copy }: Arriving) => {
    if (delivery.kind !== 'book') return refuse({ code: 'delivery_is', state: delivery.state });
    const other = await transaction.get('items', copy.barcode);
    if (other)
      return refuse({
        code: 'barcode_taken',
        barcode: copy.barcode,
        titleId: other.titleId,
        title: other.title.title,
      });
    const reader = await transaction.get('readers', delivery.readerId);
    if (!reader) return refuse({ code: 'reader_not_found', scanned: '' });
    const title = passingTitle(context.newId(), delivery, context.now);
    const item = passingItem(title, copy, context);
    const order = { titleId: title._id, pickUpBranchId: copy.branchId };
    const held = await placeHold(transaction, context, reader, order, { title, items: [item], waits: [] });
    if (isRefused(held)) return held;
    await transaction.put('titles', title);
    await transaction.put('items', item);
    const loan = { barcode: copy.barcode, titleId: title._id, backBy };
    const by = context.staff.name;
    const after = await stepDelivery(transaction, context, 'obtain', { ...delivery, loan }, by);
    await chargeDelivery(transaction, context, after, by);
    return {
      value: await deskView(context, after),
      log: { outcome: '外馆图书到馆', readerId: after.readerId, barcode: copy.barcode },
    };
  }),
});

/** Back to its library: the copy and its title go, and so does a hold that nobody came for. */
export const giveBack = writing('deliveryDesk.giveBack', {
  role: 'reference',
  schema: oneDelivery,
  run: ofDelivery('give_back', async (context, transaction, delivery) => {
    const item = delivery.loan && (await transaction.get('items', delivery.loan.barcode));
    if (item?.loan) return refuse({ code: 'item_on_loan', dueOn: item.loan.dueOn, bySameReader: false });
    const queue = await transaction.get('holdQueues', delivery.loan?.titleId ?? '');
    if (queue && queue.holds.length > 0) return refuse({ code: 'delivery_still_held' });
    if (item) {
      await transaction.remove('items', item._id);
      await transaction.remove('titles', item.titleId);
    }
    const after = await stepDelivery(transaction, context, 'give_back', delivery, context.staff.name);
    return {
      value: await deskView(context, after),
      log: { outcome: '外馆图书归还', readerId: after.readerId, barcode: delivery.loan?.barcode ?? '' },
    };
  }),
});
