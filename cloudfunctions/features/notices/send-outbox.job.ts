import type { OutboxDocument, ReaderDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { between } from '../../kernel/database';
import type { Job } from '../../kernel/job';
import { addMinutes } from '../../kernel/local-date';
import { subscriptionId } from './subscription';
import { templateFields } from './template-fields';

const BATCH = 50;
const MOST_ATTEMPTS = 5;
/**
 * A message that was being sent when its function died: whether WeChat has it is unknown, so it is never sent
 * again.
 */
const LOST_AFTER_MINUTES = 15;
const NOT_SUBSCRIBED = 43101;

interface MessageToSend {
  openid: string;
  templateId: string;
  page: string;
  fields: Record<string, string>;
}

/** What the platform offers the outbox: one message out, expected refusals as values. */
type SendMessage = (
  message: MessageToSend,
) => Promise<{ sent: true } | { sent: false; permanent: boolean; code: number; message: string }>;

/**
 * Sends what the outbox holds, each message at most once: the outbox document is claimed, with the balance,
 * before WeChat is called.
 */
export const sendOutbox = (send: SendMessage): Job => ({
  name: 'send_outbox',
  when: 'every_tick',
  step: async (context) => {
    await giveUpLost(context);
    const pending = await context.db.find('outbox', {
      where: { status: 'pending', nextAttemptAt: between({ upTo: context.now }) },
      orderBy: [['nextAttemptAt', 'asc']],
      limit: BATCH,
    });
    for (const message of pending) await sendOne(context, send, message._id);
    return { done: pending.length, after: pending.length === BATCH ? 'more' : null };
  },
});

const giveUpLost = ({ db, now }: JobContext): Promise<number> =>
  db.updateWhere(
    'outbox',
    { status: 'sending', nextAttemptAt: between({ below: addMinutes(now, -LOST_AFTER_MINUTES) }) },
    { status: 'failed', error: 'cut off while sending' },
  );

const sendOne = async (context: JobContext, send: SendMessage, id: string): Promise<void> => {
  const claim = await claimOne(context, id);
  if (!claim) return;
  const outcome = await send(claim.message);
  await context.db.transact(async (transaction) => {
    const { outbox, readerId } = claim;
    if (outcome.sent) return transaction.put('outbox', { ...outbox, status: 'sent', error: '' });
    const balanceId = subscriptionId(readerId, outbox.topic);
    const subscription = await transaction.get('subscriptions', balanceId);
    if (outcome.code === NOT_SUBSCRIBED) {
      if (subscription) await transaction.put('subscriptions', { ...subscription, balance: 0 });
      return transaction.put('outbox', { ...outbox, status: 'not_subscribed', error: outcome.message });
    }
    if (subscription)
      await transaction.put('subscriptions', { ...subscription, balance: subscription.balance + 1 });
    const attempts = outbox.attempts + 1;
    const again = !outcome.permanent && attempts < MOST_ATTEMPTS;
    return transaction.put('outbox', {
      ...outbox,
      attempts,
      status: again ? 'pending' : 'failed',
      nextAttemptAt: addMinutes(context.now, 2 ** attempts),
      error: `${outcome.code} ${outcome.message}`,
    });
  });
};

interface Claim {
  outbox: OutboxDocument;
  readerId: string;
  message: MessageToSend;
}

/** Takes a pending message and one of the reader's balance, or settles at once that it is not to be sent. */
const claimOne = ({ db, now, library }: JobContext, id: string): Promise<Claim | undefined> =>
  db.transact(async (transaction) => {
    const outbox = await transaction.get('outbox', id);
    if (outbox?.status !== 'pending') return undefined;
    const template = library.settings.templates[outbox.topic];
    const reader = await transaction.get('readers', outbox.readerId);
    const balanceId = subscriptionId(outbox.readerId, outbox.topic);
    const subscription = await transaction.get('subscriptions', balanceId);
    if (!template || !wants(reader, outbox) || !subscription || subscription.balance < 1) {
      await transaction.put('outbox', { ...outbox, status: 'not_subscribed' });
      return undefined;
    }
    const sending: OutboxDocument = { ...outbox, status: 'sending', nextAttemptAt: now };
    await transaction.put('outbox', sending);
    await transaction.put('subscriptions', { ...subscription, balance: subscription.balance - 1 });
    return {
      outbox: sending,
      readerId: outbox.readerId,
      message: {
        openid: reader.openid,
        templateId: template.templateId,
        page: outbox.page,
        fields: templateFields(template, outbox.fields),
      },
    };
  });

const wants = (
  reader: ReaderDocument | null,
  { topic }: OutboxDocument,
): reader is ReaderDocument & { openid: string } => reader?.openid != null && reader.topics[topic];
