import { outcomes, startSmallLibrary, type SmallLibrary } from './library';

jest.setTimeout(180_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(2);
});
beforeEach(() => library.startOver());
afterAll(() => library.close());

const WANT = 'want_reader-an';
const manyTitles = Array.from({ length: 210 }, (_, n) => `many-${n}`);

const newList = async (who: string, name: string, titleId?: string) =>
  library.get(who, 'lists.create', { name, about: '', ...(titleId && { titleId }) });

/** The library's switch; the settings are kept for a minute by a warm function. */
const openToReaders = async () => {
  await library.get('boss', 'listDesk.openToReaders', { open: true });
  await library.cloud.clock.move({ advance: { minutes: 2 } });
};

const giveTitles = async (titleIds: string[]) => {
  const [one] = await library.documents('titles', { _id: 'title-one' });
  await library.cloud.db.upsert(
    'titles',
    titleIds.map((_id) => ({ ...one, _id })),
  );
};

const titlesOf = async (who: string, listId: string) =>
  (await library.get(who, 'lists.page', { listId })).list.map(({ title }) => title.titleId);

describe('a reader’s lists', () => {
  it('想读 is there before it is used, and is made by its first title, which stands first', async () => {
    const before = await library.get('an', 'lists.mine', { titleId: 'title-two' });
    expect(before.list).toMatchObject([{ listId: WANT, name: '想读', builtIn: true, titles: 0, has: false }]);
    expect(await library.get('an', 'lists.page', { listId: WANT })).toMatchObject({
      head: { name: '想读', mine: true, builtIn: true },
      list: [],
    });
    expect(await library.refused('bai', 'lists.page', { listId: WANT })).toEqual(['list_not_found']);
    expect(await library.documents('bookLists')).toHaveLength(0);

    await library.get('an', 'lists.add', { listId: WANT, titleId: 'title-two' });
    await library.get('an', 'lists.add', { listId: WANT, titleId: 'title-one' });
    const after = await library.get('an', 'lists.mine', { titleId: 'title-two' });
    expect(after.list).toMatchObject([{ listId: WANT, titles: 2, has: true, shown: 'private' }]);
    expect(await titlesOf('an', WANT)).toEqual(['title-one', 'title-two']);
    expect(await library.document('readers', 'reader-an')).toMatchObject({ bookLists: 1 });
  });

  it('two adds of one title at once put it there once; two titles at once are both there', async () => {
    const add = (titleId: string) => library.ask('an', 'lists.add', { listId: WANT, titleId });
    expect(outcomes(await Promise.all([add('title-one'), add('title-one'), add('title-two')]))).toEqual([
      'ok',
      'ok',
      'ok',
    ]);
    expect((await titlesOf('an', WANT)).sort()).toEqual(['title-one', 'title-two']);
    expect(await library.document('readers', 'reader-an')).toMatchObject({ bookLists: 1 });
    expect(await library.document('bookLists', WANT)).toMatchObject({ count: 2 });
  });

  it('a repeat of a request makes no second list', async () => {
    const input = { name: '睡前', about: '', titleId: 'title-three' };
    const first = await library.get('an', 'lists.create', input, 'request-0001');
    expect(await library.get('an', 'lists.create', input, 'request-0001')).toEqual(first);
    expect(await library.documents('bookLists')).toHaveLength(1);
    expect(first).toMatchObject({ has: true, titles: 1, covers: [{ titleId: 'title-three' }] });
  });

  it('fifty lists are the limit, also when two more are made at once; one that is removed makes room', async () => {
    const [an] = await library.documents('readers', { _id: 'reader-an' });
    await library.cloud.db.upsert('readers', [{ ...an, bookLists: 49 } as never]);
    const create = (name: string) => library.ask('an', 'lists.create', { name, about: '' });
    expect(outcomes(await Promise.all([create('甲'), create('乙')]))).toEqual(['list_limit_reached', 'ok']);
    const [made] = await library.documents('bookLists');
    await library.get('an', 'lists.remove', { listId: made!._id });
    expect((await create('丙')).ok).toBe(true);
    expect(await library.document('readers', 'reader-an')).toMatchObject({ bookLists: 50 });
  });

  it('two hundred titles are the limit of a list, also for the last place', async () => {
    await giveTitles(manyTitles);
    const { listId } = await newList('an', '很多书');
    const [list] = await library.documents('bookLists', { _id: listId });
    const titles = manyTitles
      .slice(0, 199)
      .map((titleId) => ({ titleId, note: '', at: '2026-11-22T02:00:00.000Z' }));
    await library.cloud.db.upsert('bookLists', [{ ...list, titles, count: 199 } as never]);
    const add = (titleId: string) => library.ask('an', 'lists.add', { listId, titleId });
    expect(outcomes(await Promise.all([add('many-200'), add('many-201')]))).toEqual(['list_full', 'ok']);

    const pages = [await library.get('an', 'lists.page', { listId })];
    while (pages.at(-1)?.next)
      pages.push(await library.get('an', 'lists.page', { listId, after: pages.at(-1)?.next }));
    const seen = pages.flatMap(({ list: rows }) => rows.map(({ title }) => title.titleId));
    expect(pages).toHaveLength(10);
    expect(new Set(seen).size).toBe(200);
  });

  it('titles go to another place, with a note, and off; what stands on a shelf is live', async () => {
    const { listId } = await newList('an', '三本', 'title-one');
    for (const titleId of ['title-two', 'title-three'])
      await library.get('an', 'lists.add', { listId, titleId });
    await library.get('an', 'lists.move', { listId, titleId: 'title-three', before: 'title-one' });
    expect(await titlesOf('an', listId)).toEqual(['title-three', 'title-one', 'title-two']);
    await library.get('an', 'lists.move', { listId, titleId: 'title-three', before: '' });
    expect(await titlesOf('an', listId)).toEqual(['title-one', 'title-two', 'title-three']);
    await library.get('an', 'lists.note', { listId, titleId: 'title-two', note: '先读这本' });
    await library.get('an', 'lists.take', { listId, titleId: 'title-one' });

    await library.get('desk', 'desk.checkOut', {
      readerId: 'reader-bai',
      barcode: 'B1',
      branchId: 'main',
    });
    const page = await library.get('an', 'lists.page', { listId });
    expect(page.list).toMatchObject([
      { title: { titleId: 'title-two' }, note: '先读这本', availability: { onShelf: 2, items: 3 } },
      { title: { titleId: 'title-three' }, note: '' },
    ]);
    expect(await library.document('bookLists', listId)).toMatchObject({
      count: 2,
      covers: ['title-two', 'title-three'],
    });
    expect(
      await library.refused('an', 'lists.move', { listId, titleId: 'title-two', before: 'title-one' }),
    ).toEqual(['title_not_on_list']);
  });

  it('nobody else sees or changes a list, and is told no more than that there is none', async () => {
    const { listId } = await newList('an', '自己的', 'title-one');
    expect(await library.refused('bai', 'lists.page', { listId })).toEqual(['list_not_found']);
    for (const action of ['lists.add', 'lists.take'] as const)
      expect(await library.refused('bai', action, { listId, titleId: 'title-two' })).toEqual([
        'list_not_found',
      ]);
    expect(await library.refused('bai', 'lists.remove', { listId })).toEqual(['list_not_found']);
    expect(await library.refused('bai', 'lists.add', { listId: WANT, titleId: 'title-one' })).toEqual([
      'list_not_found',
    ]);
    expect(await library.refused('stranger', 'lists.mine', {})).toEqual(['no_card']);
    expect(await library.refused('boss', 'listDesk.page', { listId })).toEqual(['list_not_found']);
  });

  it('想读 is not renamed, removed or offered; wrong inputs are named', async () => {
    await openToReaders();
    await library.get('an', 'lists.add', { listId: WANT, titleId: 'title-one' });
    expect(await library.refused('an', 'lists.remove', { listId: WANT })).toEqual(['list_built_in']);
    expect(await library.refused('an', 'lists.change', { listId: WANT, name: '别的', about: '' })).toEqual([
      'list_built_in',
    ]);
    expect(await library.refused('an', 'lists.offer', { listId: WANT, author: '猫' })).toEqual([
      'list_built_in',
    ]);
    const long = await library.ask('an', 'lists.create', { name: '长'.repeat(31), about: '' });
    expect(long).toMatchObject({ ok: false, invalid: [{ path: 'input.name', message: '最多 30 个字' }] });
    expect(await library.refused('an', 'lists.add', { listId: WANT, titleId: 'no-such' })).toEqual([
      'title_not_found',
    ]);
  });

  it('the log names no title: what somebody wants to read is theirs', async () => {
    await library.get('an', 'lists.add', { listId: WANT, titleId: 'title-one' });
    const [line] = await library.documents('operations', { action: 'lists.add' });
    expect(line).toMatchObject({ titleName: '', barcode: '', outcome: '书单：加入一本书' });
    expect(JSON.stringify(line)).not.toContain('title-one');
  });
});

