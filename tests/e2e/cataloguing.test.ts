import { describeInBrowser } from './browser';
import { until } from '../until';
import { openLibrary, type OpenLibrary } from './open-library';

jest.setTimeout(300_000);

const START = 'features/cataloguing/pages/start/index';
/** Of a publisher that the library knows by other books; the book itself is not here. */
const UNKNOWN = '9787020042494';

describeInBrowser('cataloguing', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
    const [one] = await library.cloud.db.find('titles', { publisher: '人民文学出版社' }, 1);
    if (!one) throw new Error('the demo library has no book of this publisher');
    await library.cloud.db.upsert('titles', [{ ...one, isbns: ['9787020002207'] }]);
  });
  afterAll(() => library?.close());

  it('turns an unknown ISBN into a title with two copies that readers find at once', async () => {
    const librarian = await library.enter('librarian', { page: 'features/desk/pages/today/index' });
    await librarian.taps(/^编目$/);
    await librarian.types('扫 ISBN 或馆藏条码', '978-7-02-004249-5', 'confirm');
    await librarian.sees('校验位不对');
    await librarian.types('扫 ISBN 或馆藏条码', UNKNOWN, 'confirm');
    await librarian.sees('已填好能确定的部分');
    const { page } = librarian.phone;
    const value = (label: string) =>
      page.getByLabel(label, { exact: true }).locator('visible=true').last().inputValue();
    expect(await value('出版社')).toBe('人民文学出版社');
    expect(await value('ISBN')).toBe('978-7-02-004249-4');
    await librarian.sees('中文 · 图书');

    await librarian.taps(/^保存$/);
    await librarian.sees('请填写题名');
    await librarian.types('题名', '湘行散记与湘西');
    await librarian.types('第 1 位责任者', '沈从文');
    await librarian.types('出版年', '2002');
    await librarian.types('定价', '18.5');
    await librarian.types('分类号', 'I267');
    await librarian.tapsNamed('建议索书号');
    await librarian.sees(/这一类(已用到 \d+ 号|的第一个号)/);
    expect(await value('索书号')).toMatch(/^I267\/\d+$/);
    await librarian.types('扫馆藏条码', UNKNOWN, 'confirm');
    await librarian.sees('请扫贴在书上的馆藏条码');
    await librarian.types('扫馆藏条码', 'YX90000101', 'confirm');
    await librarian.types('扫馆藏条码', 'YX90000102', 'confirm');
    await librarian.sees('2 册');
    await librarian.taps(/^保存$/);
    await librarian.sees('现在就能检索到');

    const reader = await library.enter('reader');
    await reader.opensTab('找书');
    await reader.types('找书：书名、作者或 ISBN', '湘行散记与湘西', 'confirm');
    await reader.taps('湘行散记与湘西');
    await reader.sees('沈从文');
    await reader.sees(/YX90000101|总馆/);
    await reader.leaves();

    await librarian.taps('接着编下一种');
    await librarian.types('扫 ISBN 或馆藏条码', 'YX90000102', 'confirm');
    await librarian.sees('总馆 2 册，2 册在架');
    const [item] = await library.cloud.db.find('items', { _id: 'YX90000102' });
    expect(item).toMatchObject({ price: 1850, title: { title: '湘行散记与湘西' } });
    await librarian.leaves();
  });

  it('adds copies by scanning, changes one, and takes a mistake out again', async () => {
    const librarian = await library.enter('librarian', {
      page: 'features/cataloguing/pages/copies/index?titleId=t0002',
    });
    await librarian.sees('三国演义');
    await librarian.types('扫新复本的条码', 'YX90000201', 'confirm');
    await librarian.sees('已加');
    await librarian.types('扫新复本的条码', 'YX00010306', 'confirm');
    await librarian.sees('已用在《红楼梦》上');
    await librarian.tapsNamed(/^YX90000201/);
    await librarian.types('架位', '名著专架');
    await librarian.taps(/^保存$/);
    await librarian.sees(/名著专架/);
    await librarian.tapsNamed('撤去 YX90000201');
    await librarian.taps(/^撤去$/);
    await librarian.seesNoMore('YX90000201');
    expect(await library.cloud.db.find('items', { _id: 'YX90000201' })).toEqual([]);
    await librarian.leaves();
  });

  it('keeps what was typed when the network is gone and the page is left', async () => {
    const librarian = await library.enter('librarian', { page: START });
    await librarian.taps('没有 ISBN，直接新编');
    await librarian.types('题名', '馆藏地方志选');
    const { page } = librarian.phone;
    await page.evaluate("window.__preview.network('offline')");
    await librarian.taps(/^保存$/);
    await librarian.sees('还没有收到回复');
    await librarian.goesBack();
    await librarian.sees('没有保存的');
    await page.evaluate("window.__preview.network('fast')");
    await librarian.taps('馆藏地方志选');
    await librarian.sees('上次没有保存的内容还在');
    await librarian.taps(/^保存$/);
    await librarian.sees('现在就能检索到');
    expect(await library.cloud.db.find('titles', { title: '馆藏地方志选' })).toHaveLength(1);
    await librarian.phone.close();
  });

  it('shows what a colleague changed meanwhile, and changes the copies with the title', async () => {
    const [before] = await library.cloud.db.find('titles', { _id: 't0003' });
    const librarian = await library.enter('librarian', {
      page: 'features/cataloguing/pages/form/index?titleId=t0003',
    });
    await librarian.types('出版社', '甲出版社');
    await library.cloud.db.upsert('titles', [{ ...before, _id: 't0003', publisher: '乙出版社', year: 2011 }]);
    await librarian.taps(/^保存$/);
    await librarian.sees('同事刚刚改为：乙出版社');
    await librarian.taps(/^保存$/);
    await librarian.sees('已保存');
    const [title] = await library.cloud.db.find('titles', { _id: 't0003' });
    expect(title).toMatchObject({ publisher: '甲出版社', year: 2011 });
    const renamed = async () => {
      const items = await library.cloud.db.find('items', { titleId: 't0003' });
      return items.every(
        (item) => (item as { title?: { publisher?: string } }).title?.publisher === '甲出版社',
      );
    };
    expect(await until(renamed)).toBe(true);
    await librarian.leaves();
  });

  it('is closed to staff who do not catalogue', async () => {
    const other = await library.enter('librarian-linhe', { page: START });
    await other.sees('这项操作需要“编目”岗位');
    await other.leaves();
  });
});
