import { startSmallLibrary, type SmallLibrary } from './library';

/** Subjects that readers watch, through the real functions: readers an and bai, librarians desk and boss. */

jest.setTimeout(180_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary();
});
beforeEach(async () => {
  await library.startOverLater(3);
  await library.appoint('desk', ['reference', 'cataloguer']);
});
afterAll(() => library?.close());

const minutes = (count: number) => library.cloud.clock.move({ advance: { minutes: count } });
const days = (count: number) => library.cloud.clock.move({ advance: { days: count } });
const terms = { words: ['茶'], classes: [], authors: [], languages: [], kinds: [] };
const watch = async (
  who = 'an',
  when: 'weekly' | 'at_once' | 'off' = 'at_once',
  given: Partial<typeof terms> = {},
) =>
  (
    await library.get(who, 'profiles.save', {
      profileId: '',
      name: '茶文化',
      terms: { ...terms, ...given },
      when,
    })
  ).profileId;
let titles = 0;
const catalogue = (title: string, changes = {}) =>
  library.get('desk', 'cataloguing.addTitle', {
    record: {
      ...{ title, subtitle: '', publisher: '', year: 2026, clc: 'TS971', callNumber: '', language: 'chi' },
      ...{ contributors: [{ name: '陆羽', role: '著' }], isbns: [], kind: 'book' as const, subjects: [] },
      ...{ summary: '', ...changes },
    },
    copies: [],
    besides: [`other-${++titles}`],
  });
const found = async (who: string, profileId: string) =>
  (await library.get(who, 'profiles.finds', { profileId })).list;
const told = async (who = 'an') =>
  (await library.get(who, 'notices.list', {})).list.filter(({ topic }) => topic === 'reference');

it('a new title is found by who watches its subject, with why, and is told once', async () => {
  const profileId = await watch();
  await minutes(1);
  await catalogue('宋代茶书');
  await catalogue('咖啡简史');
  await minutes(25);
  expect((await found('an', profileId)).map(({ title, why }) => [title, why])).toEqual([
    ['宋代茶书', [{ by: 'word', text: '茶' }]],
  ]);
  expect((await told()).map(({ body }) => body)).toEqual(['《宋代茶书》，符合“茶文化”。']);
  await minutes(60);
  expect(await told()).toHaveLength(1);
});

it('what stood there before is no news, and what came since is found by another run also', async () => {
  await catalogue('旧茶谱');
  await minutes(5);
  const profileId = await watch();
  await minutes(15);
  await catalogue('新茶谱');
  await minutes(25);
  await catalogue('又一本茶谱');
  await minutes(25);
  const list = await found('an', profileId);
  expect(list.map(({ title }) => title)).toEqual(['又一本茶谱', '新茶谱']);
});

it('who wants one message a week is told on Monday of all of it, and of nothing twice', async () => {
  await watch('an', 'weekly');
  await watch('an', 'weekly', { words: ['咖啡'] });
  await minutes(1);
  for (const title of ['宋代茶书', '茶与水', '咖啡简史']) await catalogue(title);
  // Sunday noon, then Monday.
  await minutes(30);
  expect(await told()).toEqual([]);
  await days(1);
  const [first] = await told();
  expect(first?.body).toMatch(/^《.+》《.+》等 3 种，符合您的 2 个主题。$/);
  await days(7);
  expect(await told()).toHaveLength(1);
  await catalogue('茶馆');
  await days(7);
  expect((await told()).map(({ body }) => body)).toContain('《茶馆》，符合“茶文化”。');
});

it('what an import brings is found once the import is over, however many there are', async () => {
  const profileId = await watch();
  await minutes(3);
  const rows = Array.from({ length: 450 }, (_, n) => `茶书第${n + 1}种,T${n + 1}`);
  const file = Buffer.from(['题名,条码', ...rows].join('\n'));
  const fileId = await library.cloud.files.upload('imports/tea-books-1.csv', file);
  const run = await library.get('desk', 'imports.start', {
    ...{ fileId, fileName: 'tea.csv', branchId: 'main', copies: 1, source: 'tea', full: false },
    columns: ['title', 'barcode'],
  });
  for (let turn = 0; turn < 20; turn++) {
    await minutes(11);
    const shown = await library.get('desk', 'imports.show', { runId: run.runId });
    if (shown.run.status === 'finished') break;
  }
  await minutes(25);
  await minutes(25);
  expect(await library.documents('profileFinds', { profileId })).toHaveLength(450);
  expect((await told()).map(({ body }) => body)).toEqual([expect.stringMatching(/等 450 种，符合/)]);
});

it('a librarian adds a paper with a word, and the reader is told at once', async () => {
  const profileId = await watch('an', 'weekly');
  const paper = { title: '点茶的水温', author: '某甲', within: '茶学', year: '2024', note: '第三节值得看。' };
  await library.get('desk', 'profileDesk.add', { profileId, paper });
  expect(await found('an', profileId)).toMatchObject([
    { title: '点茶的水温', titleId: '', note: '第三节值得看。' },
  ]);
  expect((await told()).map(({ body }) => body)).toEqual(['“茶文化”：《点茶的水温》。第三节值得看。']);
});

it('is its reader’s alone, narrow enough, and no more than ten', async () => {
  const profileId = await watch();
  expect(await library.refused('bai', 'profiles.finds', { profileId })).toEqual(['profile_not_found']);
  expect(await library.refused('bai', 'profiles.remove', { profileId })).toEqual(['profile_not_found']);
  const mine = { profileId, name: '我的', terms, when: 'off' as const };
  expect(await library.refused('bai', 'profiles.save', mine)).toEqual(['profile_not_found']);
  expect(await library.ask('an', 'profiles.save', { ...mine, terms: { ...terms, words: [] } })).toMatchObject(
    {
      invalid: [{ path: 'input.terms' }],
    },
  );
  for (let n = 1; n < 10; n++) await watch();
  const one = { ...mine, profileId: '' };
  expect(await library.refused('an', 'profiles.save', one)).toEqual(['profile_limit_reached']);
});

it('that is stopped finds nothing, and one that is removed is gone with what it found', async () => {
  const stopped = await watch('an', 'off');
  const gone = await watch('an');
  await minutes(1);
  await catalogue('宋代茶书');
  await minutes(25);
  expect(await found('an', stopped)).toEqual([]);
  expect(await found('an', gone)).toHaveLength(1);
  await library.get('an', 'profiles.remove', { profileId: gone });
  expect((await library.get('an', 'profiles.mine', {})).list).toHaveLength(1);
  expect(await library.documents('profileFinds')).toEqual([]);
});

it('is offered where the library offers it', async () => {
  await library.get('boss', 'profileDesk.setOpen', { open: false });
  await minutes(2);
  const one = { profileId: '', name: '茶', terms, when: 'weekly' as const };
  expect(await library.refused('an', 'profiles.save', one)).toEqual(['profiles_not_open']);
  expect((await library.get('an', 'profiles.mine', {})).open).toBe(false);
});