describe('titles that were joined to others or are gone', () => {
  /** The catalogue without one of its titles. */
  const takeOut = async (gone: string) => {
    const rest = (await library.documents('titles')).filter(({ _id }) => _id !== gone);
    await library.cloud.db.clear('titles');
    await library.cloud.db.upsert('titles', rest as never);
  };
  const merge = async (gone: string, into: string) => {
    await library.cloud.db.upsert('titleMerges', [{ _id: gone, into, at: '2026-11-22T02:00:00.000Z' }]);
    await takeOut(gone);
  };

  it('a title that was joined to another is shown as that one, once, and is ticked as that one', async () => {
    const { listId } = await newList('an', '合并', 'title-one');
    await library.get('an', 'lists.add', { listId, titleId: 'title-two' });
    await merge('title-one', 'title-two');
    const page = await library.get('an', 'lists.page', { listId });
    expect(page.list).toMatchObject([
      { title: { titleId: 'title-two' }, listedAs: 'title-one', gone: false },
    ]);
    expect((await library.get('an', 'lists.mine', { titleId: 'title-two' })).list[1]).toMatchObject({
      has: true,
    });
    await library.get('an', 'lists.take', { listId, titleId: 'title-two' });
    expect(await library.document('bookLists', listId)).toMatchObject({ count: 0, titles: [] });
  });

  it('adding one that was joined to another adds the one that stayed, and not a second time', async () => {
    await library.get('an', 'lists.add', { listId: WANT, titleId: 'title-one' });
    await merge('title-one', 'title-two');
    expect(await library.get('an', 'lists.add', { listId: WANT, titleId: 'title-two' })).toMatchObject({
      titles: 1,
    });
    await library.get('an', 'lists.create', { name: '新的', about: '', titleId: 'title-one' });
    expect((await library.documents('bookLists', { name: '新的' }))[0]?.titles).toMatchObject([
      { titleId: 'title-two' },
    ]);
  });

  it('a title that is gone stays a line for the owner, who can take it off; readers see the rest', async () => {
    const { listId } = await library.get('boss', 'listDesk.save', {
      listId: '',
      name: '馆员',
      about: '',
      author: '许清',
    });
    for (const titleId of ['title-one', 'title-two'])
      await library.get('boss', 'listDesk.add', { listId, titleId });
    await library.get('boss', 'listDesk.publish', { listId, shown: 'public' });
    await takeOut('title-one');
    expect((await library.get('an', 'lists.page', { listId })).list).toHaveLength(1);
    expect((await library.get('boss', 'listDesk.page', { listId })).list).toMatchObject([
      { gone: true, title: { title: '书目已撤下' } },
      { gone: false },
    ]);
    await library.get('boss', 'listDesk.take', { listId, titleId: 'title-one' });
    expect((await library.get('boss', 'listDesk.page', { listId })).list).toHaveLength(1);
  });
});

