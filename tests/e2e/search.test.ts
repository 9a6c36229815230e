import { describeInBrowser } from './browser';
import { until } from '../until';
import { openLibrary, type OpenLibrary } from './open-library';
import type { Person } from './person';

/**
 * The one box: suggestions while typing, results with marks, sorting, narrowing, paging, and what stays of it
 * on the phone.
 */

jest.setTimeout(300_000);

const FIELD = '找书：书名、作者或 ISBN';
const PAGE = 'pages/search/index';
const TITLE_PAGE = 'features/catalogue/pages/title/index';

const top = (who: Person) => who.phone.page.locator('.layer.on-top .page-area');
const titlesOf = (who: Person) => top(who).locator('[class*="book__title"]').allInnerTexts();
const marksOf = (who: Person) => top(who).locator('[class*="book__mark"]').allInnerTexts();
const routeOf = (who: Person) => who.phone.page.evaluate('window.__preview.route');
const SCROLL = `document.querySelector('.layer.on-top .page-scroll')`;
const scrolledTo = (who: Person) => who.phone.page.evaluate(`${SCROLL}.scrollTop`) as Promise<number>;
const scrollTo = (who: Person, y: number) => who.phone.page.evaluate(`${SCROLL}.scrollTo(0, ${y})`);
const network = (who: Person, mode: string) =>
  who.phone.page.evaluate(`window.__preview.network(${JSON.stringify(mode)})`);
/** The answer to what was asked last stands on the screen: nothing is dimmed, nothing loads. */
const answered = async (who: Person) => {
  const waiting = top(who).locator('[aria-busy="true"], [aria-label="正在加载"]');
  expect(await until(async () => (await waiting.count()) === 0)).toBe(true);
};
const searches = async (who: Person, text: string) => {
  await who.types(FIELD, text, 'confirm');
  await answered(who);
};
/** So many are told of, and so many stand there: what was asked before may still be on its way. */
const shows = async (who: Person, count: number) => {
  await who.sees(`找到 ${count} 种`);
  expect(await until(async () => (await titlesOf(who)).length === count)).toBe(true);
};
const isOn = (who: Person, name: string) =>
  top(who).locator(`[role="checkbox"][aria-label="${name}"][aria-checked="true"]`).waitFor();

