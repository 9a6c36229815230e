import fc from 'fast-check';
import { keysOfTitle } from '../../cloudfunctions/search/keys';
import type { Documents } from '../../cloudfunctions/documents';
import { anItem } from '../builders/documents';
import { factsOf } from '../../cloudfunctions/cataloguing/title-facts';
import { START, startSmallLibrary, type SmallLibrary } from './library';

/**
 * Search through its door: what is found, that it is fresh, and that a rebuild neither stops nor spoils it.
 */

jest.setTimeout(240_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary();
});
/** What an instance knows is gone as well: a clock that goes back is no part of any library's life. */
const startOver = async () => {
  await library.startOver();
  await library.cloud.reloadFunctions();
};
beforeEach(startOver);
afterAll(() => library?.close());

const find = (query: string, more: object = {}) => library.get('visitor', 'search.find', { query, ...more });
const ids = async (query: string, more: object = {}) =>
  (await find(query, more)).list.map(({ titleId }) => titleId);
const snapshot = async () => {
  const setting = await library.document('settings', 'search-snapshot');
  return setting?._id === 'search-snapshot' ? setting : undefined;
};
const build = async () => {
  const answer = await library.cloud.timer('indexer');
  expect(answer).toMatchObject({ result: { ok: true } });
};
const pass = (seconds: number) => library.cloud.clock.move({ advance: { minutes: seconds / 60 } });

type Title = Documents['titles'];
const aTitle = (id: string, title: string, more: Partial<Title> = {}): Title => {
  const contributors = more.contributors ?? [{ name: '某甲', role: '著' }];
  return {
    _id: id,
    title,
    subtitle: '',
    also: [],
    contributors,
    publisher: '某社',
    year: 2020,
    isbns: [],
    clc: 'I247.5',
    callNumber: '',
    language: 'chi',
    kind: 'book',
    subjects: [],
    summary: '',
    keys: keysOfTitle({ title, contributors }),
    addedAt: START,
    popularity: 0,
    source: 'test',
    ...more,
  };
};
/** What an operation of the desk does in one transaction. */
const catalogue = async (...titles: Title[]) => {
  const at = new Date(library.cloud.clock.now()).toISOString();
  await library.cloud.db.upsert('titles', titles as object[] as Record<string, unknown>[]);
  await library.cloud.db.upsert(
    'titleChanges',
    titles.map(({ _id }) => ({ _id, at })),
  );
};

