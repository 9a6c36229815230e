import type { Instant } from './shapes';
import type { NoticeTopic } from './account';

export interface Notice {
  noticeId: string;
  topic: NoticeTopic;
  title: string;
  body: string;
  at: Instant;
  read: boolean;
  /** Page of the mini program to open, with its query. */
  link: string;
}

export interface NoticesApi {
  'notices.list'(input: { after?: string }): { list: Notice[]; next?: string; unread: number };
  'notices.markRead'(input: { noticeId: string }): { noticeId: string };
  'notices.markAllRead'(input: Record<string, never>): { marked: number };
  /** The subscription templates in use and how many messages each may still send to this reader. */
  'notices.templates'(input: Record<string, never>): {
    list: { topic: NoticeTopic; templateId: string; balance: number }[];
  };
  /** Counts what the reader accepted in WeChat's sheet: one accept, one message. */
  'notices.grant'(input: { topics: NoticeTopic[] }): { list: { topic: NoticeTopic; balance: number }[] };
}
