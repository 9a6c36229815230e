import { hkdfSync } from 'node:crypto';
import type { Instant } from '../../typings/contract/shapes';
import type { RootKey } from '../documents';

/** What a key is for. What one of them signs says nothing under another. */
export type Purpose = 'card' | 'transfer' | 'presented' | 'event' | 'log';

/**
 * A new root is written down this long before it signs: every warm function reads the list anew in half the
 * time, so that none meets a key that it does not know.
 */
export const LEAD_MS = 120_000;

/** The root that a library was set up with. */
export const firstRoot = (secret: string): RootKey => ({ id: 'first', secret, from: '' });

interface Key {
  id: string;
  bytes: Buffer;
  /** Since when another one signs, or null. */
  endedAt: Instant | null;
}

/** The key that signs now. A list is never empty, and its first root has always been there. */
export const currentKey = (roots: readonly RootKey[], purpose: Purpose, now: Instant): Key => {
  const n = Math.max(0, roots.filter(({ from }) => from <= now).length - 1);
  const key = keyAt(roots, purpose, n);
  if (!key) throw new Error('there is no key: set the library up first');
  return key;
};

/** The key of this id, whether it signs now, signed before or will sign soon; null: there is none. */
export const keyOfId = (roots: readonly RootKey[], purpose: Purpose, id: string): Key | null =>
  keyAt(
    roots,
    purpose,
    roots.findIndex((root) => root.id === id),
  );

const keyAt = (roots: readonly RootKey[], purpose: Purpose, n: number): Key | null => {
  const root = roots[n];
  if (!root) return null;
  return {
    id: root.id,
    bytes: Buffer.from(hkdfSync('sha256', root.secret, '', `shuxiang/${purpose}`, 32)),
    endedAt: roots[n + 1]?.from ?? null,
  };
};

/** The list with one root more, and without those that ended before `keptFrom`. */
export const rotated = (roots: readonly RootKey[], fresh: RootKey, keptFrom: Instant): RootKey[] =>
  stillNeeded([...roots, fresh], keptFrom);

/** Without those that ended before this moment: nothing that they signed is good for anything any more. */
export const stillNeeded = (roots: readonly RootKey[], keptFrom: Instant): RootKey[] =>
  roots.filter((_root, n) => {
    const next = roots[n + 1];
    return !next || next.from >= keptFrom;
  });
