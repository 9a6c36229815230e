import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';

jest.setTimeout(300_000);

describeInBrowser('a hold with wishes', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  it('a guardian lets the child collect it, changes the branch and delays it', async () => {
    const guardian = await library.enter('guardian', {
      page: 'features/catalogue/pages/title/index?titleId=t0028',
    });
    await guardian.taps(/^预约/);
    // The page has a 总馆 as well: it is the one of the sheet that is meant.
    await guardian.sees('确认预约');
    await guardian.taps(/^总馆$/);
    await guardian.taps('日期与家人代取');
    await guardian.tapsNamed('陈一诺也可以取');
    await guardian.taps('确认预约');
    await guardian.sees('预约好了');
    await guardian.leaves();

    const child = await library.enter('child', { page: 'features/holds/pages/mine/index' });
    await child.sees('陈立预约的，您也可以取');
    await child.leaves();

    const later = await library.enter('guardian', { page: 'features/holds/pages/mine/index' });
    await later.sees('陈一诺也可以取');
    await later.tapsNamed(/^更改预约《城南旧事》/);
    await later.taps(/^少年儿童馆$/);
    await later.taps('现在就排队');
    await later.taps('确定');
    await later.tapsNamed('陈一诺也可以取');
    await later.taps('保存更改');
    await later.sees(/少年儿童馆取书/);
    await later.seesNoMore('陈一诺也可以取');
    await later.leaves();
  });
});
