import { settings } from '../settings';
import { promised, Refusal } from './promised';

const KEY_LIMIT = 1024 * 1024;
const TOTAL_LIMIT = 10 * 1024 * 1024;

const prefix = (): string => `storage:${settings.identity.openid}:`;
const sizeOf = (text: string): number => new TextEncoder().encode(text).length;

/** Storage, kept for each identity as WeChat keeps it for each user. */
export function storageApi(): Record<string, unknown> {
  const keys = (): string[] =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix()))
      .map((key) => key.slice(prefix().length));
  const total = (): number =>
    keys().reduce((sum, key) => sum + sizeOf(localStorage.getItem(prefix() + key) ?? ''), 0);

  function set(key: unknown, data: unknown): void {
    if (typeof key !== 'string' || key === '')
      throw new Refusal('parameter error: parameter.key should be String');
    const text = JSON.stringify({ data: data === undefined ? '' : data });
    if (sizeOf(text) > KEY_LIMIT) throw new Refusal('exceed max size: 1MB for one key');
    if (total() + sizeOf(text) > TOTAL_LIMIT) throw new Refusal('exceed storage max size 10Mb');
    localStorage.setItem(prefix() + key, text);
  }
  function get(key: unknown): { found: boolean; data: unknown } {
    const text = localStorage.getItem(prefix() + String(key));
    return text === null
      ? { found: false, data: '' }
      : { found: true, data: (JSON.parse(text) as { data: unknown }).data };
  }
  const remove = (key: unknown): void => localStorage.removeItem(prefix() + String(key));
  const clear = (): void => keys().forEach(remove);
  const info = () => ({
    keys: keys(),
    currentSize: Math.ceil(total() / 1024),
    limitSize: TOTAL_LIMIT / 1024,
  });

  return {
    setStorageSync: (key: unknown, data: unknown) => set(key, data),
    getStorageSync: (key: unknown) => get(key).data,
    removeStorageSync: remove,
    clearStorageSync: clear,
    getStorageInfoSync: info,
    ...promised({
      setStorage: ({ key, data }) => set(key, data),
      getStorage({ key }) {
        const { found, data } = get(key);
        if (!found) throw new Refusal('data not found');
        return { data };
      },
      removeStorage: ({ key }) => remove(key),
      clearStorage: clear,
      getStorageInfo: info,
    }),
    batchSetStorageSync: (list: { key: string; value: unknown }[]) =>
      list.forEach(({ key, value }) => set(key, value)),
    batchGetStorageSync: (list: string[]) => list.map((key) => get(key).data),
  };
}
