/*
 * States that a refusal may name, in a file that nothing else of the contract is needed for.
 */

export type CallState = 'draft' | 'announced' | 'decided' | 'called_off';

/** What a call is at a moment: its state, and the time. `ended`: of one that is not judged. */
export type CallPhase = 'draft' | 'coming' | 'open' | 'judging' | 'ended' | 'decided' | 'called_off';

export type WorkState = 'draft' | 'sent' | 'admitted' | 'returned' | 'withdrawn';

/** Where a wandering book is: in the library, set free and lying somewhere, with a reader. */
export type DriftState = 'home' | 'out' | 'held' | 'lost' | 'ended';

/** A book that readers ask the library to buy. */
export type WishState = 'received' | 'considering' | 'ordered' | 'arrived' | 'declined';

export type DonationState =
  'offered' | 'wanted' | 'declined' | 'received' | 'settled' | 'withdrawn' | 'lapsed';
