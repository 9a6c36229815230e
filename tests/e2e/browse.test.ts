import { describeInBrowser } from './browser';
import { until } from '../until';
import { openLibrary, type OpenLibrary } from './open-library';
import type { Person } from './person';

/** Finding without a word to search for: down the classification, what came lately, what is borrowed most. */

jest.setTimeout(300_000);

const SEARCH = 'pages/search/index';
const CLASS = 'features/browse/pages/class/index';
const TITLE = 'features/catalogue/pages/title/index';

const top = (who: Person) => who.phone.page.locator('.layer.on-top .page-area');
const titlesOf = (who: Person) => top(who).locator('[class*="book__title"]').allInnerTexts();
const on = async (who: Person, route: string) =>
  expect(await until(async () => (await who.phone.page.evaluate('window.__preview.route')) === route)).toBe(
    true,
  );

describeInBrowser('browsing', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  const countOf = async (who: Person, label: RegExp): Promise<number> => {
    const row = top(who).getByLabel(label).last();
    await row.waitFor();
    return Number(/(\d+) 种/.exec((await row.getAttribute('aria-label')) ?? '')?.[1]);
  };

  it('goes down the classification to a title, and back up by the way it came', async () => {
    const visitor = await library.enter('visitor', { page: SEARCH });
    await visitor.tapsNamed('分类浏览，全部');
    const all = (await library.cloud.db.find('titles', {})).length;
    await visitor.sees(`${all} 种`);
    for (const label of [/^I 文学/, /^I2 中国文学/, /^I24 小说/]) {
      const titles = await countOf(visitor, label);
      await visitor.tapsNamed(label);
      await visitor.sees(`${titles} 种`);
    }
    const mine = (await library.cloud.db.find('titles', {})).filter(({ clc }) =>
      String(clc).startsWith('I24'),
    );
    await visitor.sees(`${mine.length} 种`);
    await visitor.sees('这一类的书');
    expect(await until(async () => (await titlesOf(visitor)).length === 20)).toBe(true);
    await top(visitor).locator('[class*="book__title"]').first().click();
    await on(visitor, TITLE);
    await visitor.goesBack();
    await on(visitor, CLASS);
    // Up by two at once: the page of that class is still open below.
    await visitor.tapsNamed('回到 文学');
    await visitor.sees('美洲文学');
    await visitor.goesBack();
    await visitor.sees(`${all} 种`);
    await visitor.goesBack();
    await on(visitor, SEARCH);
    await visitor.leaves();
  });

  it('counts what a branch has, and keeps the branch on the way down', async () => {
    const visitor = await library.enter('visitor', { page: CLASS });
    const all = await countOf(visitor, /^I 文学/);
    await visitor.taps('全部分馆');
    await visitor.tapsNamed(/^少年儿童馆/);
    expect(
      await until(async () => {
        const here = await countOf(visitor, /^I 文学/);
        return here > 0 && here < all;
      }),
    ).toBe(true);
    const here = await countOf(visitor, /^I 文学/);
    await visitor.tapsNamed(/^I 文学/);
    await visitor.sees(`${here} 种`);
    await visitor.sees('少年儿童馆');
    await visitor.leaves();
  });

  it('lists what came lately, by the week and the month in which it came', async () => {
    const visitor = await library.enter('visitor', { page: SEARCH });
    await visitor.tapsNamed('新到馆，全部');
    await visitor.sees('上周');
    const newest = (await library.cloud.db.find('titles', {}))
      .sort((a, b) => (String(a.addedAt) < String(b.addedAt) ? 1 : -1))
      .slice(0, 3)
      .map(({ title }) => title);
    expect(newest).toContain((await titlesOf(visitor))[0]);
    await visitor.taps(/^历史地理$/);
    expect(
      await until(async () => {
        const numbers = await top(visitor).locator('[class*="hit__call"]').allInnerTexts();
        return numbers.length > 0 && numbers.every((text) => text.startsWith('索书号 K'));
      }),
    ).toBe(true);
    await visitor.leaves();
  });

  it('ranks what is borrowed most, with its place, page by page', async () => {
    const visitor = await library.enter('visitor', { page: SEARCH });
    await visitor.taps('历年排行');
    await visitor.phone.page.getByLabel('第 1 名').waitFor();
    const most = Math.max(
      ...(await library.cloud.db.find('titles', {})).map(({ popularity }) => Number(popularity)),
    );
    const [first = ''] = await titlesOf(visitor);
    const [title] = await library.cloud.db.find('titles', { title: first });
    expect(title?.popularity).toBe(most);
    await visitor.phone.page.evaluate(
      `document.querySelector('.layer.on-top .page-scroll').scrollTo(0, 100000)`,
    );
    await visitor.phone.page.getByLabel('第 40 名').waitFor();
    const shown = await titlesOf(visitor);
    expect(new Set(shown).size).toBe(shown.length);
    await visitor.leaves();
  });
});
