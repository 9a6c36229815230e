import type { Outcome } from '../call';
import { gathers } from './gathers';
import { paged } from './paged';
import { screen } from './screen';

jest.mock('../session', () => ({ libraryToday: () => '2026-11-22' }));
jest.mock('../look', () => ({ lookNow: () => 'light', elderMode: () => false, keepLook: () => undefined }));

interface Opened {
  data: Record<string, unknown>;
  setData(data: Record<string, unknown>): void;
  onLoad(query: object): Promise<void>;
  load(): Promise<void>;
}

/** A page as WeChat would open it. */
function opened(options: unknown): Opened {
  const page = options as Opened;
  page.setData = (changes) => Object.assign(page.data, changes);
  return page;
}

const aPage = (...outcomes: Outcome<{ name: string }>[]) => {
  const page = opened(
    screen([gathers<{ name: string }>('opened')], {
      data: { heading: '' },
      async gather(): Promise<Outcome<{ name: string }>> {
        return outcomes.shift() ?? { kind: 'offline' };
      },
      shown({ name }: { name: string }): Record<string, unknown> {
        return { heading: name };
      },
    }),
  );
  return page;
};

test('several readings fill a page like one', async () => {
  const page = aPage({ kind: 'value', value: { name: '边城' } });
  expect(page.data.state).toEqual({ kind: 'loading' });
  await page.onLoad({});
  expect(page.data).toMatchObject({ heading: '边城', state: { kind: 'ready' } });
});

test('the first of them that does not come is told, and tried again', async () => {
  const page = aPage({ kind: 'offline' }, { kind: 'value', value: { name: '边城' } });
  await page.onLoad({});
  expect(page.data).toMatchObject({ heading: '', state: { kind: 'offline' } });
  await page.load();
  expect(page.data).toMatchObject({ heading: '边城', state: { kind: 'ready' } });
});

test('rows that need something of their page are made by it, on every page of the list', async () => {
  const answers = [{ list: [{ barcode: 'X1' }], next: 'X1' }, { list: [{ barcode: 'X2' }] }];
  Object.assign(globalThis, {
    wx: { cloud: { callFunction: async () => ({ result: { ok: true, value: answers.shift() } }) } },
  });
  const page = opened(
    screen([paged<'cataloguing.copies', { name: string }>('cataloguing.copies')], {
      data: { branch: '总馆' },
      asked() {
        return { titleId: 't' };
      },
      rowsOf({ list }: { list: { barcode: string }[] }): { name: string }[] {
        return list.map(({ barcode }) => ({ name: `${this.data.branch} ${barcode}` }));
      },
    }),
  ) as Opened & { onLoad(query: object): void; loadMore(): Promise<void> };
  await page.load();
  await page.loadMore();
  expect(page.data).toMatchObject({ list: [{ name: '总馆 X1' }], 'list[1]': { name: '总馆 X2' }, next: '' });
});
