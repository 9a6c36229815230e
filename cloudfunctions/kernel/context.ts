import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { Library, StaffDocument } from '../documents';
import type { Database } from './database';
import type { Files } from './files';
import type { CheckMedia } from './media-check';
import type { CheckText } from './text-check';

/** Built once a request. Time is a value in it; nothing below reads a clock or rolls dice. */
export interface Context {
  now: Instant;
  today: LocalDate;
  /** Since this call of the function began, ms: what takes long ends in time. */
  elapsedMs(): number;
  newId(): string;
  /** Uniform in [0, 2^32): for salts and the like. */
  randomBytes(count: number): Uint8Array;
  db: Database;
  files: Files;
  /**
   * WeChat's content check, for what readers write for others. A call over the network: never in a
   * transaction.
   */
  checkText: CheckText;
  /** WeChat's look at a picture or a voice, whose verdict comes later. Never in a transaction. */
  checkMedia: CheckMedia;
  library: Library;
  log(message: string, facts?: Record<string, unknown>): void;
  /** WeChat's identity of the caller. */
  openid: string;
}

export interface StaffContext extends Context {
  staff: StaffDocument;
}

/** The jobs have no caller. */
export type JobContext = Omit<Context, 'openid'>;
