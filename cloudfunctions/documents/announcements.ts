import type { AnnouncementWords } from '../../typings/contract/announcements';
import type { Instant } from '../../typings/contract/shapes';

/**
 * Something told to a part of the readers. Once it is sent, `outbox/spread_{_id}` carries how far it has
 * come, and `notices/announcement_{_id}_{reader}` that a reader was told.
 */
export interface AnnouncementDocument extends AnnouncementWords {
  _id: string;
  state: 'draft' | 'sent' | 'withdrawn';
  /** When it is told from; null of a draft. */
  toldFrom: Instant | null;
  /** Readers that it was for when it was sent. */
  readers: number;
  /** Name of the staff who wrote it last. */
  by: string;
  changedAt: Instant;
  version: number;
}
