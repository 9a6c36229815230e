import type { ProfileFind, ProfileTerms, ProfileWhen } from '../../typings/contract/profiles';
import type { Instant } from '../../typings/contract/shapes';

/** What a reader wants to be told of. The document carries up to when they were. */
export interface ProfileDocument {
  _id: string;
  readerId: string;
  name: string;
  terms: ProfileTerms;
  when: ProfileWhen;
  /** Titles that came before are not told. */
  from: Instant;
  lastFindAt: Instant | '';
  /** What was found up to this moment is told. */
  toldUpTo: Instant;
}

/** `_id` is `{profileId}_{titleId}`, so that a title is found once; of a paper by hand, any. */
export interface ProfileFindDocument extends Omit<ProfileFind, 'findId'> {
  _id: string;
  profileId: string;
  readerId: string;
}

/** Titles up to this one have been matched. */
export interface ProfileMatchingSetting {
  _id: 'profile-matching';
  addedAt: Instant;
  titleId: string;
}
