import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';

jest.setTimeout(300_000);

interface Title {
  _id: string;
  title: string;
  isbns: string[];
}

const titlePage = (titleId: string): string => `features/catalogue/pages/title/index?titleId=${titleId}`;
const DESK = 'features/desk/pages/today/index';
const LISTS = 'features/lists/pages/all/index';

describeInBrowser('book lists', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  const listNamed = async (name: string) => {
    const [list] = await library.cloud.db.find('bookLists', { name });
    if (!list) throw new Error(`no list ${name}`);
    return list as unknown as { _id: string; count: number; titles: { titleId: string; note: string }[] };
  };

  it('a reader puts a book on 想读 and on a new list, arranges it, offers it; staff allow it; others read it', async () => {
    const reader = await library.enter('reader', { page: titlePage('t0035') });
    await reader.taps('加入书单');
    await reader.tapsNamed(/^想读/);
    await reader.sees('5 本');
    await reader.taps('新建书单');
    await reader.types('书单的名字', '周末读科幻');
    await reader.taps('新建并加入');
    await reader.sees('周末读科幻');
    await reader.taps('完成');
    expect((await listNamed('周末读科幻')).titles).toMatchObject([{ titleId: 't0035' }]);
    await reader.leaves();

    const second = await library.enter('reader', { page: titlePage('t0184') });
    await second.taps('加入书单');
    await second.tapsNamed(/^周末读科幻/);
    await second.sees('2 本');
    await second.taps('完成');
    await second.leaves();

    const mine = await library.enter('reader', { page: 'pages/me/index' });
    await mine.taps('我的书单');
    await mine.taps('周末读科幻');
    await mine.sees('仅自己可见');
    await mine.tapsNamed('整理 沙丘');
    await mine.sees('第 2 本，共 2 本');
    await mine.taps('上移');
    await mine.sees('第 1 本，共 2 本');
    await mine.taps('写推荐语');
    await mine.types('推荐语', '沙漠里的一整个世界');
    await mine.taps('保存');
    await mine.sees('“沙漠里的一整个世界”');
    expect((await listNamed('周末读科幻')).titles).toMatchObject([
      { titleId: 't0184', note: '沙漠里的一整个世界' },
      { titleId: 't0035' },
    ]);
    await mine.tapsNamed('管理书单');
    await mine.taps('申请公开');
    await mine.types('署名', '云溪书虫');
    await mine.taps(/^申请公开$/);
    await mine.sees('等待审核');
    await mine.leaves();

    const visitor = await library.enter('visitor', { page: LISTS });
    await visitor.taps('读者书单');
    await visitor.sees('一个晚上能读完的书');
    await visitor.seesNoMore('周末读科幻');

    const librarian = await library.enter('librarian', { page: DESK });
    await librarian.taps(/^书单$/);
    await librarian.tapsNamed('读者申请，2 份');
    await librarian.taps('周末读科幻');
    await librarian.sees('署名 云溪书虫');
    await librarian.sees('“沙漠里的一整个世界”');
    await librarian.taps('同意公开');
    await librarian.tapsNamed('读者申请，1 份');
    await librarian.sees('读懂中国乡村的几本书');
    await librarian.leaves();

    await visitor.taps('馆员书单');
    await visitor.taps('读者书单');
    await visitor.taps('周末读科幻');
    await visitor.sees(/云溪书虫 · 2\s本/);
    await visitor.taps('沙丘');
    await visitor.sees('加入书单');
    await visitor.leaves();
  });

  it('the reader is told why a list was not allowed, and can offer it again', async () => {
    const librarian = await library.enter('librarian', {
      page: 'features/lists/pages/review/index?listId=list-society',
    });
    await librarian.taps('不予公开');
    await librarian.types('理由', '请去掉第一条推荐语里的书店名字');
    await librarian.taps(/^不予公开$/);
    await librarian.tapsNamed('读者申请，0 份');
    await librarian.sees('没有待审核的书单');
    await librarian.leaves();

    const reader = await library.enter('researcher', { page: 'features/lists/pages/mine/index' });
    await reader.sees('没有公开');
    await reader.sees('请去掉第一条推荐语里的书店名字');
    await reader.taps('读懂中国乡村的几本书');
    await reader.tapsNamed('管理书单');
    await reader.taps('申请公开');
    await reader.taps(/^申请公开$/);
    await reader.sees('等待审核');
    await reader.leaves();
  });

  it('a librarian makes a list by scanning and by searching, and publishes it', async () => {
    const titles = (await library.cloud.db.find('titles', {})) as unknown as Title[];
    const withIsbn = titles.find(({ isbns }) => isbns.length > 0);
    const other = titles.find(({ title }) => title === '城南旧事');
    if (!withIsbn || !other) throw new Error('the demo library has no such titles');

    const librarian = await library.enter('librarian', { page: 'features/lists/pages/desk/index' });
    await librarian.taps('新建书单');
    await librarian.types('名字', '老北京');
    await librarian.taps(/^新建$/);
    await librarian.sees('扫书上的条码，或输入书名，把书加进来');
    await librarian.types('扫码，或输入书名', withIsbn.isbns[0] ?? '', 'confirm');
    await librarian.sees(`已加入《${withIsbn.title}》`);
    await librarian.types('扫码，或输入书名', withIsbn.isbns[0] ?? '', 'confirm');
    await librarian.sees(`《${withIsbn.title}》已在书单里`);
    await librarian.types('扫码，或输入书名', '城南旧事', 'confirm');
    await librarian.tapsNamed(/^加入 城南旧事/);
    await librarian.sees('已加入《城南旧事》');
    await librarian.types('扫码，或输入书名', '没有这样的一本书名', 'confirm');
    await librarian.sees('没有找到“没有这样的一本书名”');
    await librarian.taps('发布给读者');
    await librarian.sees('撤下，改为草稿');
    await librarian.leaves();
    expect((await listNamed('老北京')).titles.map(({ titleId }) => titleId)).toEqual([
      withIsbn._id,
      other._id,
    ]);

    const visitor = await library.enter('visitor', { page: LISTS });
    await visitor.taps('老北京');
    await visitor.sees('城南旧事');
    await visitor.sees('分享给朋友');
    await visitor.leaves();
  });

  it('puts nothing on twice when an answer was lost', async () => {
    const reader = await library.enter('student-2', { page: titlePage('t0067') });
    await reader.taps('加入书单');
    await reader.sees('想读');
    await reader.phone.page.evaluate("window.__preview.network('lost')");
    await reader.tapsNamed(/^想读/);
    await reader.sees('1 本');
    await reader.phone.page.evaluate("window.__preview.network('offline')");
    await reader.tapsNamed(/^想读/);
    await reader.sees('还没有收到回复');
    await reader.sees('1 本');
    const lists = await library.cloud.db.find('bookLists', { _id: 'want_r-tang' });
    expect(lists).toMatchObject([{ count: 1 }]);
    await reader.phone.close();
  });

  it('the manager switches readers’ lists off: what was public is the reader’s own again', async () => {
    const librarian = await library.enter('librarian', { page: 'features/lists/pages/desk/index' });
    await librarian.taps('读者已公开');
    await librarian.sees(/社交 — 笔记/);
    await librarian.tapsNamed('开放读者公开书单');
    await librarian.sees('已保存');
    await librarian.leaves();
    // A warm function keeps the settings for a minute.
    await library.cloud.clock.move({ advance: { minutes: 2 } });
    const visitor = await library.enter('visitor', {
      page: 'features/lists/pages/list/index?listId=list-one-evening',
    });
    await visitor.sees('没有找到这个书单');
    await visitor.leaves();
    const owner = await library.enter('ready', {
      page: 'features/lists/pages/list/index?listId=list-one-evening',
    });
    await owner.sees('一个晚上能读完的书');
    await owner.leaves();
  });

  it('a visitor is offered a card instead of an empty list of lists', async () => {
    const visitor = await library.enter('visitor', { page: 'features/lists/pages/mine/index' });
    await visitor.sees('办理读者证');
    await visitor.leaves();
  });
});
