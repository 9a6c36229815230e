import type { ArticleWords, Block } from '../../typings/contract';
import { START, startSmallLibrary, type SmallLibrary } from './library';

/** Articles and their columns, through the real functions. */

jest.setTimeout(180_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary();
});
beforeEach(async () => {
  await library.startOverLater(2);
  const about = { columnId: '', about: '' };
  const { columns } = await library.get('boss', 'articleDesk.saveColumns', {
    columns: [
      { ...about, name: '光影' },
      { ...about, name: '书边' },
    ],
  });
  [film = '', books = ''] = columns.map(({ columnId }) => columnId);
});
afterAll(() => library?.close());

let film = '';
let books = '';
const words = (changes: Partial<ArticleWords> = {}): ArticleWords => ({
  ...{ columnId: film, title: '雨中的书房', lead: '看一场雨', author: '馆员', cover: '' },
  blocks: [{ kind: 'text', text: '雨下了一天。' }],
  ...changes,
});
const NEW = { articleId: '', version: 0 };
const save = (changes: Partial<ArticleWords> = {}, { articleId, version } = NEW) =>
  library.get('boss', 'articleDesk.save', { articleId, version, words: words(changes) });
const publish = (
  { articleId, version }: { articleId: string; version: number },
  { publishAt = null, tell = false }: { publishAt?: string | null; tell?: boolean } = {},
) => library.get('boss', 'articleDesk.publish', { articleId, version, publishAt, tell });
const published = async (changes: Partial<ArticleWords> = {}, when = {}) =>
  publish(await save(changes), when);
const seen = async (who = 'stranger', input = {}) =>
  (await library.get(who, 'articles.list', input)).list.map(({ title }) => title);
const tick = () => library.cloud.timer('jobs');

it('a draft is seen by nobody but the staff; published, visitors read it with its books and events', async () => {
  const blocks: Block[] = [
    { kind: 'heading', text: '一' },
    { kind: 'book', titleId: 'title-two' },
    { kind: 'event', eventId: 'talk' },
    { kind: 'book', titleId: 'gone' },
  ];
  const one = await save({ blocks });
  expect(await seen()).toEqual([]);
  expect(await library.refused('an', 'articles.show', { articleId: one.articleId })).toEqual([
    'article_not_found',
  ]);
  expect(await library.get('boss', 'articleDesk.preview', { articleId: one.articleId })).toMatchObject({
    title: '雨中的书房',
    books: [{ title: '三体' }, { titleId: 'gone' }],
  });
  await publish(one);
  const page = await library.get('stranger', 'articles.show', { articleId: one.articleId });
  expect(page).toMatchObject({
    ...{ title: '雨中的书房', columnName: '光影', minutes: 1, follows: false },
    books: [{ title: '三体', availability: { items: 3 } }, {}],
    events: [{ eventId: 'talk', title: '讲座' }],
  });
});

it('appears at its time by itself, newest first, and by its column', async () => {
  const at = new Date(Date.parse(START) + 3_600_000 * 2).toISOString();
  await published({ title: '先' });
  await published({ title: '后', columnId: books }, { publishAt: at });
  expect(await seen()).toEqual(['先']);
  await library.cloud.clock.move({ set: at });
  expect(await seen()).toEqual(['后', '先']);
  expect(await seen('an', { columnId: film })).toEqual(['先']);
});

it('a change waits as a draft beside what readers see, and former printings come back', async () => {
  const one = await published();
  const changed = await save({ title: '新题目' }, one);
  expect(await seen()).toEqual(['雨中的书房']);
  const second = await publish(changed);
  expect(await seen()).toEqual(['新题目']);
  const { articleId } = one;
  const { list } = await library.get('boss', 'articleDesk.printings', { articleId });
  expect(list.map(({ printing, title }) => [printing, title])).toEqual([
    [2, '新题目'],
    [1, '雨中的书房'],
  ]);
  const before = await library.get('boss', 'articleDesk.restore', {
    ...{ articleId, version: second.version, printing: 1 },
  });
  expect(before).toMatchObject({ hasDraft: true, words: { title: '雨中的书房' } });
  expect(await seen()).toEqual(['新题目']);
});

