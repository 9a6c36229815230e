import type { HoldDocument, ItemDocument } from '../../cloudfunctions/documents';
import { describeInBrowser } from './browser';
import { until } from '../until';
import { openLibrary, type OpenLibrary } from './open-library';
import type { Person } from './person';

/**
 * Two readers want one title: hold shelf, check-out, a refused renewal with its reason, check-in, and the
 * next reader is called.
 */

jest.setTimeout(240_000);

describeInBrowser('two readers in one queue', () => {
  let library: OpenLibrary;
  let desk: Person;
  /** 追风筝的人 stands on the hold shelf for 周予安; 林晓舟 is next. */
  let held: HoldDocument;

  beforeAll(async () => {
    library = await openLibrary();
    desk = await library.enter('librarian', { page: 'features/desk/pages/check-out/index' });
    [held] = (await library.cloud.db.find('holds', { readerId: 'r-zhou', status: 'ready' })) as never as [
      HoldDocument,
    ];
  });
  afterAll(async () => {
    await desk?.leaves();
    await library?.close();
  });

  const cardOf = async (readerId: string) =>
    (await library.cloud.db.get('readers', [readerId]))[0]?.cardNumber as string;

  it('shows the first what is ready and the second the place in the queue', async () => {
    const first = await library.enter('ready');
    await first.sees('追风筝的人');
    await first.leaves();
    const second = await library.enter('reader', { page: 'features/holds/pages/mine/index' });
    await second.sees('追风筝的人');
    await second.sees(/第 ?1 ?位/);
    await second.leaves();
  });

  it('refuses the copy to anybody else at the desk, with the reason', async () => {
    await desk.types('扫读者证', await cardOf('r-tang'), 'confirm');
    await desk.sees('唐可');
    await desk.types('扫图书条码', held.barcode ?? '', 'confirm');
    await desk.sees('不能借');
    await desk.taps('完成');
  });

  it('hands it to the first reader and fills the hold', async () => {
    await desk.types('扫读者证', await cardOf('r-zhou'), 'confirm');
    await desk.sees('周予安');
    await desk.sees(/预约的书要交给读者/);
    await desk.types('扫图书条码', held.barcode ?? '', 'confirm');
    await desk.sees(/12月22日/);
    await desk.taps('完成');
    const [hold] = (await library.cloud.db.get('holds', [held._id])) as never as [HoldDocument];
    expect(hold.status).toBe('filled');
  });

  it('refuses the renewal because somebody waits, and says so', async () => {
    const first = await library.enter('ready', { page: 'features/loans/pages/mine/index' });
    await first.sees('追风筝的人');
    await first.taps(/不能续借/);
    await first.sees(/1 ?位读者/);
    await first.leaves();
  });

  it('renews another loan in one tap, after time has moved on', async () => {
    await library.cloud.clock.move({ advance: { days: 1 } });
    const reader = await library.enter('reader', { page: 'features/loans/pages/mine/index' });
    await reader.sees('活着');
    await reader.taps(/^续借$/);
    // The page told the new day before it was asked for: what was done stands in the copy.
    await expect(
      until(async () => {
        const [renewed] = (await library.cloud.db.find('items', {
          'loan.readerId': 'r-lin',
          'title.title': '活着',
        })) as never as ItemDocument[];
        return renewed?.loan?.renewals === 1;
      }),
    ).resolves.toBe(true);
    await reader.leaves();
  });

  it('tells the desk, on check-in, whose hold shelf place the copy takes, and calls the second reader', async () => {
    const checkIn = await library.enter('librarian', { page: 'features/desk/pages/check-in/index' });
    await checkIn.types('扫图书条码', held.barcode ?? '', 'confirm');
    await checkIn.sees('预约架');
    await checkIn.sees('林晓舟');
    await checkIn.leaves();
    const second = await library.enter('reader');
    await second.sees(/追风筝的人/);
    await second.leaves();
    const inbox = await library.enter('reader', { page: 'features/notices/pages/inbox/index' });
    await inbox.sees('预约的书到了');
    await inbox.leaves();
  });

  it('lists the copy on the hold shelf of the branch', async () => {
    const shelf = await library.enter('librarian', { page: 'features/desk/pages/hold-shelf/index' });
    await shelf.sees('追风筝的人');
    await shelf.sees('林晓舟');
    await shelf.leaves();
  });
});
