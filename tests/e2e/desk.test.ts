import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';

jest.setTimeout(240_000);

describeInBrowser('the desk', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  it('opens from the page of a member of the staff and shows the branch of today', async () => {
    const librarian = await library.enter('librarian', { page: 'pages/me/index' });
    await librarian.taps(/工作台/);
    await librarian.sees('总馆');
    await librarian.taps('还书');
    await librarian.sees('请扫要还的书');
    await librarian.goesBack();
    await librarian.sees('待取书');
    await librarian.leaves();
  });

  it('is closed to a reader and to staff who have left', async () => {
    for (const who of ['reader', 'librarian-former']) {
      const stranger = await library.enter(who, { page: 'features/desk/pages/today/index' });
      await stranger.sees(/馆员/);
      expect(await stranger.screen()).not.toContain('待取书');
      await stranger.leaves();
    }
  });

  it('checks out by the camera: the card is scanned, then the copy', async () => {
    const librarian = await library.enter('librarian', { page: 'features/desk/pages/check-out/index' });
    await librarian.taps('相机扫读者证');
    await librarian.taps(/^读者证（/);
    await librarian.taps('唐可');
    await librarian.sees('请扫第一册');
    await librarian.taps('相机扫书');
    await librarian.taps('在架可借 · 总馆');
    await librarian.taps('《水浒传》');
    await librarian.sees(/12月22日/);
    await librarian.leaves();
  });

  it('names every reason at once when a reader cannot borrow', async () => {
    const librarian = await library.enter('librarian', { page: 'features/desk/pages/check-out/index' });
    await librarian.types('扫读者证', '331000000010', 'confirm');
    await librarian.sees('现在不能借书');
    await librarian.sees(/逾期/);
    await librarian.leaves();
  });

  it('says where a copy goes: home by transit, and on arrival to the shelf', async () => {
    const community = await library.enter('librarian-linhe', { page: 'features/desk/pages/check-in/index' });
    const [item] = await library.cloud.db.find(
      'items',
      { homeBranchId: 'main', status: 'on_loan', titleId: 't0001' },
      1,
    );
    const barcode = item?._id as string;
    await community.types('扫图书条码', barcode, 'confirm');
    await community.sees(/送往/);
    await community.sees('总馆');
    await community.leaves();
    const main = await library.enter('librarian', { page: 'features/desk/pages/check-in/index' });
    await main.types('扫图书条码', barcode, 'confirm');
    await main.sees('上架');
    await main.leaves();
  });

  it('says so when a barcode is unknown, and goes on', async () => {
    const librarian = await library.enter('librarian', { page: 'features/desk/pages/check-in/index' });
    await librarian.types('扫图书条码', 'NO-SUCH-BOOK', 'confirm');
    await librarian.sees('NO-SUCH-BOOK');
    await librarian.leaves();
  });
});
