import * as v from 'valibot';
import type { DeskApi } from '../../../../typings/contract/desk';
import type { Refusal } from '../../../../typings/contract/refusals';
import { branchOf } from '../../../circulation/branches';
import { stateAfter } from '../../../circulation/life';
import { ITEM_LIFE } from '../../../circulation/lives';
import { refusalsToSet } from '../../../circulation/setting-item';
import type { ItemDocument } from '../../../documents';
import type { StaffContext } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { writing } from '../../../kernel/operation';
import { isRefused, refuse } from '../../../kernel/refusal';
import { hasRole } from '../../../kernel/roles';
import { aBarcode, aComment, anId, someLines } from '../../../kernel/validate';
import { takeBack } from '../../../steps/checking-in';
import { letHoldWaitAgain } from '../../../steps/waiting-again';
import { deskItem } from './desk-item';

type Input = Parameters<DeskApi['desk.setItem']>[0];

const USE_NAMES = { loan: '外借', on_site: '馆内借阅', reference: '仅供阅览' };
const STATUS_NAMES = { available: '上架', in_repair: '送修', withdrawn: '剔除' };

/**
 * Changes what a copy is for and where it is, by hand. Doing it again changes nothing. Back on the shelf
 * means checked in here: whoever waits is called. The item carries its one place, the queue who is called.
 */
export const setItem = writing('desk.setItem', {
  role: 'circulation',
  schema: v.strictObject({
    barcode: aBarcode,
    branchId: anId,
    status: v.optional(v.picklist(['available', 'in_repair', 'withdrawn'])),
    use: v.optional(v.picklist(['loan', 'on_site', 'reference'])),
    condition: v.optional(someLines(200)),
    comment: v.optional(aComment),
  }),
  run: async (context, input, transaction) => {
    const item = await transaction.get('items', input.barcode);
    if (!item) return refuse({ code: 'item_not_found', barcode: input.barcode });
    const refusals = refusalsToSet({
      item,
      ...(input.status && { status: input.status }),
      ...(input.use && { use: input.use }),
      branchKnown: branchOf(context.library, input.branchId) !== undefined,
      mayCatalogue: hasRole(context.staff, 'cataloguer'),
    });
    if (refusals.length > 0) return { refusals };
    const marked: ItemDocument = {
      ...item,
      use: input.use ?? item.use,
      condition: input.condition ?? item.condition,
    };
    const after = await placed(transaction, context, marked, input);
    if (isRefused(after)) return after;
    const queue = await transaction.get('holdQueues', item.titleId);
    return {
      value: deskItem(context.library, after, queue?.holds ?? []),
      log: {
        outcome: outcomeOf(item, input),
        comment: wordsOf(item, input),
        barcode: item._id,
        titleName: item.title.title,
        branchId: input.branchId,
      },
    };
  },
});

/** Writes the copy where it is put. */
const placed = async (
  transaction: Transaction,
  context: StaffContext,
  item: ItemDocument,
  { status, branchId }: Input,
): Promise<ItemDocument | { refusals: Refusal[] }> => {
  const { now, today, staff } = context;
  const servesNobody = item.use !== 'loan' || status === 'in_repair' || status === 'withdrawn';
  const free = servesNobody ? await letHoldWaitAgain(transaction, context, item) : item;
  if (status === 'available') {
    const here: ItemDocument =
      free.status === 'lost' ? free : { ...free, status: stateAfter(ITEM_LIFE, 'put_back', free.status) };
    const back = await takeBack(transaction, context, {
      item: here,
      branchId,
      returnedOn: today,
      staffName: staff.name,
    });
    return isRefused(back) ? back : back.routed.item;
  }
  const after: ItemDocument =
    status === undefined
      ? { ...free, changedAt: now }
      : {
          ...free,
          status: stateAfter(ITEM_LIFE, status === 'in_repair' ? 'repair' : 'withdraw', free.status),
          branchId,
          transit: null,
          changedAt: now,
        };
  await transaction.put('items', after);
  return after;
};

const outcomeOf = (item: ItemDocument, { status, use, condition }: Input): string =>
  [
    ...(status ? [STATUS_NAMES[status]] : []),
    ...(use && use !== item.use ? [`${USE_NAMES[item.use]} → ${USE_NAMES[use]}`] : []),
    ...(condition !== undefined && condition !== item.condition ? ['更改备注'] : []),
  ].join('，') || '未变';

/** In the words of whoever did it. */
const wordsOf = (item: ItemDocument, { condition, comment = '' }: Input): string =>
  [
    ...(condition !== undefined && condition !== item.condition ? [`备注：${condition || '无'}`] : []),
    ...(comment ? [comment] : []),
  ].join('；');
