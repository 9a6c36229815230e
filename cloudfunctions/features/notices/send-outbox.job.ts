import type { Instant } from '../../../typings/contract/shapes';
import type { OutboxDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { between } from '../../kernel/database';
import { everyTick } from '../../kernel/job';
import { addMinutes } from '../../kernel/local-date';
import { spreadBy } from '../../steps/spreading';
import { claimTogether, type Claim, type MessageToSend } from './claiming';
import { subscriptionId } from './subscription';

const BATCH = 50;
/** Told of in one message of a day; more are told of in another one. */
const MOST_TOGETHER = 40;
const MOST_ATTEMPTS = 5;
/**
 * A message that was being sent when its function died: whether WeChat has it is unknown, so it is never sent
 * again.
 */
const LOST_AFTER_MINUTES = 15;
const NOT_SUBSCRIBED = 43101;

/** What the platform offers the outbox: one message out, expected refusals as values. */
type SendMessage = (
  message: MessageToSend,
) => Promise<{ sent: true } | { sent: false; permanent: boolean; code: number; message: string }>;

/**
 * Sends what the outbox holds, each message at most once: the outbox document is claimed, with the balance,
 * before WeChat is called. What is told to many waits in it too, so that a tick with nothing to do reads
 * once.
 */
export const sendOutbox = (send: SendMessage, parts: Parameters<typeof spreadBy>[0]) => {
  const spreadSome = spreadBy(parts);
  return everyTick(
    'send_outbox',
    ({ now }) => [
      { collection: 'outbox', where: dueBy(now) },
      { collection: 'outbox', where: lostBy(now) },
    ],
    async (context) => {
      await giveUpLost(context);
      const pending = await context.db.find('outbox', {
        where: dueBy(context.now),
        orderBy: [['nextAttemptAt', 'asc']],
        limit: BATCH,
      });
      let more = pending.length === BATCH;
      for (const message of pending) {
        if (message.spread) more = !(await spreadSome(context, message)) || more;
        else await sendOne(context, send, message);
      }
      return { done: pending.length, after: more ? 'more' : null };
    },
  );
};

const dueBy = (now: Instant) => ({ status: 'pending', nextAttemptAt: between({ upTo: now }) });

const lostBy = (now: Instant) => ({
  status: 'sending',
  nextAttemptAt: between({ below: addMinutes(now, -LOST_AFTER_MINUTES) }),
});

const giveUpLost = ({ db, now }: JobContext): Promise<number> =>
  db.updateWhere('outbox', lostBy(now), { status: 'failed', error: 'cut off while sending' });

/** A message, or all that waited for the day's one message to the same reader. */
const sendOne = async (context: JobContext, send: SendMessage, message: OutboxDocument): Promise<void> => {
  const ids = message.gathered ? await gatheredWith(context, message) : [message._id];
  const claim = await claimTogether(context, ids);
  if (claim) await writeDown(context, claim, await send(claim.message));
};

const gatheredWith = async ({ db, now }: JobContext, { readerId }: OutboxDocument): Promise<string[]> => {
  const all = await db.find('outbox', {
    where: { readerId, status: 'pending', gathered: true, nextAttemptAt: between({ upTo: now }) },
    orderBy: [['nextAttemptAt', 'asc']],
    limit: MOST_TOGETHER,
    fields: ['status'],
  });
  return all.map(({ _id }) => _id);
};

/**
 * Keeps what became of it. A balance that was not used is given back; one that WeChat does not know is none.
 */
const writeDown = (
  { db, now }: JobContext,
  { outbox }: Claim,
  outcome: Awaited<ReturnType<SendMessage>>,
): Promise<void> =>
  db.transact(async (transaction) => {
    if (outcome.sent) return transaction.put('outbox', { ...outbox, status: 'sent', error: '' });
    const subscription = await transaction.get(
      'subscriptions',
      subscriptionId(outbox.readerId, outbox.topic),
    );
    const balance = outcome.code === NOT_SUBSCRIBED ? 0 : (subscription?.balance ?? 0) + 1;
    if (subscription) await transaction.put('subscriptions', { ...subscription, balance });
    const attempts = outbox.attempts + 1;
    const again = !outcome.permanent && attempts < MOST_ATTEMPTS;
    const status =
      outcome.code === NOT_SUBSCRIBED ? 'not_subscribed' : again ? ('pending' as const) : ('failed' as const);
    return transaction.put('outbox', {
      ...outbox,
      attempts,
      status,
      nextAttemptAt: addMinutes(now, 2 ** attempts),
      error: `${outcome.code} ${outcome.message}`,
    });
  });
