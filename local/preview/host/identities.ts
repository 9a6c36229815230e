import type { Identity } from './settings';

/** The demo library's identities, as the local cloud lists them; filled before the mini program starts. */
export const identities: Identity[] = [];
