import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';

/** The first screen leads where it says, and renewing several books shows what becomes of each first. */

jest.setTimeout(240_000);

describeInBrowser('home and what is one tap away', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  it('says whether the library is open, and leads to each branch', async () => {
    const visitor = await library.enter('visitor');
    await visitor.taps(/总馆 · 开放中，至 21:00/);
    await visitor.sees('临河社区分馆');
    await visitor.taps('少年儿童馆');
    await visitor.sees('云溪市桃源街 12 号');
    await visitor.taps('看两周');
    await visitor.sees('馆舍消毒与玩具清洗');
    await visitor.leaves();
  });

  it('leads to the page of a branch from a book, a hold and an event', async () => {
    const ready = await library.enter('ready', { page: 'features/holds/pages/mine/index' });
    await ready.tapsNamed(/总馆，开放时间与路线/);
    await ready.sees('看两周');
    await ready.leaves();
    const visitor = await library.enter('visitor', {
      page: 'features/events/pages/event/index?eventId=e-story',
    });
    await visitor.taps('分馆与路线');
    await visitor.sees('云溪市桃源街 12 号');
    await visitor.leaves();
    const reader = await library.enter('visitor', {
      page: 'features/catalogue/pages/title/index?titleId=t0298',
    });
    await reader.taps(/^少年儿童馆/);
    await reader.tapsNamed(/少年儿童馆，开放时间与路线/);
    await reader.sees('云溪市桃源街 12 号');
    await reader.leaves();
  });

  it('shows a child what is for their age alone, and their guardian the same', async () => {
    const child = await library.enter('child');
    await child.sees('适合 9 岁的书单');
    await child.sees('第一次自己读完的长故事');
    await child.seesNoMore('馆员书单');
    await child.seesNoMore('讲座回顾');
    await child.leaves();
    const guardian = await library.enter('guardian', { page: 'features/account/pages/family/index' });
    await guardian.taps(/^陈一诺/);
    await guardian.taps('适合孩子的书和活动');
    await guardian.sees('适合 9 岁的书单');
    await guardian.leaves();
  });

  it('shows a guardian what is due of their child, and renews that alone', async () => {
    const guardian = await library.enter('guardian');
    await guardian.sees(/陈一诺 · .*到期/);
    await guardian.taps('去续借');
    await guardian.sees('夏洛的网');
    await guardian.taps('批量续借');
    await guardian.taps('续借所选 1 册');
    await guardian.sees(/续借成功 1 册/);
    await guardian.leaves();
  });

  it('renews of many loans those that were chosen, and says what it would cost', async () => {
    const reader = await library.enter('limit', { page: 'features/loans/pages/mine/index' });
    await reader.taps('批量续借');
    await reader.sees('请选择要续借的书');
    await reader.taps('绝代双骄');
    await reader.sees('其中 1 册离到期还早，现在续借也会用掉一次续借。');
    await reader.taps('续借所选 1 册');
    await reader.sees(/续借成功 1 册/);
    await reader.leaves();
  });
});
