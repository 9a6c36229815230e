import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';

jest.setTimeout(300_000);

/** 围城: nobody of the demo library has said anything about it. */
const page = 'features/catalogue/pages/title/index?titleId=t0014';
const THREE = 'features/catalogue/pages/title/index?titleId=t0035';
const DESK = 'features/desk/pages/today/index';

describeInBrowser('reviews', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  it('are written, wait for staff, and are seen by others once allowed', async () => {
    const reader = await library.enter('student-2', { page });
    await reader.sees('还没有读者评分');
    await reader.taps('写书评');
    await reader.sees('其他读者看到的是署名');
    await reader.taps(/^提交$/);
    await reader.sees('请先点几颗星');
    await reader.tapsNamed('4 星');
    await reader.sees('推荐');
    await reader.types('书评', '方鸿渐真像身边的一个熟人。');
    await reader.taps(/^提交$/);
    await reader.sees('待馆员审核');
    await reader.sees('方鸿渐真像');

    const other = await library.enter('senior', { page });
    await other.sees('还没有读者评分');
    await other.seesNoMore('方鸿渐真像');

    const librarian = await library.enter('librarian', { page: DESK });
    await librarian.taps('待审书评');
    await librarian.sees('方鸿渐真像');
    await librarian.tapsNamed(/^通过 唐＊/);
    await librarian.seesNoMore('方鸿渐真像');
    await librarian.leaves();

    await other.phone.page.reload();
    await other.sees('1 位读者评分');
    await other.sees('方鸿渐真像');
    await other.leaves();
    await reader.leaves();
  });

  it('are refused with a reason that the reader is told, and can be written again', async () => {
    const reader = await library.enter('researcher', { page });
    await reader.taps('写书评');
    await reader.tapsNamed('2 星');
    await reader.types('书评', '结局是方鸿渐和孙柔嘉分开了。');
    await reader.taps(/^提交$/);
    await reader.sees('待馆员审核');

    const librarian = await library.enter('librarian', { page: 'features/reviews/pages/waiting/index' });
    await librarian.tapsNamed(/^不通过 沈＊/);
    await librarian.types('理由', '请不要透露结局');
    await librarian.taps(/^不通过$/);
    await librarian.seesNoMore('方鸿渐和孙柔嘉');
    await librarian.leaves();

    await reader.phone.page.reload();
    await reader.sees('没有通过');
    await reader.taps('修改我的书评');
    await reader.types('书评', '语言机锋处处。');
    await reader.taps(/^提交$/);
    await reader.sees('待馆员审核');
    await reader.leaves();
    const notices = (await library.cloud.db.find('notices', { readerId: 'r-shen' })) as unknown as {
      body: string;
    }[];
    expect(notices.map(({ body }) => body).join()).toContain('请不要透露结局');
  });

  it('that break the rules of WeChat are refused where they are written, and nothing typed is lost', async () => {
    const reader = await library.enter('student', { page });
    await reader.taps('写书评');
    await reader.tapsNamed('5 星');
    await reader.types('书评', '违规测试');
    await reader.taps(/^提交$/);
    await reader.sees('没有通过微信的内容安全检查');
    expect(await reader.phone.page.locator('textarea').last().inputValue()).toBe('违规测试');
    await reader.leaves();
  });

  it('are reported by readers and looked at by staff', async () => {
    const reader = await library.enter('student', { page: THREE });
    await reader.sees('读者书评');
    await reader.taps('全部');
    await reader.sees('5 位读者评分');
    await reader.tapsNamed(/^举报 沈＊/);
    await reader.types('理由', '有剧透');
    await reader.taps('提交举报');
    await reader.sees('已交给馆员');
    await reader.leaves();

    const librarian = await library.enter('librarian', { page: 'features/reviews/pages/waiting/index' });
    await librarian.taps(/^被举报 2$/);
    await librarian.sees('有剧透');
    await librarian.tapsNamed(/^保留 沈＊/);
    await librarian.sees('被举报 1');
    await librarian.leaves();
  });

  it('ask a visitor for a card when they want to write, and not to read', async () => {
    const visitor = await library.enter('visitor', { page: THREE });
    await visitor.sees('5 位读者评分');
    await visitor.taps('写书评');
    await visitor.sees('写书评需要读者证');
    await visitor.leaves();
  });

  it('are switched off by the director, who is told which category WeChat asks for', async () => {
    const boss = await library.enter('librarian', { page: DESK });
    await boss.taps('读者书评');
    await boss.taps('更改');
    await boss.sees(/社区\/论坛/);
    await boss.taps('开放读者书评');
    await boss.taps(/^保存$/);
    await boss.sees('已关闭');
    await boss.leaves();
    await library.cloud.clock.move({ advance: { minutes: 2 } });
    const reader = await library.enter('student', { page: THREE });
    await reader.sees('相近的书');
    await reader.seesNoMore('读者书评');
    await reader.leaves();
  });
});
