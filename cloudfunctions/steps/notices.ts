import type { NoticeTopic } from '../../typings/contract/account';
import type { Instant } from '../../typings/contract/shapes';
import type { NoticeDocument, OutboxDocument, StillSo } from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';

export interface Telling {
  /** Names the occasion: told once, however often the step runs. */
  occasion: string;
  readerId: string;
  topic: NoticeTopic;
  title: string;
  body: string;
  /** Page of the mini program with its query, "/features/holds/pages/mine/index". */
  link: string;
  /** Values for the topic's subscription template, by our own names. */
  facts: Record<string, string>;
  /** The message waits until then: nobody is disturbed at night. It stands in the inbox at once. */
  notBefore?: Instant;
  /**
   * See OutboxDocument: it can wait for the day's one message; it goes at night too; what has to be so still.
   */
  waits?: true;
  urgent?: true;
  still?: StillSo;
  /** The announcement or the article that it tells of. */
  of?: string;
}

/**
 * Puts a notice into the reader's inbox and its message into the outbox, in the transaction of the
 * change it tells of.
 */
export const tell = async (
  transaction: Transaction,
  { now }: Pick<Context, 'now'>,
  telling: Telling,
): Promise<void> => {
  await transaction.put('notices', noticeOf(telling, now));
  await transaction.put('outbox', messageOf(telling, now));
};

/** A telling as it stands in the reader's inbox. */
export const noticeOf = (
  { occasion, readerId, topic, title, body, link, of }: Telling,
  now: Instant,
): NoticeDocument => ({
  _id: occasion,
  readerId,
  topic,
  title,
  body,
  link,
  at: now,
  read: false,
  named: true,
  ...(of !== undefined && { of }),
});

/** A telling as it waits to be sent. */
export const messageOf = (
  { occasion, readerId, topic, link, facts, notBefore, waits, urgent, still, of }: Telling,
  now: Instant,
): OutboxDocument => ({
  _id: occasion,
  readerId,
  topic,
  fields: facts,
  page: link.replace(/^\//, ''),
  status: 'pending',
  at: now,
  attempts: 0,
  nextAttemptAt: notBefore ?? now,
  error: '',
  ...(waits && { waits }),
  ...(urgent && { urgent }),
  ...(still && { still }),
  ...(of !== undefined && { of }),
});

/** A telling about one title, to one reader, that leads to one page. */
export const tellingOf = (
  { readerId, titleName, link }: { readerId: string; titleName: string; link: string },
  words: Pick<Telling, 'occasion' | 'topic' | 'title' | 'body'>,
  facts: Telling['facts'] = {},
): Telling => ({ ...words, readerId, link, facts: { title: titleName, ...facts } });
