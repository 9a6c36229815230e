import type { Instant, ReaderName } from './shapes';
import type { TitleKind } from './title-record';

/**
 * What a reader wants to be told of. Of each list any will do; every list that is not empty has to be met.
 */
export interface ProfileTerms {
  words: string[];
  /** Classes of the CLC and all below them, "K825". */
  classes: string[];
  authors: string[];
  /** ISO 639-2. */
  languages: string[];
  kinds: TitleKind[];
}

export type ProfileWhen = 'weekly' | 'at_once' | 'off';

/** Why something was found. */
export interface ProfileWhy {
  by: 'word' | 'author' | 'class' | 'librarian';
  text: string;
}

export interface Profile {
  profileId: string;
  name: string;
  terms: ProfileTerms;
  when: ProfileWhen;
  /** Found since the reader was told last. */
  fresh: number;
  lastFindAt: Instant | '';
}

export interface ProfileFind {
  findId: string;
  /** "" of a paper that a librarian added. */
  titleId: string;
  title: string;
  by: string;
  year: string;
  why: ProfileWhy[];
  /** A librarian's word. */
  note: string;
  at: Instant;
}

export type DeskProfile = Pick<Profile, 'profileId' | 'name' | 'terms' | 'lastFindAt'> & {
  readerName: ReaderName;
};

/** Something that the catalogue does not have, by hand. */
interface AddedPaper {
  title: string;
  author: string;
  within: string;
  year: string;
  note: string;
}

export interface ProfilesApi {
  'profiles.mine'(input: Record<string, never>): { open: boolean; most: number; list: Profile[] };
  /** `profileId`: "" for a new one. */
  'profiles.save'(input: {
    profileId: string;
    name: string;
    terms: ProfileTerms;
    when: ProfileWhen;
  }): Profile;
  'profiles.remove'(input: { profileId: string }): { profileId: string };
  'profiles.finds'(input: { profileId: string; after?: string }): {
    profile: Profile;
    list: ProfileFind[];
    next?: string;
  };
}

export interface ProfileDeskApi {
  'profileDesk.list'(input: { after?: string }): { open: boolean; list: DeskProfile[]; next?: string };
  'profileDesk.add'(input: { profileId: string; paper: AddedPaper }): { findId: string };
  'profileDesk.setOpen'(input: { open: boolean }): { open: boolean };
}