describeInBrowser('the search tab', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  it('suggests while pinyin is typed, marks what answered, and remembers the search', async () => {
    const reader = await library.enter('reader', { page: PAGE });
    await top(reader).locator('input').pressSequentially('santi', { delay: 40 });
    await reader.tapsNamed(/^书名：三体$/);
    await answered(reader);
    expect((await titlesOf(reader))[0]).toBe('三体');
    expect((await marksOf(reader))[0]).toBe('三体');
    await reader.tapsNamed('清除');
    await reader.sees('最近找过');
    await reader.tapsNamed(/^三体$/);
    await reader.sees('刘慈欣');
    await reader.tapsNamed('清除');
    await reader.tapsNamed('清除最近找过的');
    await reader.seesNoMore('最近找过');
    await reader.leaves();
  });

  it('asks what was meant, and finds it at a tap', async () => {
    const reader = await library.enter('reader', { page: PAGE });
    await reader.types(FIELD, '红楼孟', 'confirm');
    await reader.sees('您是不是要找');
    await reader.tapsNamed('您是不是要找：红楼梦');
    await answered(reader);
    expect(await reader.screen()).not.toContain('您是不是要找');
    expect((await titlesOf(reader))[0]).toBe('红楼梦');
    await reader.leaves();
  });

  it('goes through all pages to the end, and sorts by arrival and by loans', async () => {
    const reader = await library.enter('reader', { page: PAGE });
    await searches(reader, '人');
    const total = Number(/找到 (\d+) 种/.exec(await reader.screen())?.[1]);
    expect(total).toBeGreaterThan(20);
    expect(await titlesOf(reader)).toHaveLength(20);
    await scrollTo(reader, 100_000);
    expect(await until(async () => (await titlesOf(reader)).length === total)).toBe(true);
    await reader.sees('没有更多了');
    const nearest = await titlesOf(reader);
    for (const [sort, field] of [
      ['最新入藏', 'addedAt'],
      ['借阅最多', 'popularity'],
    ] as const) {
      await scrollTo(reader, 0);
      await reader.taps(sort);
      await answered(reader);
      const shown = await titlesOf(reader);
      expect(shown).not.toEqual(nearest.slice(0, 20));
      expect(await ofTitles(shown.slice(0, 5), field)).toBe(true);
    }
    await reader.leaves();
  });

  /** Titles come in the falling order of a field of theirs. */
  const ofTitles = async (names: string[], field: 'addedAt' | 'popularity'): Promise<boolean> => {
    const values: (string | number)[] = [];
    for (const title of names) {
      const [found] = await library.cloud.db.find('titles', { title });
      values.push((found as unknown as Record<string, string | number>)[field] ?? '');
    }
    return values.every((value, n) => n === 0 || (values[n - 1] as string | number) >= value);
  };

  it('narrows by facets with counts that hold, shows what is chosen, and takes it back one by one', async () => {
    const reader = await library.enter('reader', { page: PAGE });
    await searches(reader, '中国');
    const all = (await titlesOf(reader)).length;
    await reader.tapsNamed('筛选');
    const titles = await countOf(reader, '历史地理');
    await reader.tapsNamed(/^历史地理/);
    await reader.taps(`看 ${titles} 种结果`);
    await shows(reader, titles);
    await isOn(reader, '历史地理');
    // Another value of a narrowed group can be taken at once, with the count that it would have.
    await reader.tapsNamed('筛选，已选 1 项');
    const others = await countOf(reader, '文学');
    await reader.tapsNamed(/^文学/);
    await reader.tapsNamed(/^总馆/);
    await reader.taps(`看 ${others} 种结果`);
    await reader.sees(`找到 ${others} 种`);
    await isOn(reader, '总馆');
    await reader.tapsNamed(/^文学$/);
    await answered(reader);
    await reader.tapsNamed(/^总馆$/);
    await shows(reader, all);
    await reader.leaves();
  });

  /** What the sheet says of a value once it has counted. */
  const countOf = async (who: Person, name: string): Promise<number> => {
    const choice = top(who).locator(`[role="radio"][aria-label^="${name}，"]`).last();
    await choice.waitFor();
    return Number(/(\d+) 种/.exec((await choice.getAttribute('aria-label')) ?? '')?.[1]);
  };

  it('comes back from a title to the same place of the same answer', async () => {
    const reader = await library.enter('reader', { page: PAGE });
    await searches(reader, '人');
    await reader.tapsNamed(/^文学，\d+ 种$/);
    await isOn(reader, '文学');
    await answered(reader);
    await scrollTo(reader, 900);
    const before = await titlesOf(reader);
    const place = await scrolledTo(reader);
    await top(reader).locator('[class*="book__title"]').nth(8).click();
    expect(await until(async () => (await routeOf(reader)) === TITLE_PAGE)).toBe(true);
    await reader.goesBack();
    expect(await until(async () => (await routeOf(reader)) === PAGE)).toBe(true);
    expect(await titlesOf(reader)).toEqual(before);
    expect(Math.abs((await scrolledTo(reader)) - place)).toBeLessThan(3);
    await reader.sees('找到');
    await reader.leaves();
  });

  it('says what to do when filters leave nothing, and finds again without them', async () => {
    const reader = await library.enter('reader', { page: PAGE });
    await searches(reader, '老人与海');
    await reader.tapsNamed('筛选');
    await reader.tapsNamed(/^只看现在在架的/);
    await reader.taps(/^看 \d+ 种/);
    await searches(reader, '永动机设计手册');
    await reader.sees('没有找到');
    await reader.sees('去掉一些筛选条件');
    await reader.taps('去掉条件再找');
    await reader.sees('换成作者的姓名');
    await reader.tapsNamed('清除');
    await reader.sees('分类浏览');
    await reader.leaves();
  });

  it('shows the last answer again without a network, and says so', async () => {
    const reader = await library.enter('reader', { page: PAGE });
    await reader.types(FIELD, '活着', 'confirm');
    await reader.sees('余华');
    await network(reader, 'offline');
    await reader.types(FIELD, '百年孤独', 'confirm');
    await reader.sees('网络');
    expect(await titlesOf(reader)).toEqual([]);
    await reader.types(FIELD, '活着', 'confirm');
    await reader.sees('余华');
    expect(await titlesOf(reader)).toContain('活着');
    await network(reader, 'fast');
    await reader.types(FIELD, '百年孤独', 'confirm');
    await reader.sees('马尔克斯');
    reader.phone.forgive(/offline|ERR_|Failed to load/i);
    await reader.leaves();
  });

  /**
   * Instances write what they have counted when they are asked next: as many questions at once as there can
   * be instances.
   */
  const everyInstanceIsAsked = async (): Promise<void> => {
    const question = { action: 'search.suggest', input: { text: '红楼' }, requestId: 'any' };
    await Promise.all(Array.from({ length: 20 }, () => library.cloud.call('finder', question, 'o-anybody')));
  };

  it('shows what several readers searched for to everybody', async () => {
    for (const who of ['reader', 'student-2', 'researcher']) {
      const reader = await library.enter(who, { page: PAGE });
      await reader.types(FIELD, '平凡的世界', 'confirm');
      await reader.sees('路遥');
      await reader.leaves();
    }
    await library.cloud.clock.move({ advance: { minutes: 61 } });
    await everyInstanceIsAsked();
    const visitor = await library.enter('visitor', { page: PAGE });
    await visitor.sees('大家在找');
    await visitor.taps('平凡的世界');
    await visitor.sees('路遥');
    await visitor.leaves();
  });
});
