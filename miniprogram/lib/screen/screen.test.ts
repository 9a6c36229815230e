import { given } from './given';
import { loads } from './loads';
import { opensTitle } from './opens-title';
import { paged } from './paged';
import type { Part } from './part';
import { screen } from './screen';
import { submits } from './submits';
import { wide } from './wide';
import { act, type Output } from '../call';

type Answer = { value: unknown } | { refusals: { code: string }[] } | 'lost' | Promise<unknown>;

interface Opened {
  data: Record<string, unknown> & { list?: object[] };
  undrawn: Record<string, unknown>;
  [method: string]: unknown;
}

/** The phone: its storage, what it was told to show, and the library that answers what is asked, in order. */
let storage: Map<string, unknown>;
let shown: string[];
let asked: { action: string; input: Record<string, unknown>; requestId?: string }[];
let answers: Answer[];
let width: number;

beforeEach(() => {
  storage = new Map();
  shown = [];
  asked = [];
  answers = [];
  width = 390;
  Object.assign(globalThis, {
    wx: {
      getStorageSync: (key: string) => storage.get(key) ?? '',
      setStorageSync: (key: string, data: unknown) => storage.set(key, data),
      removeStorageSync: (key: string) => storage.delete(key),
      getAppBaseInfo: () => ({ theme: 'light' }),
      getWindowInfo: () => ({ windowWidth: width }),
      stopPullDownRefresh: () => shown.push('pulled down'),
      showToast: ({ title }: { title: string }) => shown.push(title),
      showModal: ({ title }: { title: string }) => shown.push(title),
      cloud: {
        async callFunction({ data }: { data: (typeof asked)[number] }) {
          asked.push(data);
          const answer = await answers.shift();
          if (answer === 'lost' || !answer) throw { errMsg: 'request:fail' };
          return { result: { ok: typeof answer === 'object' && 'value' in answer, ...(answer as object) } };
        },
      },
    },
  });
});

/** A page as WeChat makes one of its options. */
function opened(options: unknown): Opened {
  const made = options as Opened;
  const page: Opened = { ...made, data: structuredClone(made.data), undrawn: {} };
  page.setData = (changes: Record<string, unknown>) => {
    for (const [path, value] of Object.entries(changes)) {
      const row = /^list\[(\d+)\]$/.exec(path);
      if (row && page.data.list) page.data.list[Number(row[1])] = value as object;
      else page.data[path] = value;
    }
  };
  return page;
}

async function call(page: Opened, method: string, ...parts: unknown[]): Promise<unknown> {
  const run = page[method];
  if (typeof run !== 'function') throw new Error(`the page has no ${method}`);
  return run.apply(page, parts) as unknown;
}

const kind = (page: Opened) => (page.data.state as { kind: string }).kind;

/** A part that notes when it is called. */
const noting = (
  name: string,
  notes: string[],
  more: Partial<Part<object, object>> = {},
): Part<object, object> => ({
  name,
  data: () => ({}),
  methods: {},
  hooks: { onLoad: () => void notes.push(name), onShow: () => void notes.push(`${name} shown`) },
  ...more,
});

describe('a page of parts', () => {
  it("chains what WeChat calls: the parts', then the page's own, then what parts do with it", async () => {
    const notes: string[] = [];
    const page = opened(
      screen(
        [
          noting('one', notes, { afterwards: { onLoad: () => void notes.push('loads') } }),
          noting('two', notes),
        ],
        {
          async onLoad() {
            await Promise.resolve();
            notes.push('own');
          },
        },
      ),
    );
    await call(page, 'onLoad', {});
    expect(notes).toEqual(['one', 'two', 'own', 'loads']);
  });

  it('throws at once where two of them use one name', () => {
    const list = noting('a list', [], { data: () => ({ list: [] }) });
    expect(() => screen([list], { data: { list: [] } })).toThrow(
      'data: "list" is of a list and of the page itself',
    );
    const find = noting('finder', [], { methods: { find() {} } });
    expect(() => screen([find], { find() {} })).toThrow(
      'methods: "find" is of finder and of the page itself',
    );
    expect(() => screen([], { data: { busy: true } })).toThrow('"busy" is of once');
  });

  it('keeps what is not drawn apart for every page that is opened', async () => {
    const options = screen([], { undrawn: () => ({ typed: [] as string[] }) });
    const [first, second] = [opened(options), opened(options)];
    await call(first, 'onLoad', {});
    await call(second, 'onLoad', {});
    (first.undrawn.typed as string[]).push('a');
    expect(second.undrawn.typed).toEqual([]);
  });

  it('does not compile where a part lacks what it wants of the page', () => {
    const resource = loads('resources.get', ({ name }) => ({ name }));
    // @ts-expect-error: nothing says which resource is asked for
    const page: Record<string, unknown> = screen([resource], { data: { other: '' } });
    expect(page).toBeDefined();
  });

  it('follows the look of the phone and its width', async () => {
    const page = opened(screen([wide], {}));
    expect(page.data).toMatchObject({ look: 'light', elder: false, width: '' });
    storage.set('elder-mode', true);
    await call(page, 'onShow');
    width = 1024;
    await call(page, 'onResize');
    expect(page.data).toMatchObject({ look: 'light elder', elder: true, width: 'wide' });
  });

  it('has what it was opened with in its data, decoded, and nothing where the link lacks it', async () => {
    const page = opened(screen([given('listId', 'name')], {}));
    await call(page, 'onLoad', { listId: '%E4%B9%A6' });
    expect(page.data).toMatchObject({ listId: '书', name: '' });
  });
});

