import type { EventDocument, QuizAttemptDocument } from '../../cloudfunctions/documents';
import { until } from '../until';
import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';
import type { Person } from './person';

jest.setTimeout(300_000);

interface Switches {
  __preview: { network(mode: 'fast' | 'offline'): void };
}

const quizPage = (name: string, eventId = '') =>
  `features/quizzes/pages/${name}/index${eventId === '' ? '' : `?eventId=${eventId}`}`;

describeInBrowser('a quiz', () => {
  let library: OpenLibrary;
  let eventId = '';
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  const network = (person: Person, mode: 'fast' | 'offline') =>
    person.phone.page.evaluate((to) => (globalThis as unknown as Switches).__preview.network(to), mode);
  const theQuiz = async () => {
    const found: unknown[] = await library.cloud.db.find('events', { title: '桥的知识' });
    return found[0] as EventDocument | undefined;
  };
  const answered = async () => {
    const found: unknown[] = await library.cloud.db.find('quizAttempts', { eventId });
    return (found[0] as QuizAttemptDocument | undefined)?.answers.filter(({ length }) => length > 0).length;
  };

  it('is made by staff on the phone: questions, topics, minutes', async () => {
    const staff = await library.enter('librarian', { page: quizPage('bank') });
    await staff.sees('古诗词');
    await staff.taps('写一道选择题');
    await staff.types('主题', '桥');
    await staff.types('题目', '赵州桥是什么桥？');
    await staff.types('选项', '*石拱桥\n木桥\n吊桥');
    await staff.types('解析', '隋代李春所造，敞肩石拱。');
    await staff.taps(/^保存$/);
    await staff.sees('桥 · 单选');
    await staff.taps('判断题');
    await staff.types('主题', '桥');
    await staff.types('题目', '廊桥上面有屋顶。');
    await staff.taps(/^对$/);
    await staff.taps(/^保存$/);
    await staff.sees('桥 · 判断');
    await staff.leaves();

    const desk = await library.enter('librarian', { page: 'features/events/pages/desk/index' });
    await desk.taps(/^新活动$/);
    await desk.types('名称', '桥的知识');
    await desk.taps(/^知识竞答$/);
    await desk.types('地点', '线上');
    await desk.taps('存为草稿');
    await desk.taps('竞答设置');
    await desk.tapsNamed('桥（2 题）');
    await desk.types('每人抽几题', '2');
    await desk.types('限时几分钟', '10');
    await desk.taps(/^保存$/);
    await desk.seesNoMore('限时几分钟');
    await desk.taps(/^发布$/);
    await desk.sees('发布这场活动？');
    await desk.taps(/^发布$/);
    expect(await until(async () => (await theQuiz())?.state === 'published')).toBe(true);
    eventId = (await theQuiz())?._id ?? '';
    await desk.leaves();
  });

  it('is taken by a reader who loses the connection, goes on, hands in, and later reads why', async () => {
    const { startsAt = '', endsAt = '' } = (await theQuiz()) ?? {};
    await library.cloud.clock.move({ set: new Date(Date.parse(startsAt) + 60_000).toISOString() });
    const reader = await library.enter('reader', {
      page: `features/events/pages/event/index?eventId=${eventId}`,
    });
    await reader.taps('去答题');
    await reader.taps('开始答题');
    await reader.sees('每人只有一次');
    await reader.taps(/^开始$/);
    await reader.sees('第 1 题');
    const first = reader.phone.page.getByRole('radio').locator('visible=true').first();
    await first.click();
    expect(await until(async () => (await answered()) === 1)).toBe(true);
    await reader.taps('下一题');
    await reader.sees('第 2 题');
    await network(reader, 'offline');
    await reader.phone.page.getByRole('radio').locator('visible=true').last().click();
    await reader.sees('没有网络，1 题的答案先记在手机上');
    expect(await answered()).toBe(1);
    await network(reader, 'fast');
    expect(await until(async () => (await answered()) === 2)).toBe(true);
    await reader.seesNoMore('没有网络');
    await reader.leaves();

    const again = await library.enter('reader', { page: quizPage('quiz', eventId) });
    await again.taps('接着答题');
    await again.sees('2 / 2');
    await again.taps('下一题');
    await again.taps(/^交卷$/);
    await again.sees('现在交卷？');
    await again.taps(/^交卷$/);
    await again.sees('已交卷');
    await again.sees('答案和解析');
    expect(await again.screen()).not.toContain('隋代李春');
    await again.leaves();

    await library.cloud.clock.move({ set: new Date(Date.parse(endsAt) + 60_000).toISOString() });
    const later = await library.enter('reader', { page: quizPage('quiz', eventId) });
    await later.sees('隋代李春所造');
    await later.taps('看排行榜');
    await later.sees('1 人参加');
    await later.leaves();

    const staff = await library.enter('librarian', { page: quizPage('figures', eventId) });
    await staff.sees('获奖名单');
    await staff.sees('林晓舟');
    await staff.leaves();
  });
});