describe('what is found', () => {
  it('is found as typed, by sound, by first letters, in traditional characters, with a wrong character', async () => {
    await build();
    for (const query of [
      '红楼梦',
      '红楼',
      '曹雪芹',
      '曹雪芹 红楼梦',
      '紅樓夢',
      'hongloumeng',
      'hlm',
      '红娄梦',
    ])
      expect([query, await ids(query)]).toEqual([query, ['title-one']]);
  });
  it('is found by ISBN in any form, and by the barcode of a copy', async () => {
    const copy = anItem({
      _id: 'YX00000201',
      titleId: 'title-two',
      title: factsOf((await library.document('titles', 'title-two'))!),
    });
    await library.cloud.db.upsert('items', [copy as object as Record<string, unknown>]);
    await build();
    for (const query of ['9787536692930', '978-7-5366-9293-0', '7536692935', 'YX00000201', ' yx00000201'])
      expect([query, await ids(query)]).toEqual([query, ['title-two']]);
    expect(await ids('9787020002207')).toEqual([]);
  });
  it('shows what answered, what was meant, and how many there are of each', async () => {
    await build();
    const found = await find('红楼');
    expect(found.list[0]).toMatchObject({ marks: { title: [[0, 2]], authors: [] } });
    expect(found.facets).toMatchObject({
      classes: [{ clc: 'I', titles: 1 }],
      years: [{ year: 2008, titles: 1 }],
      languages: [{ language: 'chi', titles: 1 }],
      kinds: [{ kind: 'book', titles: 1 }],
      branches: [{ branchId: 'main', titles: 1 }],
    });
    expect((await find('红娄梦')).didYouMean).toBe('红楼梦');
    expect((await find('红楼梦')).didYouMean).toBeUndefined();
  });
  it('is left by filters, and sorted', async () => {
    await catalogue(
      aTitle('old', '城里的书', { year: 1990, language: 'eng', kind: 'map', clc: 'K9', popularity: 9 }),
      aTitle('new', '城外的书', { year: 2024, addedAt: '2026-11-21T02:00:00.000Z', popularity: 5 }),
    );
    await build();
    expect(await ids('的书', { fromYear: 2000 })).toEqual(['new']);
    expect(await ids('的书', { toYear: 2000 })).toEqual(['old']);
    expect(await ids('的书', { language: 'eng' })).toEqual(['old']);
    expect(await ids('的书', { kind: 'map' })).toEqual(['old']);
    expect(await ids('的书', { clc: 'K' })).toEqual(['old']);
    expect(await ids('的书', { sort: 'most_borrowed' })).toEqual(['old', 'new']);
    expect(await ids('', { branchId: 'garden' })).toEqual(['title-two']);
    expect((await ids('', { sort: 'most_borrowed' })).slice(0, 2)).toEqual(['old', 'new']);
    expect((await ids('')).slice(0, 2)).toEqual(['old', 'new']);
  });
  it('stands on the shelf when only that is wanted, at this moment', async () => {
    await build();
    expect(await ids('', { onShelfOnly: true })).toHaveLength(3);
    const shelf = { query: '三体' };
    expect(await library.get('visitor', 'search.onShelf', shelf)).toEqual({
      of: 1,
      onShelf: 1,
      branches: [
        { branchId: 'main', branchName: '总馆', onShelf: 1 },
        { branchId: 'garden', branchName: '园林分馆', onShelf: 1 },
      ],
    });
    for (const barcode of ['B1', 'B2'])
      await library.get('desk', 'desk.checkOut', { readerId: 'reader-an', barcode, branchId: 'main' });
    expect(await ids('三体', { onShelfOnly: true, branchId: 'main' })).toEqual([]);
    expect(await ids('三体', { onShelfOnly: true })).toEqual(['title-two']);
    expect((await find('三体')).list[0]?.availability).toMatchObject({ onShelf: 1 });
    expect((await library.get('visitor', 'search.onShelf', shelf)).branches).toHaveLength(1);
  });
  it('is paged, each title once', async () => {
    await catalogue(...Array.from({ length: 45 }, (_, n) => aTitle(`p${n}`, `江河湖海 第${n}册`)));
    for (const query of ['江河', '']) {
      const seen: string[] = [];
      let total = 0;
      for (let page: number | undefined = 1; page;) {
        const found = await find(query, { page });
        expect(found.list.length).toBeLessThanOrEqual(20);
        seen.push(...found.list.map(({ titleId }) => titleId));
        total = found.total;
        page = found.nextPage;
      }
      expect([query, new Set(seen).size]).toEqual([query, seen.length]);
      expect([query, seen.length]).toEqual([query, total]);
    }
  });
  it('is suggested while typing, and counted by class', async () => {
    await build();
    expect((await library.get('visitor', 'search.suggest', { text: 'hongl' })).list[0]).toEqual({
      kind: 'title',
      text: '红楼梦',
    });
    expect((await library.get('visitor', 'search.suggest', { text: '刘慈' })).list).toContainEqual({
      kind: 'author',
      text: '刘慈欣',
    });
    expect(await library.get('visitor', 'search.suggest', { text: ' ' })).toEqual({ list: [] });
    expect(await library.get('visitor', 'search.classes', { under: '' })).toEqual({
      titles: 3,
      list: [{ clc: 'I', titles: 3, below: true }],
    });
  });
  it('is refused when the question is malformed, by the name of the field', async () => {
    for (const [input, path] of [
      [{ query: 'x'.repeat(201) }, 'input.query'],
      [{ query: 'x', clc: '小说' }, 'input.clc'],
      [{ query: 'x', language: 'chinese' }, 'input.language'],
      [{ query: 'x', fromYear: 0 }, 'input.fromYear'],
      [{ query: 'x', sort: 'best' }, 'input.sort'],
    ] as const)
      expect(await library.ask('an', 'search.find', input as { query: string })).toMatchObject({
        invalid: [{ path }],
      });
  });
});

