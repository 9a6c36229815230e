import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';
import type { Person } from './person';

jest.setTimeout(300_000);

const DESK = 'features/desk/pages/today/index';
const SETTINGS = 'features/notices/pages/settings/index';
const INBOX = 'features/notices/pages/inbox/index';
const ARTICLE = 'features/articles/pages/article/index';

/** What is tapped next must not lie under the bar at the foot. */
const scrollDown = async ({ phone }: Person): Promise<void> => {
  await phone.page.mouse.move(190, 400);
  await phone.page.mouse.wheel(0, 2000);
};

describeInBrowser('messages, announcements and articles', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  it('a reader sets what may come and when, and is told what off means', async () => {
    const reader = await library.enter('reader', { page: SETTINGS });
    await reader.sees('微信还能提醒您 2 次');
    await reader.tapsNamed('再允许一次，快到期');
    await reader.taps(/^允许$/);
    await reader.sees('微信还能提醒您 3 次');
    await reader.tapsNamed(/^预约到书，/);
    await reader.sees('不再提醒“预约到书”？');
    await reader.taps(/^关闭$/);
    await reader.sees(/过期就让给下一位/);
    await reader.tapsNamed('每天合成一条');
    await reader.sees('已保存');
    await reader.leaves();
    const [lin] = await library.cloud.db.find('readers', { _id: 'r-lin' });
    expect(lin).toMatchObject({ topics: { hold_ready: false }, noticeTimes: { digestAt: null } });
  });

  it('the inbox is narrowed, and nothing of it is lost', async () => {
    const reader = await library.enter('ready', { page: INBOX });
    await reader.sees('预约的书到了');
    await reader.taps(/^借阅$/);
    await reader.sees('没有这一类消息');
    await reader.taps(/^预约$/);
    await reader.sees('预约的书到了');
    await reader.leaves();
  });

  it('a visitor reads from home on; a reader follows a column, and goes on where they stopped', async () => {
    const visitor = await library.enter('visitor');
    await visitor.taps(/^文章$/);
    await visitor.taps('冬山如睡：宋人怎样画冷');
    await visitor.sees(/郭熙《林泉高致》/);
    await visitor.sees('木版年画印制夜场');
    await visitor.leaves();
    const reader = await library.enter('reader', { page: `${ARTICLE}?articleId=a-camels` });
    await reader.sees('《送别》的旋律');
    await reader.tapsNamed('关注栏目，光影');
    await reader.taps(/^允许$/);
    await reader.sees('已关注');
    await reader.taps('城南旧事');
    await reader.sees(/索书号|在架/);
    await reader.leaves();
    expect(await library.cloud.db.find('columnFollows', { _id: 'film_r-lin' })).toHaveLength(1);
  });

  it('staff write an article, look at it, publish it; who follows the column is told', async () => {
    const librarian = await library.enter('librarian', { page: DESK });
    await librarian.taps('栏目文章');
    await librarian.taps('写文章');
    await librarian.types('标题', '雪落下来的声音');
    await scrollDown(librarian);
    await librarian.tapsNamed('加一段，正文');
    await librarian.types('第 1 段，正文', '雪是没有声音的，有声音的是我们。');
    await scrollDown(librarian);
    await librarian.tapsNamed('加一段，小标题');
    await librarian.types('第 2 段，小标题', '先听');
    await librarian.tapsNamed('第 2 段前移');
    await librarian.taps(/^预览$/);
    await librarian.sees('读者现在还看不到这一版');
    await librarian.sees('有声音的是我们');
    await librarian.goesBack();
    await librarian.taps(/^发布$/);
    await librarian.sees('通知关注栏目的读者');
    await librarian.taps(/^发布$/);
    await librarian.sees('撤下，不让读者看');
    await librarian.leaves();
    const [saved] = await library.cloud.db.find('articles', { title: '雪落下来的声音' });
    expect(saved).toMatchObject({ blocks: [{ kind: 'heading' }, { kind: 'text' }], columnId: 'film' });
    await library.cloud.timer('jobs');
    const reader = await library.enter('reader', { page: INBOX });
    await reader.taps('新文章：雪落下来的声音');
    await reader.sees('先听');
    await reader.leaves();
  });

  it('a public account’s article comes in as blocks, with its missing pictures named', async () => {
    const librarian = await library.enter('librarian', { page: 'features/articles/pages/edit/index' });
    await librarian.taps('导入公众号文章');
    await librarian.types(
      '网页源代码',
      '<h1 id="activity-name">旧文</h1><div id="js_content"><p>一段旧文</p><script>alert(1)</script><img data-src="https://mmbiz.qpic.cn/1"></div>',
    );
    await librarian.taps(/^导入$/);
    await librarian.sees('1 张图片要另存后补上，位置都留好了');
    await librarian.sees('选图片');
    await librarian.leaves();
  });

  it('staff tell some readers: the number first, then each inbox, then taken back', async () => {
    const librarian = await library.enter('librarian', { page: DESK });
    await librarian.taps('通知读者');
    await librarian.taps('写通知');
    await librarian.types('标题', '周日故事会提前');
    await librarian.types('内容', '改到上午九点半，请早些来。');
    await librarian.taps(/^发出$/);
    await librarian.sees(/没有符合条件的读者|还没有选择/);
    await scrollDown(librarian);
    await librarian.taps(/^少儿$/);
    await librarian.taps(/^发出$/);
    await librarian.sees('发给 2 位读者？');
    await librarian.taps(/^发出$/);
    await librarian.sees('送到了哪里');
    await library.cloud.timer('jobs');
    const child = await library.enter('child', { page: INBOX });
    await child.sees('周日故事会提前');
    await child.leaves();
    await librarian.taps(/^撤回$/);
    await librarian.sees('撤回这条通知？');
    await librarian.taps(/^撤回$/);
    await librarian.sees('已撤回');
    await librarian.leaves();
    const again = await library.enter('child', { page: INBOX });
    await again.sees('一条通知已撤回');
    await again.leaves();
  });
});