it('followers of a column are told once of what it brings, and others are not', async () => {
  await library.get('an', 'articles.follow', { columnId: film, on: true });
  await library.get('bai', 'articles.follow', { columnId: film, on: true });
  await library.get('bai', 'articles.follow', { columnId: film, on: false });
  const one = await published({}, { tell: true });
  await tick();
  await publish(await save({ title: '改了' }, one), { tell: true });
  await tick();
  const told = async (who: string) =>
    (await library.get(who, 'notices.list', { about: 'library' })).list.map(({ title }) => title);
  expect(await told('an')).toEqual(['新文章：雨中的书房']);
  expect(await told('bai')).toEqual([]);
  const { columns } = await library.get('an', 'articles.list', {});
  expect(columns.map(({ name, follows }) => [name, follows])).toEqual([
    ['光影', true],
    ['书边', false],
  ]);
  expect((await library.get('boss', 'articleDesk.list', {})).columns).toMatchObject([{ followers: 1 }, {}]);
});

it('taken from the readers it is gone for them, and stays for the staff', async () => {
  const { articleId } = await published();
  await library.get('boss', 'articleDesk.show', { articleId, shown: false });
  expect(await seen()).toEqual([]);
  expect(await library.refused('boss', 'articleDesk.remove', { articleId })).toEqual(['article_published']);
  await library.get('boss', 'articleDesk.show', { articleId, shown: true });
  expect(await seen()).toEqual(['雨中的书房']);
});

it('is not published without words, without its pictures, without its column, or over somebody else’s change', async () => {
  const no = async (changes: Partial<ArticleWords>) => {
    const { articleId, version } = await save(changes);
    const input = { articleId, version, publishAt: null, tell: false };
    return library.refused('boss', 'articleDesk.publish', input);
  };
  expect(await no({ blocks: [] })).toEqual(['article_empty']);
  expect(await no({ blocks: [{ kind: 'picture', fileId: '', caption: '', alt: '' }] })).toEqual([
    'files_missing',
  ]);
  expect(await no({ columnId: '' })).toEqual(['column_not_found']);
  const one = await save();
  await save({}, one);
  const { articleId, version } = one;
  expect(await library.refused('boss', 'articleDesk.save', { articleId, version, words: words() })).toEqual([
    'article_changed',
  ]);
});

it('nothing but the known blocks, and files of the library’s own articles, come in', async () => {
  const sends = async (block: unknown) =>
    library.ask('boss', 'articleDesk.save', {
      ...{ articleId: '', version: 0, words: words({ blocks: [block as Block] }) },
    });
  for (const hostile of [
    { kind: 'html', text: '<script>' },
    { kind: 'picture', fileId: 'https://elsewhere.example/a.png', caption: '', alt: '' },
    { kind: 'picture', fileId: 'cloud://env/deliveries/secret.pdf', caption: '', alt: '' },
    { kind: 'text', text: '一', onclick: 'alert(1)' },
  ])
    expect(await sends(hostile)).toMatchObject({ ok: false, invalid: [expect.anything()] });
  expect(
    await sends({ kind: 'picture', fileId: 'cloud://env.id/articles/a.png', caption: '', alt: '' }),
  ).toMatchObject({ ok: true });
});

it('an article of a public account comes in as blocks, with what is missing named', async () => {
  const html =
    '<div id="js_content"><p>一段</p><script>alert(1)</script><img data-src="https://mmbiz.qpic.cn/1"></div>';
  const { words: found, missing } = await library.get('boss', 'articleDesk.bringIn', { html });
  expect(found.blocks.map(({ kind }) => kind)).toEqual(['text', 'picture']);
  expect(missing).toEqual(['https://mmbiz.qpic.cn/1']);
  expect(await library.refused('boss', 'articleDesk.bringIn', { html: '<script></script>' })).toEqual([
    'article_empty',
  ]);
});

it('a column with articles in it stays; a library without articles shows none', async () => {
  await published();
  const only = [{ columnId: books, name: '书边', about: '' }];
  expect(await library.refused('boss', 'articleDesk.saveColumns', { columns: only })).toEqual([
    'column_in_use',
  ]);
  const { articleId } = await published();
  await library.get('boss', 'articleDesk.setOpen', { open: false, clips: false });
  await library.cloud.clock.move({ advance: { minutes: 2 } });
  expect(await library.get('an', 'articles.list', {})).toEqual({ columns: [], list: [] });
  expect(await library.refused('an', 'articles.show', { articleId })).toEqual(['article_not_found']);
});
