/**
 * Versions of the texts that readers agree to, as the mini program shows them
 * (miniprogram/features/account/texts.ts).
 */
export const PRIVACY_VERSION = '2026-11-28';
/** What a guardian agrees to for a child under 14. */
export const CHILD_VERSION = '2026-11-28';
export const HISTORY_VERSION = '2026-11-01';
