import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';

jest.setTimeout(240_000);

interface Copy {
  _id: string;
  shelf: string;
  callNumber: string;
  title: { title: string };
}

describeInBrowser('a stocktake', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  it('counts a shelf by scanning, names what is wrong at once, and lists what is missing', async () => {
    const items = (await library.cloud.db.find('items', {
      branchId: 'main',
      status: 'available',
    })) as unknown as Copy[];
    const shelf = items.map((item) => item.shelf).sort()[0] ?? '';
    const here = items.filter((item) => item.shelf === shelf);
    const [first, missing] = here;
    const elsewhere = items.find((item) => item.shelf !== shelf);
    const [lent] = (await library.cloud.db.find('items', { status: 'on_loan' }, 1)) as unknown as Copy[];
    if (!first || !missing || !elsewhere || !lent) throw new Error('the demo library has no such copies');

    const librarian = await library.enter('librarian', { page: 'features/desk/pages/today/index' });
    await librarian.taps('盘点');
    await librarian.sees('这个分馆还没有盘点过');
    await librarian.taps('开始盘点');
    await librarian.types('找架位', shelf);
    await librarian.taps(shelf);
    await librarian.taps('开始扫码');
    await librarian.sees(`0 / ${here.length} 册`);

    await librarian.types('扫图书条码', first._id, 'confirm');
    await librarian.sees('在位');
    await librarian.sees(first.title.title);
    await librarian.types('扫图书条码', elsewhere._id, 'confirm');
    await librarian.sees('错架');
    await librarian.sees(`应在 ${elsewhere.shelf}`);
    await librarian.types('扫图书条码', lent._id, 'confirm');
    await librarian.sees(/系统里还在外借/);
    await librarian.types('扫图书条码', 'NO-SUCH', 'confirm');
    await librarian.sees('无记录');
    await librarian.sees(`1 / ${here.length} 册`);

    await librarian.taps('看结果');
    await librarian.sees(missing._id);
    await librarian.taps(/^错架$/);
    await librarian.sees(elsewhere._id);
    await librarian.goesBack();
    await librarian.taps('结束盘点');
    await librarian.taps(/^结束$/);
    await librarian.sees('盘点结果');
    await librarian.sees(new RegExp(`缺\\s*${here.length - 1}`));
    await librarian.leaves();
  });

  it('counts nothing twice when an answer was lost', async () => {
    const librarian = await library.enter('librarian', { page: 'features/stocktake/pages/list/index' });
    await librarian.taps('开始盘点');
    await librarian.taps('开始扫码');
    await librarian.sees(/0 \/ \d+ 册/);
    await librarian.phone.page.evaluate("window.__preview.network('offline')");
    await librarian.types('扫图书条码', 'YX00010306', 'confirm');
    await librarian.sees('没有回复');
    await librarian.phone.page.evaluate("window.__preview.network('fast')");
    await librarian.taps('重试');
    await librarian.sees('在位');
    await librarian.types('扫图书条码', 'YX00010306', 'confirm');
    await librarian.sees(/1 \/ \d+ 册/);
    const scans = await library.cloud.db.find('stocktakeScans', { barcode: 'YX00010306', finding: 'right' });
    expect(scans).toHaveLength(1);
    await librarian.phone.close();
  });

  it('is closed to readers', async () => {
    const reader = await library.enter('reader', { page: 'features/stocktake/pages/list/index' });
    await reader.sees(/没有登记为馆员/);
    await reader.leaves();
  });
});
