import type { Instant } from './shapes';

/** Whom something is announced to: every line that says something has to be so of a reader. */
export interface Audience {
  /** Said by itself: nothing is ever announced to all because nothing was chosen. */
  everybody: boolean;
  /** Who has books of one of these branches at home now. */
  branchIds: string[];
  minAge: number | null;
  maxAge: number | null;
  /** Ids of words of interest: who chose one of them. */
  interests: string[];
  categories: string[];
  /** Who registered for this event; "": it does not matter. */
  eventId: string;
}

export interface AnnouncementWords {
  title: string;
  text: string;
  /** Page of the mini program to open; "": none. */
  link: string;
  audience: Audience;
  /** It goes to who it is for at once, by day and by night; else with the day's one message. */
  urgent: boolean;
  /** When it is told; null: as soon as it is sent. */
  publishAt: Instant | null;
}

/** What became of it, for so many readers. All of them have it in their inbox. */
export interface ToldSoFar {
  told: number;
  sent: number;
  inDigest: number;
  waiting: number;
  notSubscribed: number;
  switchedOff: number;
  outdated: number;
  failed: number;
  /** Why WeChat did not take it, most frequent first. */
  why: { error: string; readers: number }[];
}

export interface DeskAnnouncement extends AnnouncementWords {
  announcementId: string;
  state: 'draft' | 'scheduled' | 'sending' | 'sent' | 'withdrawn';
  /** Readers that it was for when it was sent; 0 of a draft. */
  readers: number;
  by: string;
  changedAt: Instant;
  version: number;
}

type Seen = { announcementId: string; version: number };

export interface AnnouncementDeskApi {
  'announcementDesk.list'(input: { after?: string }): {
    open: boolean;
    list: DeskAnnouncement[];
    next?: string;
  };
  'announcementDesk.get'(input: { announcementId: string }): DeskAnnouncement & {
    delivery: ToldSoFar;
    audienceWords: string;
  };
  /** How many readers that is now, and what is chosen in words. */
  'announcementDesk.count'(input: { audience: Audience }): { readers: number; words: string };
  /** What an audience can be chosen from. */
  'announcementDesk.choices'(input: Record<string, never>): {
    branches: { id: string; name: string }[];
    interests: { id: string; name: string }[];
    categories: { id: string; name: string }[];
    events: { id: string; name: string }[];
  };
  /** Saves a draft; `announcementId` "": a new one. */
  'announcementDesk.save'(input: AnnouncementWords & Seen): DeskAnnouncement;
  /** `readers`: the number that was seen; another one is refused and told. */
  'announcementDesk.send'(input: Seen & { readers: number }): DeskAnnouncement;
  /** Takes it back: one that was not told yet is a draft again. */
  'announcementDesk.withdraw'(input: { announcementId: string }): DeskAnnouncement;
  'announcementDesk.remove'(input: { announcementId: string }): { announcementId: string };
  'announcementDesk.setOpen'(input: { open: boolean }): { open: boolean };
}