it('every look at lists finds its rows by an index, however many lists others have', async () => {
  const { listId } = await newList('an', '自己的', 'title-one');
  const [list] = await library.documents('bookLists', { _id: listId });
  const shown = ['private', 'waiting', 'public', 'refused'];
  const others = Array.from({ length: 600 }, (_, n) => ({
    ...list,
    _id: `other-${n}`,
    readerId: `reader-${n % 60}`,
    by: n % 5 === 0 ? 'library' : 'reader',
    shown: shown[n % 4],
    placedAt: new Date(1_700_000_000_000 + n * 1000).toISOString(),
  }));
  await library.cloud.db.upsert('bookLists', others as never);
  const from = library.cloud.log.read(0, 'slow-query').entries.length;
  await library.get('an', 'lists.mine', { titleId: 'title-one' });
  const first = await library.get('an', 'lists.public', { by: 'library' });
  await library.get('an', 'lists.public', { by: 'library', after: first.next });
  await library.get('boss', 'listDesk.list', {});
  expect((await library.get('boss', 'listDesk.offered', { shown: 'waiting' })).list).toHaveLength(20);
  await library.get('boss', 'listDesk.offered', { shown: 'public' });
  const slow = library.cloud.log
    .read(0, 'slow-query')
    .entries.slice(from)
    .filter((entry) => (entry as { collection?: string }).collection === 'bookLists');
  expect(slow).toEqual([]);
});

