import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';

jest.setTimeout(240_000);

const ALL = 'features/resources/pages/all/index';
const DESK = 'features/resources/pages/desk/index';

describeInBrowser('databases and special collections', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  it('a visitor finds one by subject and by name, reads its guide and takes its address along', async () => {
    const visitor = await library.enter('visitor', { page: ALL });
    await visitor.sees('数据库');
    await visitor.sees('云溪家谱');
    await visitor.types('按名称或主题找', '家谱');
    await visitor.seesNoMore('国家图书馆读者云门户');
    await visitor.taps('云溪家谱');
    await visitor.sees('仅限馆内');
    await visitor.sees('怎么用');
    await visitor.goesBack();
    await visitor.types('按名称或主题找', '没有这个');
    await visitor.taps(/显示全部 6 项/);
    await visitor.taps('国家哲学社会科学文献中心');
    await visitor.sees('馆外可用');
    await visitor.taps('复制网址，去使用');
    await visitor.sees('网址已复制');
    await visitor.sees('https://www.ncpssd.cn');
    await visitor.taps('知道了');
    await visitor.leaves();
  });

  it('staff add one: what is missing is told at its field; it is seen once it is shown', async () => {
    const librarian = await library.enter('librarian', { page: 'features/desk/pages/today/index' });
    await librarian.taps('数字资源');
    await librarian.taps('新增资源');
    await librarian.types('名称', '云溪方言录音');
    await librarian.types('网址', 'http://example.org');
    await librarian.taps(/^保存$/);
    await librarian.sees('网址应以 https:// 开头');
    await librarian.types('网址', 'https://dialect.yunxi-library.example');
    await librarian.taps('特色馆藏');
    await librarian.types('使用步骤', '打开网址\n选择乡镇');
    await librarian.types('主题', '方言，地方史');
    await librarian.taps(/^保存$/);
    await librarian.sees('只有馆员能看到');

    const visitor = await library.enter('visitor', { page: ALL });
    await visitor.sees('云溪家谱');
    await visitor.seesNoMore('云溪方言录音');

    await librarian.tapsNamed('对读者显示');
    await librarian.sees('读者现在能看到');
    await librarian.goesBack();
    await librarian.tapsNamed('云溪方言录音 前移');
    await librarian.leaves();

    await visitor.leaves();
    const reader = await library.enter('reader', { page: ALL });
    await reader.taps('方言');
    await reader.taps('云溪方言录音');
    await reader.sees('选择乡镇');
    await reader.leaves();
    const shown = await library.cloud.db.find('resources', { name: '云溪方言录音' });
    expect(shown).toMatchObject([{ shown: true, guide: ['打开网址', '选择乡镇'] }]);
  });

  it('the desk’s pages are closed to readers', async () => {
    const reader = await library.enter('reader', { page: DESK });
    await reader.sees(/没有登记为馆员/);
    await reader.leaves();
  });
});
