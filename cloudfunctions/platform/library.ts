import type { Library, RootKey, SettingDocument } from '../documents';
import { LEAD_MS, firstRoot } from '../kernel/keys';
import { database } from './database';

/** A warm function keeps the library's rules this long; a change of them is seen everywhere after it. */
const KEPT_MS = LEAD_MS / 2;

let kept: { at: number; library: Promise<Library> } | undefined;

const load = async (): Promise<Library> => {
  const [settings, policies, branches, calendars] = await Promise.all([
    database.getMany('settings', ['library', 'card-key', 'keys', 'safety']),
    database.find('policies', { where: {}, limit: 1000 }),
    database.find('branches', { where: {}, limit: 200 }),
    database.find('calendars', { where: {}, limit: 50 }),
  ]);
  const library = settings.find((setting) => setting._id === 'library');
  const keys = keysIn(settings);
  const safety = settings.find((setting) => setting._id === 'safety');
  if (!library || !keys)
    throw new Error('settings "library" and "card-key" are missing: set the library up first');
  return {
    settings: library,
    keys,
    ...(safety && { safety }),
    policies,
    branches: branches.sort((a, b) => a.order - b.order),
    calendars,
  };
};

/** A library begins with one root, which was made when it was set up. */
const keysIn = (settings: readonly SettingDocument[]): RootKey[] | undefined => {
  const keys = settings.find((setting) => setting._id === 'keys');
  const first = settings.find((setting) => setting._id === 'card-key');
  return keys?.roots ?? (first && [firstRoot(first.key)]);
};

export const library = (now: number): Promise<Library> => {
  const age = kept ? now - kept.at : Infinity;
  if (kept && age >= 0 && age < KEPT_MS) return kept.library;
  const fresh = { at: now, library: load() };
  fresh.library.catch(() => {
    if (kept === fresh) kept = undefined;
  });
  kept = fresh;
  return fresh.library;
};
