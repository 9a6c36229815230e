import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';

jest.setTimeout(240_000);

const ALL = 'features/answers/pages/all/index';

describeInBrowser('what was answered before', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  it('a visitor finds an answer in other words while typing, and says that it helped', async () => {
    const visitor = await library.enter('visitor', { page: ALL });
    await visitor.sees('办证');
    await visitor.types('您想问什么', '证丢了怎么补');
    await visitor.sees('都不是，问馆员');
    await visitor.taps('读者证丢了怎么办？');
    await visitor.sees('解决了吗？');
    await visitor.taps(/^解决了$/);
    await visitor.sees('谢谢，很高兴能帮到您。');
    await visitor.leaves();
  });

  it('by subject; an answer that does not help leads to a librarian', async () => {
    const reader = await library.enter('reader', { page: ALL });
    await reader.taps(/^捐赠$/);
    await reader.taps('怎样把书捐给图书馆？');
    await reader.taps(/^没有$/);
    await reader.taps('问馆员');
    await reader.sees('您的问题');
    await reader.leaves();
  });

  it('a librarian writes one: personal data is told, and it waits for somebody else', async () => {
    const librarian = await library.enter('librarian', { page: 'features/answers/pages/desk/index' });
    await librarian.taps('读者可见');
    await librarian.sees('怎样办理读者证？');
    await librarian.taps('写一个回答');
    await librarian.types('问题', '可以预约参观古籍修复吗？');
    await librarian.types('主题', '地方文献');
    await librarian.types('回答', '请打 13800138000 预约。');
    await librarian.taps('送审');
    await librarian.sees('13800138000');
    await librarian.types('回答', '请到服务台预约。');
    await librarian.taps('送审');
    await librarian.sees('还没有发布，您的修改等待同事审核');
    await librarian.leaves();
  });
});