describe('librarians’ lists', () => {
  const save = (name: string) =>
    library.get('boss', 'listDesk.save', { listId: '', name, about: '', author: '许清' });

  it('drafts are seen at the desk alone, an empty list is not published, readers see the order of the desk', async () => {
    const one = await save('先');
    await library.cloud.clock.move({ advance: { minutes: 1 } });
    const two = await save('后');
    expect(
      await library.refused('boss', 'listDesk.publish', { listId: one.listId, shown: 'public' }),
    ).toEqual(['list_empty']);
    for (const { listId } of [one, two]) {
      await library.get('boss', 'listDesk.add', { listId, titleId: 'title-one' });
      expect(await library.refused('an', 'lists.page', { listId })).toEqual(['list_not_found']);
      await library.get('boss', 'listDesk.publish', { listId, shown: 'public' });
    }
    const names = async () =>
      (await library.get('stranger', 'lists.public', { by: 'library' })).list.map(({ name }) => name);
    expect(await names()).toEqual(['后', '先']);
    await library.get('boss', 'listDesk.exchange', { listId: one.listId, withListId: two.listId });
    expect(await names()).toEqual(['先', '后']);
    await library.get('boss', 'listDesk.publish', { listId: one.listId, shown: 'private' });
    expect(await names()).toEqual(['后']);
    await library.get('boss', 'listDesk.remove', { listId: two.listId });
    expect(await names()).toEqual([]);
  });

  it('is for staff of the content role, and touches no reader’s list', async () => {
    const mine = await newList('an', '我的', 'title-one');
    expect(await library.refused('desk', 'listDesk.list', {})).toEqual(['role_missing']);
    expect(await library.refused('an', 'listDesk.list', {})).toEqual(['not_staff']);
    expect(await library.refused('boss', 'listDesk.remove', { listId: mine.listId })).toEqual([
      'list_not_found',
    ]);
    expect(
      await library.refused('boss', 'listDesk.publish', { listId: mine.listId, shown: 'public' }),
    ).toEqual(['list_not_found']);
  });
});

