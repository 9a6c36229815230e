import type { MediaKind, MediaPurpose, MediaState } from '../../typings/contract/media';
import type { Instant } from '../../typings/contract/shapes';

/** WeChat's word on a picture or a voice; `unknown`: it could not look. */
export type MediaVerdict = 'pass' | 'unsure' | 'risky' | 'unknown';

/**
 * A file from a phone that others are going to see or hear. Carries what became of it, and where it stands.
 * The phone puts it under `comesAs`; what was looked at is kept under `keptAs`, where no phone can write.
 */
export interface MediaDocument {
  _id: string;
  /** The WeChat that sent it. */
  openid: string;
  /** Whose account it goes with: who sent it, or the reader in whose talk a librarian did; "" before. */
  readerId: string;
  purpose: MediaPurpose;
  kind: MediaKind;
  /** What a file is called; "" of others. */
  name: string;
  bytes: number;
  seconds: number;
  /** What is said in a voice, where a library has it heard; "". */
  transcript: string;
  state: MediaState;
  comesAs: string;
  /** "" before it was handed over. */
  keptAs: string;
  /** The document in which it stands; "" as long as in none. */
  usedBy: string;
  at: Instant;
  handedAt: Instant | '';
  /** When WeChat was asked last; "" before. */
  askedAt: Instant | '';
  /** Its last word was no verdict: it is asked again soon. */
  askFailed: boolean;
  /** By which WeChat names its verdicts. Leave no answer: who knows one could give a verdict. */
  traceIds: string[];
  /** The copy that is open now, and until when it is given again. */
  opened: { _id: string; fileId: string; until: Instant } | null;
}
