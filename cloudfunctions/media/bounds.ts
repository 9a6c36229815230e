import type { MediaKind, MediaPurpose } from '../../typings/contract/media';
import type { Refusal } from '../../typings/contract/refusals';
import { kindOf } from './form';
import { secondsOfMp3 } from './mp3';

const MEGABYTE = 1024 * 1024;

interface Bounds {
  mostBytes: number;
  /** Of a voice. */
  mostSeconds?: number;
}

/** What may stand where. WeChat looks at nothing above 10 MB. */
const BOUNDS: Record<MediaPurpose, Partial<Record<MediaKind, Bounds>>> = {
  talk: {
    picture: { mostBytes: 10 * MEGABYTE },
    voice: { mostBytes: 2 * MEGABYTE, mostSeconds: 60 },
    file: { mostBytes: 10 * MEGABYTE },
  },
  work: { picture: { mostBytes: 10 * MEGABYTE }, voice: { mostBytes: 10 * MEGABYTE, mostSeconds: 600 } },
  reading: { voice: { mostBytes: 10 * MEGABYTE, mostSeconds: 600 } },
};

/** A recorder stops a little late. */
const LATE_SECONDS = 2;

/** Why something of this kind and size is not even awaited; none when it is. */
export const refusalsToSend = (purpose: MediaPurpose, kind: MediaKind, bytes: number): Refusal[] => {
  const bounds = BOUNDS[purpose][kind];
  if (!bounds) return [{ code: 'file_not_allowed', why: 'kind' }];
  return bytes > bounds.mostBytes ? [{ code: 'file_not_allowed', why: 'size' }] : [];
};

/** What arrived is looked at itself: its first bytes, its size, how long it sounds. */
export const refusalsToKeep = (purpose: MediaPurpose, kind: MediaKind, bytes: Uint8Array): Refusal[] => {
  const refusals = refusalsToSend(purpose, kind, bytes.length);
  if (refusals.length > 0) return refusals;
  if (kindOf(bytes) !== kind) return [{ code: 'file_not_allowed', why: 'kind' }];
  const most = BOUNDS[purpose][kind]?.mostSeconds;
  const isLong = most !== undefined && secondsOfMp3(bytes) > most + LATE_SECONDS;
  return isLong ? [{ code: 'file_not_allowed', why: 'length' }] : [];
};
