/** Below so many answers a rate says nothing, and might say something of somebody. */
export const LEAST_ANSWERS = 30;

const Z = 1.959963984540054;

interface Rate {
  share: number;
  from: number;
  to: number;
}

/**
 * The share of successes with its 95 % interval by Wilson (E. B. Wilson, Probable inference, the law of
 * succession, and statistical inference, 1927, without correction for continuity).
 */
export function wilson(successes: number, of: number): Rate {
  if (of === 0) return { share: 0, from: 0, to: 1 };
  const share = successes / of;
  const spread = 1 + (Z * Z) / of;
  const middle = (share + (Z * Z) / (2 * of)) / spread;
  const half = (Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))) / spread;
  return { share, from: Math.max(0, middle - half), to: Math.min(1, middle + half) };
}
