import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';

/** A book that the library does not have: from a search that found nothing to the shelf. */

jest.setTimeout(300_000);

const SEARCH = 'pages/search/index';
const FIELD = '找书：书名、作者或 ISBN';
const ASK = 'features/wishes/pages/ask/index';

describeInBrowser('a purchase suggestion', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  it('a search that finds nothing says what was tried, and leads to a suggestion', async () => {
    const reader = await library.enter('reader', { page: SEARCH });
    await reader.types(FIELD, '云溪夜航船笔记', 'confirm');
    await reader.sees('没有找到');
    await reader.sees('都查过了');
    await reader.taps('请图书馆买这本书');
    await reader.types('作者', '沈叙白');
    await reader.types('荐购理由', '书友会下个月要读');
    await reader.taps(/^提交荐购$/);
    await reader.sees('有结果时通知您');
    await reader.sees('书友会下个月要读');
    await reader.leaves();
  });

  it('the second reader is told of the first, joins, and both hear what was decided', async () => {
    const second = await library.enter('student', { page: `${ASK}?title=云溪夜航船笔记&author=沈叙白` });
    await second.sees('已有 1 位读者荐购');
    await second.taps(/^我也荐购$/);
    await second.sees('2 位读者荐购');
    const librarian = await library.enter('librarian', { page: 'features/wishes/pages/desk/index' });
    await librarian.taps('云溪夜航船笔记');
    await librarian.sees('书友会下个月要读');
    await librarian.taps(/^已订购$/);
    await librarian.types('给读者的话', '订了两册，下月到。');
    await librarian.taps(/^登记$/);
    await librarian.sees('给读者的话：订了两册，下月到。');
    await librarian.leaves();
    await library.cloud.timer('jobs');
    await second.leaves();
    const back = await library.enter('reader', { page: 'features/notices/pages/inbox/index' });
    await back.taps('您荐购的书已订购');
    await back.sees('订了两册，下月到。');
    await back.leaves();
  });
});
