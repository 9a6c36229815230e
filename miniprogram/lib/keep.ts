/**
 * The last known answers of reading calls, in the phone's storage: shown at once while a fresh one is asked
 * for, and alone when there is no network. At most 40, the oldest goes first; what storage refuses is not
 * worth an error.
 */
const PREFIX = 'kept:';
const INDEX = 'kept-index';
const MOST = 40;
/** One key holds at most 1 MB on the platform; what is near that is not kept. */
const LONGEST = 200_000;

interface Kept<T> {
  value: T;
  /** When it was answered, by the phone's clock. */
  at: number;
}

export function keep<T>(key: string, value: T): void {
  const text = JSON.stringify({ value, at: Date.now() });
  if (text.length > LONGEST) return;
  const others = index().filter((known) => known !== key);
  const gone = others.splice(0, Math.max(0, others.length + 1 - MOST));
  for (const old of gone) wx.removeStorageSync(PREFIX + old);
  store(PREFIX + key, text);
  store(INDEX, [...others, key]);
}

export function kept<T>(key: string): Kept<T> | undefined {
  const text: unknown = wx.getStorageSync(PREFIX + key);
  if (typeof text !== 'string' || !text) return undefined;
  return JSON.parse(text) as Kept<T>;
}

/** Everything that belongs to one reader goes when the reader leaves. */
export function forgetKept(): void {
  for (const key of index()) wx.removeStorageSync(PREFIX + key);
  wx.removeStorageSync(INDEX);
}

function index(): string[] {
  const known: unknown = wx.getStorageSync(INDEX);
  return Array.isArray(known) ? (known as string[]) : [];
}

function store(key: string, value: unknown): void {
  try {
    wx.setStorageSync(key, value);
  } catch {
    // Storage is full (10 MB for all mini program data): the page works without its last known answer.
    wx.removeStorageSync(key);
  }
}
