import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';

jest.setTimeout(240_000);

describeInBrowser('the reader and the phone', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  it('links an existing card after a wrong password that costs a try', async () => {
    const visitor = await library.enter('visitor', { page: 'features/account/pages/link/index' });
    await visitor.types('印在读者证上', '331000000013');
    await visitor.types('6 位数字', '000000');
    await visitor.taps(/^绑定$/);
    await visitor.sees(/4 ?次/);
    await visitor.types('6 位数字', '135790');
    await visitor.taps(/^绑定$/);
    await visitor.sees('苏婉，已绑定');
    await visitor.leaves();
  });

  it('names the fields that are missing before anything is sent', async () => {
    const visitor = await library.enter('o-visitor-new', { page: 'features/account/pages/apply/index' });
    const before = library.cloud.log.read(0, 'call').entries.length;
    await visitor.taps(/^办理读者证$/);
    await visitor.sees(/姓名/);
    await visitor.phone.page.locator('[role=alert]').first().waitFor();
    expect(library.cloud.log.read(0, 'call').entries.length).toBe(before);
    await visitor.leaves();
  });

  it('shows the card as a code that changes', async () => {
    const reader = await library.enter('reader', { page: 'features/account/pages/card/index' });
    await reader.sees('林晓舟');
    await reader.sees(/3310 ?0000 ?0001/);
    await reader.leaves();
  });

  it('shows the last known home page without a network, and says so', async () => {
    const reader = await library.enter('reader');
    await reader.sees('活着');
    const later = await library.enter('reader', { network: 'offline', context: reader.phone.context });
    await later.sees('没有网络');
    await later.sees('活着');
    later.phone.forgive(/./);
    await later.leaves();
    await reader.leaves();
    const stranger = await library.enter('student', { network: 'offline' });
    await stranger.sees('没有连上网络');
    stranger.phone.forgive(/./);
    await stranger.leaves();
  });

  it('holds a title with a pick-up branch, sees the place and cancels', async () => {
    const reader = await library.enter('student-2', {
      page: 'features/catalogue/pages/title/index?titleId=t0028',
    });
    await reader.taps(/^预约/);
    await reader.sees('预约到哪里取');
    await reader.taps(/^总馆$/);
    await reader.taps('确认预约');
    await reader.sees('预约好了');
    await reader.taps('不用了');
    await reader.leaves();
    const holds = await library.enter('student-2', { page: 'features/holds/pages/mine/index' });
    await holds.sees('城南旧事');
    await holds.taps(/^取消预约$/);
    await holds.sees('取消这条预约？');
    await holds.taps(/^取消预约$/);
    await holds.sees('还没有预约');
    await holds.leaves();
  });
});
