import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';
import type { Person } from './person';

/** A reader and a librarian, each with their own phone, at the same time. */

jest.setTimeout(180_000);

interface Switches {
  __preview: { network(mode: 'fast' | 'offline'): void };
}

describeInBrowser('asking a librarian', () => {
  const network = (person: Person, mode: 'fast' | 'offline') =>
    person.phone.page.evaluate(
      (to) => (globalThis as unknown as Switches).__preview.network(to),
      mode as 'fast' | 'offline',
    );
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  it('a reader asks, a librarian takes it, both talk, and the reader says how it was', async () => {
    // What staff search is remembered on their phone, to be shown to who asks.
    const librarian = await library.enter('librarian', { page: 'pages/search/index' });
    await librarian.types('找书：书名、作者或 ISBN', '茶', 'confirm');
    await librarian.sees(/^找到 \d+ 种/);
    await librarian.opensTab('我的');
    await librarian.taps('工作台');
    await librarian.taps('咨询台');
    await librarian.tapsNamed('在线接待');
    await librarian.sees('没有别的同事在线');

    const reader = await library.enter('reader', { page: 'features/talks/pages/mine/index' });
    await reader.sees('馆员在线，通常几分钟内回复。');
    await reader.taps('现在提问');
    await reader.taps('发给馆员');
    await reader.sees('请写下您的问题');
    await reader.taps('查资料');
    await reader.types('您的问题', '想找宋代点茶的图书，最好有图。');
    await reader.taps('发给馆员');
    await reader.sees('排在第 1 位');

    await librarian.taps('想找宋代点茶的图书，最好有图。');
    await librarian.sees(/^林晓舟 · /);
    await librarian.taps(/^接待$/);
    await librarian.sees('您在接待');
    await reader.sees('许清为您解答');
    await librarian.types('回复读者…', '有的，我发给您一个检索式。');
    await librarian.tapsNamed('发送');
    await reader.sees('有的，我发给您一个检索式。');
    await librarian.tapsNamed('发图片、文件等');
    await librarian.tapsNamed('发检索式');
    await librarian.types('例如 宋代 茶', '宋代 茶');
    await librarian.taps('发给读者');
    await reader.sees('点开再查一次');
    await librarian.tapsNamed('发检索过程');
    await librarian.sees('读者能看到您是怎样找的，每一步都可以点开再查。');
    await librarian.taps('发给读者');
    await reader.sees('检索过程，点开任一步可以再查、再改');
    await reader.sees('检索“茶”');
    await reader.types('写给馆员…', '谢谢，找到了');
    await reader.tapsNamed('发送');
    await librarian.sees('谢谢，找到了');
    await librarian.tapsNamed('写备注');
    await librarian.types('给接手的同事', '常问点茶');
    await librarian.taps('记下');
    await librarian.sees('常问点茶');
    await librarian.tapsNamed('解答完毕');
    await librarian.taps(/^解答完毕$/);
    await reader.sees('这次解答，您满意吗？');
    expect(await reader.screen()).not.toContain('常问点茶');
    await reader.tapsNamed('很满意');
    await reader.sees('您的评价：很满意');
    // A step is run again where it can be changed.
    await reader.tapsNamed(/^第 1 步，检索“茶”/);
    await reader.sees('相关度');
    // What was answered once becomes an answer for all, in the librarian's editor.
    await librarian.taps('写成常见问题');
    await librarian.sees('读者说过的原话最有用');
    await librarian.tapsNamed('问题');
    const asked = librarian.phone.page.getByLabel('问题', { exact: true }).locator('visible=true').last();
    expect(await asked.inputValue()).toContain('宋代点茶');
    await reader.leaves();
    await librarian.leaves();
  });

  it('what was written without a network waits on the phone and is sent once, in order', async () => {
    const reader = await library.enter('student-2', { page: 'features/talks/pages/ask/index' });
    await reader.types('您的问题', '自习室怎么约？');
    await reader.sees('也许已经有答案');
    await reader.taps('发给馆员');
    await reader.sees('自习室怎么约？');
    await network(reader, 'offline');
    for (const text of ['周末也要约吗', '能带孩子吗']) {
      await reader.types('写给馆员…', text);
      await reader.tapsNamed('发送');
      await reader.sees(text);
    }
    await reader.sees('没有网络，写好的会等连上后发出');
    await network(reader, 'fast');
    await reader.seesNoMore('没有网络，写好的会等连上后发出');
    await reader.seesNoMore('正在发送');
    const [talk] = await library.cloud.db.find('talks', { readerId: 'r-tang' });
    const lines = await library.cloud.db.find('talkLines', { talkId: String(talk?.['_id']) });
    expect(lines.map((line) => line['text'])).toEqual(['自习室怎么约？', '周末也要约吗', '能带孩子吗']);
    reader.phone.forgive(/./);
    await reader.leaves();
  });
});
