import { elderMode, followTheme, keepLook, lookNow, setElderMode } from './look';

const storage = new Map<string, unknown>();
let base: { theme?: string; fontSizeSetting?: number };
const pages: { data: { look?: unknown }; setData(data: Record<string, unknown>): void }[] = [];

beforeEach(() => {
  storage.clear();
  base = { theme: 'light', fontSizeSetting: 16 };
  pages.length = 0;
  Object.assign(globalThis, {
    wx: {
      getAppBaseInfo: () => base,
      getStorageSync: (key: string) => storage.get(key) ?? '',
      setStorageSync: (key: string, data: unknown) => storage.set(key, data),
    },
    getCurrentPages: () => pages,
  });
});

function aPage(look: string) {
  const page = {
    data: { look } as { look?: unknown },
    sets: 0,
    setData(data: Record<string, unknown>) {
      page.sets++;
      Object.assign(page.data, data);
    },
  };
  return page;
}

test('elder mode comes on by itself with the large font of WeChat', () => {
  expect(elderMode()).toBe(false);
  base.fontSizeSetting = 22;
  expect(elderMode()).toBe(true);
});

test('what the reader chose wins over the font of WeChat', () => {
  base.fontSizeSetting = 22;
  setElderMode(false);
  expect(elderMode()).toBe(false);
});

test('the look is the theme of the system and the mode', () => {
  base.theme = 'dark';
  expect(lookNow()).toBe('dark');
  setElderMode(true);
  expect(lookNow()).toBe('dark elder');
});

test('a page whose look has not changed is left alone', () => {
  const page = aPage('light');
  keepLook(page);
  expect(page.sets).toBe(0);
});

test('all open pages follow when the system goes dark', () => {
  pages.push(aPage('light'), aPage('light'));
  followTheme('dark');
  expect(pages.map(({ data }) => data.look)).toEqual(['dark', 'dark']);
});