describe('offering a list to others', () => {
  const offered = async (name = '好书') => {
    const { listId } = await newList('an', name, 'title-one');
    await library.get('an', 'lists.offer', { listId, author: '橘猫' });
    return listId;
  };
  const waiting = async () => (await library.get('boss', 'listDesk.offered', { shown: 'waiting' })).list;
  const seen = async () => (await library.get('bai', 'lists.public', { by: 'reader' })).list;

  it('is off until the library switches it on, and hidden again once it is off', async () => {
    const { listId } = await newList('an', '好书', 'title-one');
    expect(await library.refused('an', 'lists.offer', { listId, author: '橘猫' })).toEqual([
      'lists_not_open',
    ]);
    expect(await library.refused('desk', 'listDesk.openToReaders', { open: true })).toEqual(['role_missing']);
    await openToReaders();
    await library.get('an', 'lists.offer', { listId, author: '橘猫' });
    const [list] = await waiting();
    await library.get('boss', 'listDesk.decide', {
      listId,
      changedAt: list!.changedAt,
      allow: true,
      why: '',
    });
    expect(await seen()).toMatchObject([{ name: '好书', author: '橘猫' }]);
    expect(await library.get('bai', 'lists.page', { listId })).toMatchObject({ head: { mine: false } });

    await library.get('boss', 'listDesk.openToReaders', { open: false });
    await library.cloud.clock.move({ advance: { minutes: 2 } });
    expect(await seen()).toEqual([]);
    expect(await library.refused('bai', 'lists.page', { listId })).toEqual(['list_not_found']);
    expect((await library.get('an', 'lists.page', { listId })).list).toHaveLength(1);
  });

  it('waits for staff, who allow it or say why not; the reader is told once', async () => {
    await openToReaders();
    const listId = await offered();
    expect(await seen()).toEqual([]);
    expect(await library.refused('bai', 'lists.page', { listId })).toEqual(['list_not_found']);
    const [list] = await waiting();
    const decision = { listId, changedAt: list!.changedAt, allow: false, why: '' };
    expect(await library.refused('boss', 'listDesk.decide', decision)).toEqual(['comment_needed']);
    const no = { ...decision, why: '名字里有广告' };
    await library.get('boss', 'listDesk.decide', no, 'decision-01');
    await library.get('boss', 'listDesk.decide', no, 'decision-01');
    expect((await library.get('an', 'lists.mine', {})).list[1]).toMatchObject({
      shown: 'refused',
      why: '名字里有广告',
    });
    const notices = await library.documents('notices', { readerId: 'reader-an' });
    expect(notices).toHaveLength(1);
    expect(notices[0]?.body).toContain('名字里有广告');
  });

  it('staff decide on what they saw: a list that changed meanwhile is looked at again', async () => {
    await openToReaders();
    const listId = await offered();
    const [list] = await waiting();
    await library.cloud.clock.move({ advance: { minutes: 1 } });
    await library.get('an', 'lists.add', { listId, titleId: 'title-two' });
    const decision = { listId, changedAt: list!.changedAt, allow: true, why: '' };
    expect(await library.refused('boss', 'listDesk.decide', decision)).toEqual(['list_changed']);
  });

  it('an allowing and a new note at once never show words that nobody checked', async () => {
    await openToReaders();
    const listId = await offered();
    const [list] = await waiting();
    await library.cloud.clock.move({ advance: { minutes: 1 } });
    await Promise.all([
      library.ask('boss', 'listDesk.decide', { listId, changedAt: list!.changedAt, allow: true, why: '' }),
      library.ask('an', 'lists.note', { listId, titleId: 'title-one', note: '没有人看过的话' }),
    ]);
    expect(await seen()).toEqual([]);
    expect(await library.document('bookLists', listId)).toMatchObject({ shown: 'private' });
  });

  it('new words take a list back to its owner, other titles do not', async () => {
    await openToReaders();
    const listId = await offered();
    const [list] = await waiting();
    await library.get('boss', 'listDesk.decide', {
      listId,
      changedAt: list!.changedAt,
      allow: true,
      why: '',
    });
    await library.get('an', 'lists.add', { listId, titleId: 'title-two' });
    expect(await seen()).toHaveLength(1);
    await library.get('an', 'lists.change', { listId, name: '更好的书', about: '' });
    expect(await seen()).toEqual([]);
    await library.get('an', 'lists.offer', { listId, author: '橘猫' });
    await library.get('an', 'lists.withdraw', { listId });
    expect(await waiting()).toEqual([]);
  });

  it('words that WeChat’s check stops are refused, wherever they stand; doubtful ones are for staff', async () => {
    await openToReaders();
    const { listId } = await newList('an', '好书', 'title-one');
    expect(await library.refused('an', 'lists.offer', { listId, author: '违规测试' })).toEqual([
      'text_not_allowed',
    ]);
    await library.get('an', 'lists.note', { listId, titleId: 'title-one', note: '说的是违规测试' });
    expect(await library.refused('an', 'lists.offer', { listId, author: '猫' })).toEqual([
      'text_not_allowed',
    ]);
    await library.get('an', 'lists.note', { listId, titleId: 'title-one', note: '待审测试' });
    expect(await library.get('an', 'lists.offer', { listId, author: '猫' })).toMatchObject({
      shown: 'waiting',
    });
  });

  it('a risky word at the end of two hundred long notes is found as well', async () => {
    await openToReaders();
    await giveTitles(manyTitles);
    const { listId } = await newList('an', '长长的推荐语');
    const [list] = await library.documents('bookLists', { _id: listId });
    const titles = manyTitles.slice(0, 200).map((titleId, n) => ({
      titleId,
      note: `${'推荐'.repeat(56)}${n === 199 ? '违规测试' : ''}`,
      at: '2026-11-22T02:00:00.000Z',
    }));
    await library.cloud.db.upsert('bookLists', [{ ...list, titles, count: 200 } as never]);
    expect(await library.refused('an', 'lists.offer', { listId, author: '猫' })).toEqual([
      'text_not_allowed',
    ]);
  });
});

describe('a reader’s data', () => {
  it('lists are in the export and go with the account', async () => {
    const { listId } = await newList('an', '要带走的', 'title-one');
    await library.get('an', 'lists.add', { listId: WANT, titleId: 'title-two' });
    const { json } = await library.get('an', 'account.export', {});
    const exported = JSON.parse(json) as { bookLists: { _id: string }[] };
    expect(exported.bookLists.map(({ _id }) => _id).sort()).toEqual([WANT, listId].sort());

    await library.get('an', 'account.close', { cardNumber: '30100000001' });
    await library.cloud.clock.move({ advance: { minutes: 10 } });
    expect(await library.documents('bookLists', { readerId: 'reader-an' })).toEqual([]);
  });

  it('a list that is made while the account is closed does not stay behind', async () => {
    await Promise.all([
      library.ask('an', 'account.close', { cardNumber: '30100000001' }),
      library.ask('an', 'lists.create', { name: '赶在最后', about: '' }),
      library.ask('an', 'lists.add', { listId: WANT, titleId: 'title-one' }),
    ]);
    await library.cloud.clock.move({ advance: { minutes: 10 } });
    expect(await library.documents('bookLists', { readerId: 'reader-an' })).toEqual([]);
  });
});
