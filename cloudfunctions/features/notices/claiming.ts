import type { UnreleasedBuild } from '../../../typings/contract/notices';
import type { LibrarySettings, OutboxDocument, ReaderDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { barcodeOfLoan } from '../../kernel/loan-id';
import { noticeTimesOf, sendingTime } from '../../community/sending-time';
import { subscriptionId } from './subscription';
import { templateFields } from './template-fields';

export interface MessageToSend {
  openid: string;
  templateId: string;
  page: string;
  fields: Record<string, string>;
  /** The build that it opens, where that is not the released one. */
  opens?: UnreleasedBuild;
}

export interface Claim {
  outbox: OutboxDocument;
  message: MessageToSend;
}

type Wechat = ReaderDocument & { openid: string };

const INBOX = 'features/notices/pages/inbox/index';

/**
 * Takes what is to go to one reader now, as one message, with one of the reader's balance; or settles at once
 * what is not to be sent, or not yet. Each outbox document carries that it is sent once.
 */
export const claimTogether = (context: JobContext, ids: readonly string[]): Promise<Claim | undefined> =>
  context.db.transact(async (transaction) => {
    const found = await Promise.all(ids.map((id) => transaction.get('outbox', id)));
    const pending = found.filter((each) => each?.status === 'pending').filter((each) => each !== null);
    const [first] = pending;
    if (!first) return undefined;
    const reader = await transaction.get('readers', first.readerId);
    const due: OutboxDocument[] = [];
    for (const outbox of pending) {
      const settled = await notNow(transaction, context, reader, outbox);
      if (settled) await transaction.put('outbox', settled);
      else due.push(outbox);
    }
    return reader?.openid
      ? oneMessage(transaction, context, { ...reader, openid: reader.openid }, due)
      : undefined;
  });

/** What becomes of a message that does not go now; undefined: it goes. */
const notNow = async (
  transaction: Transaction,
  { library, now }: JobContext,
  reader: ReaderDocument | null,
  outbox: OutboxDocument,
): Promise<OutboxDocument | undefined> => {
  if (!reader?.openid) return { ...outbox, status: 'not_subscribed' };
  if (reader.topics[outbox.topic] === false) return { ...outbox, status: 'switched_off' };
  if (!(await isStillSo(transaction, outbox))) return { ...outbox, status: 'outdated' };
  const at = sendingTime(outbox, noticeTimesOf(reader, library), now);
  if (at <= now) return undefined;
  return { ...outbox, nextAttemptAt: at, ...(outbox.waits && { gathered: true }) };
};

/** A message that waited for the morning may tell of something that has changed since. */
const isStillSo = async (transaction: Transaction, { still }: OutboxDocument): Promise<boolean> => {
  if (!still) return true;
  if ('holdId' in still) return (await transaction.get('holds', still.holdId))?.status === 'ready';
  const loan = (await transaction.get('items', barcodeOfLoan(still.loanId)))?.loan;
  return loan?.loanId === still.loanId && loan.dueOn === still.dueOn;
};

/** One message for all of them, by the first of their topics that WeChat lets the library send. */
const oneMessage = async (
  transaction: Transaction,
  { library, now }: JobContext,
  { _id, openid }: Wechat,
  due: readonly OutboxDocument[],
): Promise<Claim | undefined> => {
  const carrier = await firstAllowed(transaction, library.settings.templates, _id, due);
  for (const outbox of due)
    if (outbox._id !== carrier?.outbox._id)
      await transaction.put('outbox', { ...outbox, status: carrier ? 'in_digest' : 'not_subscribed' });
  if (!carrier) return undefined;
  const { outbox, template, subscription } = carrier;
  const sending: OutboxDocument = { ...outbox, status: 'sending', nextAttemptAt: now };
  await transaction.put('outbox', sending);
  await transaction.put('subscriptions', { ...subscription, balance: subscription.balance - 1 });
  const many = due.length > 1;
  const title = `${outbox.fields['title'] ?? ''} 等 ${due.length} 条`;
  return {
    outbox: sending,
    message: {
      openid,
      templateId: template.templateId,
      page: many ? INBOX : outbox.page,
      fields: templateFields(template, many ? { ...outbox.fields, title } : outbox.fields),
      ...(subscription.opens && { opens: subscription.opens }),
    },
  };
};

const firstAllowed = async (
  transaction: Transaction,
  templates: LibrarySettings['templates'],
  readerId: string,
  due: readonly OutboxDocument[],
) => {
  for (const topic of new Set(due.map((outbox) => outbox.topic))) {
    const template = templates[topic];
    const subscription =
      template && (await transaction.get('subscriptions', subscriptionId(readerId, topic)));
    const outbox = due.find((each) => each.topic === topic);
    if (template && subscription && subscription.balance > 0 && outbox)
      return { outbox, template, subscription };
  }
  return undefined;
};
