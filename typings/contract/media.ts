import type { Instant } from './shapes';

/** What is sent from a phone for somebody else to see or hear. */
export type MediaKind = 'picture' | 'voice' | 'file';

/** Where it is going to stand; each place has its own kinds and bounds. */
export type MediaPurpose = 'talk' | 'work' | 'reading';

/**
 * `awaited`: announced and not arrived; `checking`: with WeChat; `unsure`: people have to look; `fit`: others
 * may see it; `refused`: nobody may, and its file is gone.
 */
export type MediaState = 'awaited' | 'checking' | 'unsure' | 'fit' | 'refused';

interface MediaBegun {
  purpose: MediaPurpose;
  kind: MediaKind;
  bytes: number;
  /** What a file is called; others are called by what they are. */
  name?: string;
}

/** Where the phone is to put the file. */
interface MediaPlace {
  mediaId: string;
  path: string;
}

interface MediaHanded {
  mediaId: string;
  state: MediaState;
  /** Of a voice, as counted by the library; 0 of others. */
  seconds: number;
}

/** Files from a phone for others: announced, put into the storage, handed over, looked at, then shown. */
export interface MediaApi {
  'media.begin'(input: MediaBegun): MediaPlace;
  'media.hand'(input: { mediaId: string }): MediaHanded;
}

/** Something that WeChat was unsure of, or did not answer. */
interface MediaToJudge {
  mediaId: string;
  purpose: MediaPurpose;
  /** The document in which it stands: of one in a talk, the talk. */
  usedBy: string;
  kind: MediaKind;
  name: string;
  seconds: number;
  at: Instant;
}

export interface MediaDeskApi {
  'mediaDesk.begin'(input: MediaBegun): MediaPlace;
  'mediaDesk.hand'(input: { mediaId: string }): MediaHanded;
  /** What waits for people, the oldest first. */
  'mediaDesk.waiting'(input: { after?: string }): { list: MediaToJudge[]; next?: string };
  /** A link for minutes. */
  'mediaDesk.look'(input: { mediaId: string }): { fileId: string };
  'mediaDesk.decide'(input: { mediaId: string; fit: boolean }): { mediaId: string; state: MediaState };
}