it('titles lead to their page, whether a component names them or the tapped row carries them', async () => {
  const page = opened(screen([opensTitle], {}));
  Object.assign(globalThis, { getCurrentPages: () => [] });
  Object.assign(Reflect.get(globalThis, 'wx'), { navigateTo: ({ url }: { url: string }) => shown.push(url) });
  await call(page, 'openTitle', { detail: { titleId: 't1' }, currentTarget: { dataset: {} } });
  await call(page, 'openTitle', { detail: { x: 1 }, currentTarget: { dataset: { id: 't2' } } });
  await call(page, 'openTitle', { detail: {}, currentTarget: { dataset: {} } });
  expect(shown.map((url) => url.split('?')[1])).toEqual(['titleId=t1', 'titleId=t2']);
});

describe('two taps', () => {
  it('are one: the second does nothing while the first is under way, and the button is free afterwards', async () => {
    const page = opened(screen([], {}));
    let end = (_value: string) => {};
    const first = call(page, 'once', 'save', () => new Promise<string>((resolve) => (end = resolve)));
    expect(page.data.busy).toBe('save');
    expect(await call(page, 'once', 'other', async () => 'second')).toBeUndefined();
    end('first');
    expect(await first).toBe('first');
    expect(page.data.busy).toBe('');
  });

  it('leave the button free where the act broke', async () => {
    const page = opened(screen([], {}));
    const broken = call(page, 'once', 'save', async () => Promise.reject(new Error('broken')));
    await expect(broken).rejects.toThrow('broken');
    expect(page.data.busy).toBe('');
  });

  it('of a write without a place of its own end in a toast, or in a dialog that says why not', async () => {
    const page = opened(screen([], {}));
    answers = [{ value: { readersOpen: true } }, { refusals: [{ code: 'not_staff' }] }];
    const save = () => act('listDesk.openToReaders', { open: true });
    expect(await call(page, 'does', 'switch', save, '已保存')).toEqual({ readersOpen: true });
    expect(await call(page, 'does', 'switch', save, '已保存')).toBeUndefined();
    expect(shown).toEqual(['已保存', '暂时不能办理']);
  });
});

describe('a page that loads', () => {
  const resource = (name: string) => ({ value: { name } });
  const aPage = (options?: Parameters<typeof loads<'resources.get', object>>[2]) =>
    opened(
      screen([given('resourceId'), loads('resources.get', ({ name }) => ({ name }), options)], {
        asked() {
          const { resourceId } = this.data;
          return resourceId ? { resourceId } : undefined;
        },
        loaded: ({ kind: came }: { kind: string }) => void shown.push(came),
      }),
    );

  it('asks when it comes up, with what the page knows, and shows the answer', async () => {
    const page = aPage();
    answers = [resource('期刊库')];
    await call(page, 'onLoad', { resourceId: 'r1' });
    expect(asked).toEqual([]);
    await call(page, 'onShow');
    expect(asked).toEqual([{ action: 'resources.get', input: { resourceId: 'r1' } }]);
    expect(page.data).toMatchObject({ name: '期刊库', state: { kind: 'ready' } });
    expect(shown).toEqual(['value']);
  });

  it('asks nothing while it does not know with what', async () => {
    const page = aPage();
    await call(page, 'onLoad', {});
    await call(page, 'onShow');
    expect(asked).toEqual([]);
    expect(kind(page)).toBe('loading');
  });

  it('asks once where it loads on opening', async () => {
    const page = aPage({ when: 'opened' });
    answers = [resource('期刊库')];
    await call(page, 'onLoad', { resourceId: 'r1' });
    await call(page, 'onShow');
    expect(asked).toHaveLength(1);
  });

  it('shows what it kept without a network, and says so', async () => {
    answers = [resource('期刊库')];
    const first = aPage({ keep: true });
    await call(first, 'onLoad', { resourceId: 'r1' });
    await call(first, 'onShow');
    answers = ['lost'];
    const again = aPage({ keep: true });
    await call(again, 'onLoad', { resourceId: 'r1' });
    await call(again, 'onShow');
    expect(again.data).toMatchObject({ name: '期刊库', state: { kind: 'ready', offline: true } });
    answers = ['lost'];
    const other = aPage({ keep: true });
    await call(other, 'onLoad', { resourceId: 'r2' });
    await call(other, 'onShow');
    expect(kind(other)).toBe('offline');
  });

  it('says why not, and is asked again by pulling down', async () => {
    const page = aPage();
    answers = [{ refusals: [{ code: 'not_staff' }] }, resource('期刊库')];
    await call(page, 'onLoad', { resourceId: 'r1' });
    await call(page, 'onShow');
    expect(kind(page)).toBe('refused');
    await call(page, 'onPullDownRefresh');
    expect(kind(page)).toBe('ready');
    expect(shown).toContain('pulled down');
  });
});

