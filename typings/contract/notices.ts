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

/** A build of the mini program that readers do not have, by the name that a message gives it. */
export type UnreleasedBuild = 'developer' | 'trial';

/** What the inbox can be narrowed to. */
export type NoticeGroup = 'loans' | 'holds' | 'events' | 'library' | 'answers' | 'account';

/** Times of day of the library, "22:00". */
export interface NoticeTimes {
  /** No message comes then, but for what cannot wait at all; null: at any hour. */
  quiet: { from: string; to: string } | null;
  /** When the one message of a day with everything that can wait comes; null: each by itself. */
  digestAt: string | null;
}

/** One topic as its reader has set it. */
interface NoticeTopicSetting {
  topic: NoticeTopic;
  on: boolean;
  /** Messages that WeChat still lets the library send; null: the library has no template for it. */
  balance: number | null;
}

export interface NoticeSettings extends NoticeTimes {
  topics: NoticeTopicSetting[];
  /** The library's own quiet hours: what a reader who chose none has. */
  usual: NoticeTimes;
}

export interface NoticesApi {
  'notices.list'(input: { after?: string; about?: NoticeGroup }): {
    list: Notice[];
    next?: string;
    unread: number;
  };
  'notices.settings'(input: Record<string, never>): NoticeSettings;
  'notices.setTimes'(input: NoticeTimes): NoticeTimes;
  'notices.markRead'(input: { noticeId: string }): { noticeId: string };
  'notices.markAllRead'(input: Record<string, never>): { marked: number };
  /** The subscription templates in use and how many messages each may still send to this reader. */
  'notices.templates'(input: Record<string, never>): {
    list: { topic: NoticeTopic; templateId: string; balance: number }[];
  };
  /**
   * Counts what the reader accepted in WeChat's sheet: one accept, one message. It opens the build in which
   * it was accepted; without a word that is the released one.
   */
  'notices.grant'(input: { topics: NoticeTopic[]; build?: UnreleasedBuild }): {
    list: { topic: NoticeTopic; balance: number }[];
  };
}
