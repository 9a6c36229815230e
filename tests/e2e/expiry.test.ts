import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';

jest.setTimeout(240_000);

describeInBrowser('a hold that is not picked up', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  it('expires after its last day and passes on to the next reader, who is told', async () => {
    const first = await library.enter('ready', { page: 'features/holds/pages/mine/index' });
    await first.sees('追风筝的人');
    await first.leaves();

    const developer = await library.enter('reader', { viewport: { width: 1280, height: 900 }, panel: true });
    await developer.taps('+1 天');
    await developer.sees('2026-11-23');
    await developer.leaves();
    await library.cloud.clock.move({ advance: { days: 4 } });

    const late = await library.enter('ready', { page: 'features/notices/pages/inbox/index' });
    await late.sees('预约已过期');
    await late.leaves();
    const next = await library.enter('reader', { page: 'features/holds/pages/mine/index' });
    await next.sees('追风筝的人');
    await next.sees(/出示读者证/);
    await next.leaves();
  });
});
