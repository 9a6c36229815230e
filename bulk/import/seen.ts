import { recordKey } from '../../cloudfunctions/cataloguing/record-key';

/**
 * Which keys a run has met and at which number, in 12 bytes a slot: a million records take some 25 MB,
 * whatever their keys. A key is 53 bits of its hash: among a million records two different ones are taken for
 * one with a chance of 1 in 18,000.
 */
export interface Seen {
  /** The number under which the key was met before; 0 when it is new, and is remembered now. */
  meet(key: string, number: number): number;
  has(key: string): boolean;
}

export function seenKeys(): Seen {
  let keys = new Float64Array(1 << 12);
  let numbers = new Uint32Array(1 << 12);
  let count = 0;
  const slotOf = (hash: number): number => {
    let slot = hash % keys.length;
    while (keys[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) % keys.length;
    return slot;
  };
  const grow = () => {
    const [before, numbersBefore] = [keys, numbers];
    keys = new Float64Array(before.length * 2);
    numbers = new Uint32Array(before.length * 2);
    for (const [at, hash] of before.entries()) {
      if (hash === 0) continue;
      const slot = slotOf(hash);
      keys[slot] = hash;
      numbers[slot] = numbersBefore[at]!;
    }
  };
  return {
    meet: (key, number) => {
      const hash = recordKey(key);
      const slot = slotOf(hash);
      if (keys[slot] === hash) return numbers[slot]!;
      keys[slot] = hash;
      numbers[slot] = number;
      if (++count * 3 > keys.length * 2) grow();
      return 0;
    },
    has: (key) => {
      const hash = recordKey(key);
      return keys[slotOf(hash)] === hash;
    },
  };
}