describe('popular searches', () => {
  it('are titles and names that three readers looked for, in the words of the catalogue', async () => {
    await build();
    for (const who of ['an', 'bai', 'chen']) {
      await library.get(who, 'search.find', { query: '三體' });
      await library.get(who, 'search.find', { query: '刘慈欣' });
      await library.get(who, 'search.find', { query: '电话13800000000' });
    }
    // The same reader counts once.
    for (let n = 0; n < 5; n++) await library.get('an', 'search.find', { query: '城南旧事' });
    await pass(61);
    await library.get('ding', 'search.find', { query: '红楼梦' });
    const { list } = await library.get('visitor', 'search.popular', {});
    expect(list.sort()).toEqual(['三体', '刘慈欣']);
  });
  it('are none by one reader alone, however often they search', async () => {
    await build();
    for (let minute = 0; minute < 4; minute++) {
      await library.get('an', 'search.find', { query: '三体' });
      await pass(61);
      await library.get('ding', 'search.suggest', { text: '城' });
    }
    expect(await library.documents('searchCounts', { text: '三体' })).toMatchObject([{ times: 4 }]);
    expect(await library.get('visitor', 'search.popular', {})).toEqual({ list: [] });
  });
  it('are the same whichever instances were asked, whatever they are asked a minute later', async () => {
    await build();
    const INSTANCES = 3;
    await library.cloud.parts.functions.warm(INSTANCES, 'finder');
    const atOnce = (ask: (who: string) => Promise<unknown>) => Promise.all(['an', 'bai', 'chen'].map(ask));
    await atOnce((who) => library.get(who, 'search.find', { query: '三体' }));
    expect(await library.get('visitor', 'search.popular', {})).toEqual({ list: [] });
    await pass(61);
    await atOnce((who) => library.get(who, 'search.suggest', { text: '城' }));
    expect(await library.get('visitor', 'search.popular', {})).toEqual({ list: ['三体'] });
  });
});

describe('freshness', () => {
  it('a title catalogued at the desk is found within a second, changed and removed ones as well', async () => {
    await build();
    expect(await ids('夜航与灯')).toEqual([]);
    await catalogue(aTitle('night', '夜航与灯'));
    // By the clock of the library: how fast the machine answers is no part of it.
    await pass(1);
    expect(await ids('夜航与灯')).toEqual(['night']);
    await catalogue(aTitle('night', '远山'));
    await pass(1);
    expect([await ids('夜航与灯'), await ids('远山')]).toEqual([[], ['night']]);
    await library.cloud.db.clear('titles');
    await catalogue(aTitle('other', '别的书'));
    await library.cloud.db.upsert('titleChanges', [
      { _id: 'title-one', at: new Date(library.cloud.clock.now()).toISOString() },
    ]);
    await pass(1);
    expect([await ids('红楼梦'), await ids('别的书')]).toEqual([[], ['other']]);
  });
  it('holds when the clock is set back behind the snapshot', async () => {
    await library.cloud.clock.move({ advance: { days: 1 } });
    await build();
    await library.cloud.clock.move({ set: START });
    await library.cloud.reloadFunctions();
    await catalogue(aTitle('night', '夜航与灯'));
    expect(await ids('夜航与灯')).toEqual(['night']);
  });
  it('a copy added at a branch makes its title found there', async () => {
    await build();
    expect(await ids('红楼梦', { branchId: 'garden' })).toEqual([]);
    const one = (await library.document('titles', 'title-one'))!;
    const copy = anItem({ _id: 'A2', titleId: 'title-one', title: factsOf(one), branchId: 'garden' });
    await library.cloud.db.upsert('items', [copy as object as Record<string, unknown>]);
    await catalogue(one);
    await pass(1);
    expect(await ids('红楼梦', { branchId: 'garden' })).toEqual(['title-one']);
  });
});

