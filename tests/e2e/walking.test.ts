import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';

/** The main way through the library, by the screens alone. */

jest.setTimeout(240_000);

describeInBrowser('the walk through the library', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  /** A title of the demo library with every copy on the shelf, few of them. */
  const TITLE = '城南旧事';

  it('a visitor finds a title by its name, its author and a part of it, and sees where it stands', async () => {
    const visitor = await library.enter('visitor');
    await visitor.sees('一张读者证');
    await visitor.opensTab('找书');
    for (const query of [TITLE, '林海音', '城南']) {
      await visitor.types('找书：书名、作者或 ISBN', query, 'confirm');
      await visitor.sees('林海音');
      await visitor.sees(TITLE);
    }
    await visitor.types('找书：书名、作者或 ISBN', '这本书并不存在啊', 'confirm');
    await visitor.sees('没有找到');
    await visitor.leaves();
  });

  it('a visitor who holds a title gets a card in one form and the hold after it', async () => {
    const visitor = await library.enter('visitor', { page: 'pages/search/index' });
    await visitor.types('找书：书名、作者或 ISBN', TITLE, 'confirm');
    await visitor.taps(TITLE);
    await visitor.taps(/^预约/);
    await visitor.sees('预约需要读者证');
    await visitor.taps('办理读者证');
    await visitor.types('与证件一致', '白露');
    await visitor.taps('请选择');
    await visitor.taps('确定');
    await visitor.types('11 位手机号', '13800001234');
    await visitor.tapsNamed('已阅读并同意《隐私说明》');
    await visitor.taps('办理读者证');
    await visitor.sees('读者证办好了');
    await visitor.leaves();
  });
});
