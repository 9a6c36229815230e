import type { DeliveryAct, UnfilledReason } from '../../typings/contract/deliveries';
import type { DeliveryDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { yuan } from '../kernel/fen';
import { localDateOf } from '../kernel/local-date';
import { afterDelivery } from '../reference/delivery';
import { addLine } from './money';
import { tell } from './notices';

type Words = Record<'title' | 'body', string>;

const UNFILLED: Record<UnfilledReason, string> = {
  not_found_as_cited: '按您给的信息没有查到这篇文献',
  not_owned: '能联系到的图书馆都没有收藏',
  in_use: '有收藏的图书馆正在使用，暂时不能提供',
  copyright: '超出了著作权法允许的范围',
  too_dear: '对方的收费超出本馆的规定',
  policy: '对方图书馆不对外提供',
};

/** What the reader is told of a step; null of what they did themselves. */
const wordsOf = (act: DeliveryAct, delivery: DeliveryDocument, today: string): Words | null => {
  const name = `《${delivery.wanted.title}》`;
  const { file, unfilled, cost } = delivery;
  switch (act) {
    case 'search':
      return { title: '开始为您查找', body: `馆员已经开始查找${name}，有结果会通知您。` };
    case 'tell_cost':
      return {
        title: '请确认费用',
        body: `${name}可以取得，费用 ${yuan(cost)}。请确认后再办理；过期不确认将自动取消。`,
      };
    case 'obtain':
      return delivery.kind === 'book'
        ? { title: '外馆图书已到馆', body: `${name}已到馆，上架后会通知您取书。` }
        : null;
    case 'deliver':
    case 'renew_link':
      return file && { title: '文献已送达', body: `${name}可以打开了，请在 ${dayOf(file.until)} 前查看。` };
    case 'refuse':
      return (
        unfilled && {
          title: '很抱歉，没有取得',
          body: `${name}：${UNFILLED[unfilled.reason]}。${unfilled.next}`.trim(),
        }
      );
    case 'lapse':
      return { title: '申请已取消', body: `${name}的费用没有在期限内确认，申请已取消。需要时可以再次提交。` };
    case 'run_out':
      return {
        title: '文献链接已到期',
        body: `${name}的链接已于 ${today} 到期，文件已删除。需要时可以再次提交。`,
      };
    case 'give_back':
      return { title: '外馆图书已归还', body: `${name}已还给出借的图书馆，谢谢您。` };
    case 'agree':
    case 'cancel':
    case 'close':
    case 'lend':
      return null;
  }
};

/** The last day on which a link opens, for people. */
const dayOf = (until: string): string => localDateOf(new Date(Date.parse(until) - 1).toISOString());

const deliveryPage = (deliveryId: string): string =>
  `/features/deliveries/pages/one/index?deliveryId=${deliveryId}`;

const telling = (delivery: DeliveryDocument, occasion: string, words: Words) => ({
  occasion: `delivery_${delivery._id}_${occasion}`,
  readerId: delivery.readerId,
  topic: 'reference' as const,
  ...words,
  link: deliveryPage(delivery._id),
  facts: { title: delivery.wanted.title },
});

/**
 * One step in the life of a document that was asked for, with what its reader is told. Whoever calls has read
 * it in this transaction and found that the step may be done. Gives back the document as it was written.
 */
export const stepDelivery = async (
  transaction: Transaction,
  context: Pick<Context, 'now' | 'today'>,
  act: DeliveryAct,
  delivery: DeliveryDocument,
  by: string,
): Promise<DeliveryDocument> => {
  const after = afterDelivery(act, delivery, by, context.now);
  await transaction.put('deliveries', after);
  const words = wordsOf(act, after, context.today);
  if (words) await tell(transaction, context, telling(after, `${act}_${after.steps.length}`, words));
  return after;
};

/** The reader is told once that it takes longer than it should. */
export const tellLate = async (
  transaction: Transaction,
  context: Pick<Context, 'now'>,
  delivery: DeliveryDocument,
): Promise<void> => {
  await transaction.put('deliveries', { ...delivery, toldLate: true });
  const words = {
    title: '还在为您办理',
    body: `《${delivery.wanted.title}》比预计的慢了一些，抱歉让您久等，有结果会立即通知您。`,
  };
  await tell(transaction, context, telling(delivery, `late_${delivery.since}`, words));
};

/** What was agreed to is charged once, when it has come. */
export const chargeDelivery = async (
  transaction: Transaction,
  context: Pick<Context, 'now' | 'today' | 'library'>,
  { _id, readerId, agreed, wanted }: DeliveryDocument,
  staffName: string,
): Promise<void> => {
  if (!agreed || agreed.cost === 0) return;
  await addLine(transaction, context, {
    _id: `delivery_${_id}`,
    readerId,
    kind: 'charge',
    amount: agreed.cost,
    reason: '文献传递',
    titleName: wanted.title,
    staffName,
  });
};

/** The link ends: its file goes with the next tick. */
export const endLink = async (
  transaction: Transaction,
  { _id, file }: DeliveryDocument,
  { now }: Pick<Context, 'now'>,
): Promise<null> => {
  if (file) await transaction.put('passingFiles', { _id, fileId: file.fileId, goneAt: now });
  return null;
};
