/** What one request to the database cost. */
export interface Cost {
  /** Documents read and looked at. */
  examined: number;
  /** Index entries walked over. */
  keys: number;
  returned: number;
  /** Which index was used, `none` for a walk over the whole collection. */
  index: string;
}

export const noCost = (): Cost => ({ examined: 0, keys: 0, returned: 0, index: '' });

/** More documents looked at than the answer can excuse. */
export function isSlow(cost: Cost): boolean {
  return cost.examined > Math.max(100, 10 * cost.returned);
}
