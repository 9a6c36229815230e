/** Beginnings of a page's data whose type says more than their value. */

export function none<T>(): T[] {
  return [];
}

export function maybe<T>(): T | null {
  return null;
}

/** `one<'' | 'done'>('')`: a value of a type that is wider than it. */
export function one<T>(value: T): T {
  return value;
}
