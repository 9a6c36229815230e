import type { ReaderDocument } from '../../cloudfunctions/documents';
import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';

jest.setTimeout(240_000);

describeInBrowser('an answer that is lost after the write', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  const freeCopyAt = async (branchId: string): Promise<string> => {
    const [item] = await library.cloud.db.find('items', { branchId, status: 'available', use: 'loan' }, 1);
    return item?._id as string;
  };

  it('is asked for again with the same request id and lends the copy once', async () => {
    const desk = await library.enter('librarian', {
      page: 'features/desk/pages/check-out/index',
      viewport: { width: 1280, height: 900 },
      panel: true,
    });
    const [reader] = await library.cloud.db.get('readers', ['r-tang']);
    await desk.types('扫读者证', reader?.cardNumber as string, 'confirm');
    await desk.sees('请扫第一册');
    const barcode = await freeCopyAt('main');
    await desk.taps('丢失应答');
    await desk.types('扫图书条码', barcode, 'confirm');
    await desk.sees(/12月22日/);
    const [holder] = (await library.cloud.db.get('readers', ['r-tang'])) as never as ReaderDocument[];
    expect(holder?.openLoans.filter((loan) => loan.barcode === barcode)).toHaveLength(1);
    const calls = library.cloud.log
      .read(0, 'call')
      .entries.filter((entry) => JSON.stringify(entry).includes('desk.checkOut'));
    expect(calls).toHaveLength(2);
    await desk.leaves();
  });
});
