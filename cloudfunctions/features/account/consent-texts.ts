/**
 * Versions of the texts that readers agree to, as the mini program shows them
 * (miniprogram/features/account/texts.ts).
 */
export const PRIVACY_VERSION = '2026-11-23';
export const HISTORY_VERSION = '2026-11-01';