describe('the snapshot', () => {
  it('is built by the timer alone, once, and again when enough has changed', async () => {
    expect(await library.cloud.call('indexer', {}, 'o-an')).toMatchObject({
      result: { ok: false, refusals: [{ code: 'not_staff' }] },
    });
    await build();
    const first = await snapshot();
    expect(first).toMatchObject({ titles: 3, fileIdBefore: '' });
    await pass(600);
    await build();
    expect(await snapshot()).toEqual(first);
    await catalogue(...Array.from({ length: 301 }, (_, n) => aTitle(`n${n}`, `新书${n}`)));
    await pass(61);
    await build();
    const second = await snapshot();
    expect(second).toMatchObject({ titles: 304 });
    expect(second?.fileId).not.toBe(first?.fileId);
    await library.cloud.db.upsert('titleChanges', [
      { _id: '*', at: new Date(library.cloud.clock.now()).toISOString() },
    ]);
    await pass(61);
    await build();
    expect((await snapshot())?.fileIdBefore).toBe(second?.fileId);
    // Changes that every snapshot in use holds are forgotten; the file before the last but one too.
    expect((await library.documents('titleChanges')).map(({ _id }) => _id)).toEqual(['*']);
    const kept = (await snapshot())!;
    const stored = library.cloud.parts.files.list().map(({ path }) => path);
    for (const [fileId, there] of [
      [kept.fileId, true],
      [kept.fileIdBefore, true],
      [first!.fileId, false],
    ] as const)
      expect(stored.some((path) => fileId.endsWith(path))).toBe(there);
    expect(await ids('新书300')).toContain('n300');
  });
  it('goes on serving when building is cut off anywhere, and while it is built', async () => {
    await build();
    const before = await snapshot();
    await catalogue(...Array.from({ length: 301 }, (_, n) => aTitle(`n${n}`, `新书${n}`)));
    for (let after = 1; after <= 8; after++) {
      library.cloud.faults.next({ function: 'indexer', kill: { afterRequest: after } });
      await library.cloud.timer('indexer');
      expect([await ids('红楼梦'), await ids('新书7')]).toEqual([
        ['title-one'],
        expect.arrayContaining(['n7']),
      ]);
      if ((await snapshot())?.fileId !== before?.fileId) break;
    }
    const building = library.cloud.timer('indexer');
    while (true) {
      const done = await Promise.race([
        building.then(() => true),
        ids('红楼梦').then((list) => list.length !== 1),
      ]);
      if (done) break;
    }
    expect(await ids('红楼梦')).toEqual(['title-one']);
  });
  it('that is damaged or gone is never served: the one before is, and another is built', async () => {
    await build();
    await catalogue(...Array.from({ length: 301 }, (_, n) => aTitle(`n${n}`, `新书${n}`)));
    await pass(600);
    await build();
    const damaged = (await snapshot())!;
    const path = damaged.fileId.replace(/^cloud:\/\/[^/]+\//, '');
    await library.cloud.files.upload(path, Buffer.from('half of an index'));
    await library.cloud.reloadFunctions();
    expect([await ids('红楼梦'), await ids('新书300')]).toEqual([
      ['title-one'],
      expect.arrayContaining(['n300']),
    ]);
    await pass(600);
    await build();
    expect((await snapshot())?.fileId).not.toBe(damaged.fileId);
    await library.cloud.reloadFunctions();
    expect(await ids('红楼梦')).toEqual(['title-one']);
  });
});

test('after any changes and rebuilds search finds each title by what it is called now, and nothing that is gone', async () => {
  const NAMES = ['山中来信', '海上灯塔', '雪国列车', '秋水长天', '夜雨孤舟', '晨钟暮鼓'];
  const act = fc.oneof(
    { weight: 5, arbitrary: fc.record({ id: fc.nat(3), name: fc.nat(NAMES.length - 1) }) },
    { weight: 2, arbitrary: fc.record({ id: fc.nat(3), name: fc.constant(-1) }) },
    { weight: 1, arbitrary: fc.constant('build' as const) },
    { weight: 1, arbitrary: fc.constant('cold' as const) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
      await startOver();
      await build();
      const names = new Map<string, string>();
      for (const what of acts) {
        await pass(1);
        if (what === 'cold') await library.cloud.reloadFunctions();
        else if (what === 'build') {
          await library.cloud.db.upsert('titleChanges', [
            { _id: '*', at: new Date(library.cloud.clock.now()).toISOString() },
          ]);
          await build();
        } else {
          const id = `h${what.id}`;
          const name = NAMES[what.name];
          if (name) {
            names.set(id, name);
            await catalogue(aTitle(id, name));
          } else {
            names.delete(id);
            const all = (await library.documents('titles')).filter(({ _id }) => _id !== id);
            await library.cloud.db.clear('titles');
            await library.cloud.db.upsert('titles', all as object[] as Record<string, unknown>[]);
            await library.cloud.db.upsert('titleChanges', [
              { _id: id, at: new Date(library.cloud.clock.now()).toISOString() },
            ]);
          }
        }
      }
      await pass(1);
      for (const name of NAMES) {
        const expected = [...names].filter(([, each]) => each === name).map(([id]) => id);
        const found = (await find(name)).list
          .filter(({ title }) => title === name)
          .map(({ titleId }) => titleId);
        expect([name, found.sort()]).toEqual([name, expected.sort()]);
      }
    }),
    { numRuns: 12 },
  );
});
