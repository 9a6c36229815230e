import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';
import type { Person } from './person';

jest.setTimeout(240_000);

const ZHENG = '331000000010';
const TANG = '331000000012';

describeInBrowser('a day at the desk', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  const itemOf = async (barcode: string): Promise<Record<string, unknown>> => {
    const [item] = await library.cloud.db.get('items', [barcode]);
    return (item ?? {}) as unknown as Record<string, unknown>;
  };
  /** The one button at the foot of a sheet. */
  const agree = (person: Person): Promise<void> =>
    person.phone.page.locator('.sheet__foot .t-button').locator('visible=true').last().click();
  const operations = async (query: Record<string, unknown>) =>
    (await library.cloud.db.find('operations', query)) as unknown as Record<string, unknown>[];

  it('sets a refusal aside with a reason, and the log shows both', async () => {
    const desk = await library.enter('librarian', { page: 'features/desk/pages/check-out/index' });
    await desk.types('扫读者证', ZHENG, 'confirm');
    await desk.sees('请扫第一册');
    await desk.types('扫图书条码', 'YX00030110', 'confirm');
    await desk.sees('不能借');
    await desk.sees(/2 册逾期/);
    await desk.taps('写明理由，放行');
    await agree(desk);
    await desk.sees('请填写理由');
    await desk.types('理由', '已电话核实，今天还书');
    await agree(desk);
    await desk.sees('已借出');
    expect((await itemOf('YX00030110')).status).toBe('on_loan');
    await desk.leaves();
    const log = await library.enter('librarian', { page: 'features/desk/pages/log/index' });
    await log.taps('只看放行');
    await log.sees('已电话核实，今天还书');
    await log.sees('有逾期');
    await log.leaves();
  });

  it('takes a check-out back from its line', async () => {
    const desk = await library.enter('librarian', { page: 'features/desk/pages/check-out/index' });
    await desk.types('扫读者证', TANG, 'confirm');
    await desk.sees('请扫第一册');
    await desk.types('扫图书条码', 'YX00040113', 'confirm');
    await desk.sees('已借出');
    await desk.tapsNamed(/撤销/);
    await desk.sees('已撤销');
    expect((await itemOf('YX00040113')).loan).toBeNull();
    await desk.leaves();
  });

  it('empties the book drop by one date, charges the fine and takes it', async () => {
    const desk = await library.enter('librarian', { page: 'features/desk/pages/check-in/index' });
    await desk.taps('还书箱');
    await desk.sees('这一批都按 11月21日 周六 还回计算');
    await desk.types('扫图书条码', 'YX05130185', 'confirm');
    await desk.sees(/逾期 \d+ 天还回，滞纳金 ¥/);
    await desk.taps(/^收滞纳金/);
    await desk.sees('郑宇航');
    await desk.sees(/欠费 ¥/);
    await desk.taps(/^收款$/);
    await desk.taps('微信');
    await desk.taps('收款，出收据');
    await desk.sees('复制收据文字');
    await desk.sees('许清');
    await desk.taps(/^完成$/);
    await desk.sees('没有欠费');
    const [reader] = await library.cloud.db.get('readers', ['r-zheng']);
    expect(reader?.owes).toBe(0);
    await desk.leaves();
  });

  it('books a copy as lost, and finds it again by scanning it in', async () => {
    const desk = await library.enter('librarian', {
      page: 'features/desk/pages/item/index?barcode=YX00300191',
    });
    await desk.sees('林晓舟');
    await desk.taps('登记遗失');
    await desk.sees(/赔偿记到 林晓舟/);
    await agree(desk);
    await desk.sees('遗失');
    await desk.sees('找到了，上架');
    expect((await itemOf('YX00300191')).status).toBe('lost');
    await desk.leaves();
    const back = await library.enter('librarian', { page: 'features/desk/pages/check-in/index' });
    await back.types('扫图书条码', 'YX00300191', 'confirm');
    await back.sees('登记为遗失的书找回来了');
    expect((await itemOf('YX00300191')).status).not.toBe('lost');
    await back.leaves();
  });

  it('reads the work lists from the first page, each with its help', async () => {
    const desk = await library.enter('librarian', { page: 'features/desk/pages/today/index' });
    for (const [tile, words] of [
      ['预约架', '要撤下的'],
      ['待取书', '取到的书扫码还回'],
      ['在途', /在途|→/],
      ['逾期未还', /逾期 \d+ 天/],
      ['待审新证', /新证|申请/],
      ['离线冲突', '没有冲突'],
    ] as const) {
      await desk.taps(tile);
      await desk.sees(words);
      await desk.goesBack();
      await desk.sees('工具');
    }
    await desk.taps('使用说明');
    await desk.taps('没有网络时');
    await desk.sees('每条只办一次');
    await desk.leaves();
  });

  it('scans as fast as a wedge types: twenty codes in a row, none lost, in the order of the hand', async () => {
    const free = await library.cloud.db.find('items', { branchId: 'main', status: 'available' }, 20);
    const codes = free.map(({ _id }) => String(_id));
    expect(codes).toHaveLength(20);
    const desk = await library.enter('librarian', {
      page: 'features/desk/pages/check-in/index',
      viewport: { width: 1024, height: 768 },
    });
    const { page } = desk.phone;
    await page.locator('.scan__input input').locator('visible=true').last().click();
    for (const code of codes) {
      await page.keyboard.type(code, { delay: 4 });
      await page.keyboard.press('Enter');
    }
    await desk.sees('本次已还 20 册');
    const done = (await operations({ action: 'desk.checkIn' }))
      .filter(({ barcode }) => codes.includes(String(barcode)))
      .sort((a, b) => String(a.at).localeCompare(String(b.at)));
    expect(done.map(({ barcode }) => barcode)).toEqual(codes);
    await desk.leaves();
  });
});
