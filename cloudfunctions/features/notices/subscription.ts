import type { NoticeTopic } from '../../../typings/contract/account';

/** One balance a reader and topic. */
export const subscriptionId = (readerId: string, topic: NoticeTopic): string => `${readerId}_${topic}`;