describe('a page that is one list', () => {
  const row = (listId: string) => ({ listId, name: listId });
  const aPage = () =>
    opened(
      screen([paged('lists.public', ({ list }, today) => list.map(({ name }) => ({ name, today })))], {
        data: { by: 'library' as const },
        asked() {
          return { by: this.data.by };
        },
        head: ({ readersOpen }: Output<'lists.public'>) => ({ readersOpen }),
      }),
    );
  const names = (page: Opened) => page.data.list?.map((each) => (each as { name: string }).name);

  it('shows its first page with what stands over it, and the next ones behind it', async () => {
    const page = aPage();
    answers = [
      { value: { list: [row('a')], next: '20', readersOpen: true } },
      { value: { list: [row('b')], readersOpen: true } },
    ];
    await call(page, 'onLoad', {});
    await call(page, 'onShow');
    expect(names(page)).toEqual(['a']);
    expect(page.data).toMatchObject({ readersOpen: true, next: '20', more: 'idle' });
    await call(page, 'loadMore');
    expect(names(page)).toEqual(['a', 'b']);
    expect(asked[1]?.input).toEqual({ by: 'library', after: '20' });
    await call(page, 'loadMore');
    expect(asked).toHaveLength(2);
  });

  it('says that a page did not come, and asks for it again', async () => {
    const page = aPage();
    answers = [{ value: { list: [row('a')], next: '20' } }, 'lost', { value: { list: [row('b')] } }];
    await call(page, 'onLoad', {});
    await call(page, 'onShow');
    await call(page, 'loadMore');
    expect(page.data.more).toBe('failed');
    await call(page, 'loadMore');
    expect(names(page)).toEqual(['a', 'b']);
  });

  it('lets the former list go at once where another is chosen', async () => {
    const page = aPage();
    answers = [{ value: { list: [row('a')] } }, { value: { list: [row('b')] } }];
    await call(page, 'onLoad', {});
    await call(page, 'onShow');
    const other = call(page, 'afresh', { by: 'reader' });
    expect(page.data).toMatchObject({ by: 'reader', list: [], state: { kind: 'loading' } });
    await other;
    expect(names(page)).toEqual(['b']);
    expect(asked[1]?.input).toEqual({ by: 'reader' });
  });
});

describe('a form', () => {
  it('says in place why it was not taken, and nothing of it once it is', async () => {
    const page = opened(screen([submits()], {}));
    const save = () => act('listDesk.openToReaders', { open: true });
    answers = [{ refusals: [{ code: 'not_staff' }] }, { value: { readersOpen: true } }];
    expect(await call(page, 'submit', 'save', '没有保存', save)).toBeUndefined();
    expect(page.data).toMatchObject({ no: '没有保存', refusals: [{ code: 'not_staff' }], busy: '' });
    expect(await call(page, 'submit', 'save', '没有保存', save)).toEqual({ readersOpen: true });
    expect(page.data.refusals).toEqual([]);
  });

  it('that lost its answer is sent again under the same request id', async () => {
    const page = opened(screen([submits()], {}));
    const save = () => act('listDesk.openToReaders', { open: false });
    answers = ['lost', 'lost', { value: {} }];
    await call(page, 'submit', 'save', '没有保存', save);
    expect(page.data.no).toBe('还没有收到回复');
    await call(page, 'submit', 'save', '没有保存', save);
    expect(new Set(asked.map(({ requestId }) => requestId)).size).toBe(1);
  });

  it('says itself what is missing, and sends nothing', async () => {
    const page = opened(screen([submits()], {}));
    await call(page, 'missing', '请先点几颗星。');
    expect(page.data.refusals).toEqual([{ code: 'missing', text: '请先点几颗星。' }]);
    expect(asked).toEqual([]);
  });
});
