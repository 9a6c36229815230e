import * as v from 'valibot';
import type { DeliveryAct } from '../../../typings/contract/deliveries';
import type { DeliveryDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { anAmount, yuan } from '../../kernel/fen';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { aLine, aText, anId, someLines } from '../../kernel/validate';
import { isEnded, refusalsToDelivery } from '../../reference/delivery';
import { deliveryRules } from '../../reference/delivery-rules';
import { stepDelivery } from '../../steps/deliveries';
import { NOT_FOUND, oneDelivery } from './asking';
import { deskView } from './desk-lists';

/** A request that an act can be done to, read in the transaction that does it. */
const deliveryFor = async (
  transaction: Transaction,
  deliveryId: string,
  act: DeliveryAct,
): Promise<DeliveryDocument | ReturnType<typeof refuse>> => {
  const delivery = await transaction.get('deliveries', deliveryId);
  if (!delivery) return refuse(NOT_FOUND);
  const refusals = refusalsToDelivery(act, delivery);
  return refusals.length > 0 ? { refusals } : delivery;
};

/** The same as a change: run with the request, or there is a no. */
export const ofDelivery =
  <In extends { deliveryId: string }, Changed>(
    act: DeliveryAct,
    run: (
      context: StaffContext,
      transaction: Transaction,
      delivery: DeliveryDocument,
      input: In,
    ) => Promise<Changed>,
  ) =>
  async (context: StaffContext, input: In, transaction: Transaction) => {
    const delivery = await deliveryFor(transaction, input.deliveryId, act);
    return isRefused(delivery) ? delivery : run(context, transaction, delivery, input);
  };

/** One step by staff and what it changes besides; its log names the reader and not the document. */
const stepping = <In extends { deliveryId: string }>(
  act: DeliveryAct,
  outcome: (input: In) => string,
  change: (delivery: DeliveryDocument, input: In, context: StaffContext) => DeliveryDocument,
) =>
  ofDelivery(act, async (context, transaction, delivery, input: In) => {
    const changed = change(delivery, input, context);
    const after = await stepDelivery(transaction, context, act, changed, context.staff.name);
    return {
      value: await deskView(context, after),
      log: { outcome: outcome(input), readerId: after.readerId },
    };
  });

export const take = writing('deliveryDesk.take', {
  role: 'reference',
  schema: oneDelivery,
  run: stepping(
    'search',
    () => '受理文献传递',
    (delivery, _input, { openid, staff }) => ({ ...delivery, takenBy: openid, takenByName: staff.name }),
  ),
});

export const tellCost = writing('deliveryDesk.tellCost', {
  role: 'reference',
  schema: v.strictObject({ deliveryId: anId, cost: anAmount }),
  run: stepping(
    'tell_cost',
    ({ cost }) => `告知文献传递费用 ${yuan(cost)}`,
    (delivery, { cost }) => ({ ...delivery, cost, agreed: null }),
  ),
});

export const cannot = writing('deliveryDesk.cannot', {
  role: 'reference',
  schema: v.strictObject({
    deliveryId: anId,
    reason: v.picklist(
      ['not_found_as_cited', 'not_owned', 'in_use', 'copyright', 'too_dear', 'policy'],
      '请选原因',
    ),
    /** What the reader may do now: a no alone helps nobody. */
    next: v.pipe(someLines(200), v.minLength(1, '请写下读者接下来可以怎么办')),
  }),
  run: stepping(
    'refuse',
    () => '文献传递未能取得',
    (delivery, { reason, next }) => ({ ...delivery, unfilled: { reason, next } }),
  ),
});

/** Sources that one request is asked of. */
const MOST_SOURCES = 30;

/** Where it was asked. Not a step: its life goes on as it was. */
export const noteSource = writing('deliveryDesk.noteSource', {
  role: 'reference',
  schema: v.strictObject({
    deliveryId: anId,
    name: aText(40),
    outcome: v.picklist(['asked', 'has', 'has_not'], '请选结果'),
    note: aLine(100),
  }),
  run: async (context, { deliveryId, ...source }, transaction) => {
    const delivery = await transaction.get('deliveries', deliveryId);
    if (!delivery) return refuse(NOT_FOUND);
    if (isEnded(delivery.state)) return refuse({ code: 'delivery_is', state: delivery.state });
    // Asked again, it says what came of it now.
    const others = delivery.sources.filter(({ name }) => name !== source.name);
    const noted = { ...source, at: context.now, by: context.staff.name };
    const after = { ...delivery, sources: [...others, noted].slice(-MOST_SOURCES) };
    await transaction.put('deliveries', after);
    return {
      value: await deskView(context, after),
      log: { outcome: '记下文献来源', readerId: delivery.readerId },
    };
  },
});

const aCount = (most: number) =>
  v.pipe(v.number(), v.integer('请填整数'), v.minValue(1, '至少为 1'), v.maxValue(most, `最多 ${most}`));

/** The library's switch and its days. Its settings are one document: two changes at once meet there. */
export const setRules = writing('deliveryDesk.setRules', {
  role: 'manager',
  schema: v.strictObject({
    open: v.boolean(),
    linkDays: aCount(90),
    linkOpens: aCount(50),
    agreeDays: aCount(60),
  }),
  run: async ({ library }, rules, transaction) => {
    const settings = await transaction.get('settings', 'library');
    if (settings?._id !== 'library') throw new Error('the library has no settings');
    const deliveries = { ...deliveryRules(library), ...settings.deliveries, ...rules };
    await transaction.put('settings', { ...settings, deliveries });
    return { value: rules, log: { outcome: `文献传递：${rules.open ? '开通' : '关闭'}` } };
  },
});
