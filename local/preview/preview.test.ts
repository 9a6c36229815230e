import { mkdtempSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import {
  describeInBrowser,
  launchBrowser,
  openPreview,
  PATIENCE,
  type Phone,
  type PreviewQuery,
} from '../../tests/e2e/browser';
import { serveFixture, type FixtureServer } from './fixtures/server';

jest.setTimeout(4 * PATIENCE);

describeInBrowser('the preview draws a mini program', () => {
  let server: FixtureServer;
  let browser: Browser;
  let phone: Phone;
  let page: Page;

  beforeAll(async () => {
    server = await serveFixture(path.join(__dirname, 'fixtures/mini'));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(async () => {
    await phone?.close();
  });

  async function open(query: PreviewQuery = {}): Promise<void> {
    phone = await openPreview(browser, server.url, query);
    page = phone.page;
  }
  const top = (selector: string) => page.locator(`.layer.on-top ${selector}`);
  const tap = (text: string) => top(`wx-page >> text="${text}"`).first().click();
  const says = async (text: string, where = '.said, .layer.on-top .status') =>
    expect(
      await settled(
        () => top(where).first().innerText(),
        (now) => now.includes(text),
      ),
    ).toContain(text);

  describe('pages', () => {
    test('a page shows its data, WXS, component and rpx', async () => {
      await open();
      await expectText(top('.box'), '书书');
      expect(await top('.box').evaluate((box) => box.getBoundingClientRect().width)).toBeCloseTo(195, 0);
      await tap('加一');
      await top('.count').click();
      await expectText(top('.count'), '次数 2');
      await expectText(top('[data-name=box]'), '书书');
      phone.expectNoTrouble();
    });

    test('a subpackage page opens with its query, and back returns', async () => {
      await open();
      await tap('去第三页');
      await expectText(top('.got'), '编号 7');
      await expectText(top('.bar-title'), '第三页');
      await page.click('.layer.on-top [aria-label=返回]');
      await expectText(top('.bar-title'), '样例');
    });

    test('tabs switch, and a page’s style stays in that page', async () => {
      await open();
      await page.click('[role=tab]:has-text("第二")');
      await expectText(top('.box'), '第二页');
      expect(await styleOf(top('.box'), 'backgroundColor')).toBe('rgba(0, 0, 0, 0)');
      expect(await styleOf(top('.box'), 'color')).toBe('rgb(1, 2, 3)');
    });

    test('lifecycle, pull-down, reach-bottom and page scroll', async () => {
      await open({ page: 'pages/long/long' });
      await expectText(top('.log'), 'load show ready');
      await page.mouse.move(200, 200);
      await page.mouse.down();
      await page.mouse.move(200, 300, { steps: 4 });
      await page.mouse.move(200, 400, { steps: 4 });
      await page.mouse.up();
      await expectText(top('.log'), 'pull');
      await top('.page-scroll').evaluate((scroll) => scroll.scrollTo(0, 99999));
      await expectText(top('.log'), 'bottom');
      expect(await top('.row').count()).toBe(60);
      await expectText(top('.log'), 'scroll');
    });

    test('the dark theme and the phone’s large text reach the page', async () => {
      await open({ page: 'pages/controls/controls', dark: true, elder: true });
      await tap('接口');
      await says('"theme":"dark","fontSizeScaleFactor":1.4,"today":2030');
      expect(await styleOf(top('.nav-bar'), 'backgroundColor')).toBe('rgb(17, 17, 17)');
    });
  });

  describe('styles', () => {
    test(':host, tags, ids and classes of a component reach that component only', async () => {
      await open({ page: 'pages/long/long' });
      const host = top('wx-leaky');
      expect(await styleOf(host, 'paddingTop')).toBe('7px');
      expect(await styleOf(host, 'display')).toBe('block');
      expect(await styleOf(host.locator('wx-view').first(), 'fontSize')).toBe('30px');
      expect(await styleOf(host.locator('wx-view').first(), 'color')).toBe('rgb(60, 70, 80)');
      expect(await styleOf(host.locator('#mark'), 'color')).toBe('rgb(5, 15, 25)');
      expect(await styleOf(host.locator('#mark'), 'marginLeft')).toBe('11px');

      const outside = await page.$$eval(
        '.layer.on-top wx-page, .layer.on-top wx-page > *:not(wx-leaky)',
        (elements) =>
          elements.map((element) => {
            const { paddingTop, marginLeft, fontSize } = getComputedStyle(element);
            return `${paddingTop} ${marginLeft} ${fontSize}`;
          }),
      );
      expect(new Set(outside)).toEqual(new Set(['0px 0px 16px']));
      expect(await heightOf(top('.row').first())).toBeCloseTo(42.6, 1);
    });

    test('an outside class from the page wins in a TDesign component', async () => {
      await open({ page: 'pages/tdesign/tdesign' });
      expect(await styleOf(top('wx-button:has-text("弹层")'), 'letterSpacing')).toBe('3px');
    });

    test('a finger taps, presses long and pulls like a mouse', async () => {
      await open({ page: 'pages/controls/controls', touch: true });
      await top('.inner').tap();
      await says('内层');
      await top('.off').tap();
      await says('内层');
      await page.touchscreen.tap(10, 10);
      await top('wx-page >> text="接口"').tap();
      await says('"windowWidth":390');
    });

    test('rem follows page-meta', async () => {
      await open({ page: 'pages/controls/controls' });
      expect(await styleOf(top('.rem'), 'width')).toBe('40px');
    });
  });

  describe('built-ins', () => {
    beforeEach(() => open({ page: 'pages/controls/controls' }));

    test('input: two-way, maxlength, placeholder class, Enter confirms and keeps the focus', async () => {
      const field = top('#plain input');
      expect(await styleOf(top('#plain .placeholder'), 'color')).toBe('rgb(200, 100, 50)');
      await field.pressSequentially('abcdefg');
      await expectText(top('.echo'), '回显 abcde');
      await field.press('Enter');
      await says('确认 abcde');
      expect(await field.evaluate((control) => control === document.activeElement)).toBe(true);
    });

    test('a form gathers every field, also a component’s, and resets', async () => {
      await top('#plain input').fill('书');
      await top('wx-textarea textarea').fill('两行\n字');
      await top('wx-switch').click();
      await tap('乙');
      await tap('丑');
      await top('.send').click();
      await says(
        '{"plain":"书","long":"两行\\n字","on":true,"many":["b"],"one":"y","level":3,"branch":0,"own":"自定义"}',
      );
      await top('.wipe').click();
      await says('已清空');
      await expectText(top('.echo'), '回显');
      expect(await top('#plain input').inputValue()).toBe('');
    });

    test('pickers: a row, a date within its month, a time', async () => {
      await top('.pick').click();
      await page.click('.wheel-row:has-text("少儿馆")');
      await page.click('.wheels-confirm');
      await says('change 1');
      await top('.pick-date').click();
      expect(await page.locator('.wheels .wheel').nth(2).locator('.wheel-row').count()).toBe(28);
      await page.locator('.wheels .wheel').nth(1).locator('.wheel-row').nth(2).click();
      await page.locator('.wheels .wheel').nth(2).locator('.wheel-row').nth(30).click();
      await page.click('.wheels-confirm');
      await says('change "2026-03-31"');
      await top('.pick-time').click();
      await page.click('.wheels-confirm');
      await says('change "08:30"');
    });

    test('buttons: a disabled one hears nothing, catch stops, hover and long press', async () => {
      await top('.off').click();
      await top('.inner').click();
      await says('内层');
      await top('.press').scrollIntoViewIfNeeded();
      const box = await top('.press').boundingBox();
      await page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
      await page.mouse.down();
      expect(
        await settled(
          () => styleOf(top('.press'), 'backgroundColor'),
          (colour) => colour === 'rgb(1, 1, 1)',
        ),
      ).toBe('rgb(1, 1, 1)');
      await says('长按');
      await page.mouse.up();
      await says('长按');
    });

    test('images: modes, load and error', async () => {
      expect(await top('.dot img').evaluate((image) => getComputedStyle(image).objectFit)).toBe('cover');
      expect(
        await settled(
          () => heightOf(top('.wide')),
          (height) => height === 50,
        ),
      ).toBe(50);
      await says('GET /assets/none.png failed');
      phone.forgive(/404/);
    });

    test('swiper, scroll-view and picker-view', async () => {
      await tap('下一张');
      await says('滑到 1');
      await tap('跳到第 15 行');
      expect(
        await settled(
          () => top('.scroller').evaluate((view) => view.scrollTop),
          (at) => at === 450,
        ),
      ).toBe(450);
      await top('.scroller').evaluate((view) => view.scrollTo(0, 9999));
      await says('到底');
      expect(
        await settled(
          () => top('.wheel wx-picker-view-column').evaluate((column) => column.scrollTop),
          (at) => at === 40,
        ),
      ).toBe(40);
      await top('.wheel wx-picker-view-column').evaluate((column) => column.scrollTo(0, 80));
      await says('change [2]');
    });

    test('rich-text shows text and no scripts; text keeps line ends', async () => {
      await expectText(top('wx-rich-text'), '富文本');
      expect(await top('wx-rich-text script').count()).toBe(0);
      expect(await top('.lines').innerText()).toBe('一\n二');
    });

    test('navigator opens a page', async () => {
      await tap('去长页');
      await expectText(top('.bar-title'), '长页');
    });
  });

  describe('wx', () => {
    beforeEach(() => open({ page: 'pages/controls/controls', as: 'reader' }));

    test('scanCode: typed, picked, cancelled', async () => {
      await tap('扫码');
      await page.fill('.scan-code', '9787506365437');
      await page.press('.scan-code', 'Enter');
      await says('EAN_13 9787506365437');
      await tap('扫码');
      await page.click('.scan-group:has-text("图书条码") summary');
      await page.click('.scan-row:has-text("活着")');
      await says('CODE_128 100000000017');
      await tap('扫码');
      await page.click('.scan-cancel');
      await says('scanCode:fail cancel');
    });

    test('storage belongs to one identity', async () => {
      await tap('存取');
      await says('"read":{"at":1,"list":[1,2]},"errMsg":"getStorage:fail data not found"');
      const keys = await page.evaluate(() => Object.keys(localStorage));
      expect(keys).toEqual(['storage:o-reader:k']);
    });

    test('modal, action sheet, phone number', async () => {
      await tap('确认框');
      await page.click('.modal-confirm');
      await says('是');
      await tap('菜单');
      await page.click('.action-row:has-text("二")');
      await says('选了 1');
      await tap('菜单');
      await page.click('.action-cancel');
      await says('showActionSheet:fail cancel');
      await tap('手机号');
      await page.click('.modal-confirm');
      await says('号码 local-phone-o-reader');
    });

    test('an accepted subscription is granted in the local cloud', async () => {
      await tap('订阅');
      await page.click('.subscribe-accept');
      await says('"t-one":"accept"');
      expect(server.received.at(-1)).toEqual({
        path: '/dev/grants',
        body: { openid: 'o-reader', templateId: 't-one', count: 1 },
      });
    });

    test('a selector query measures from the page', async () => {
      await tap('测量');
      await says('40×20 30');
    });

    test('page code sees no DOM', async () => {
      await tap('碰 DOM');
      await says('undefined undefined undefined undefined');
    });

    test('what is no JSON does not pass setData, and is told', async () => {
      await tap('坏数据');
      await says('"nested":{"at":"1970-01-01T00:00:00.000Z"}');
      const warnings = await page.evaluate(() => window.__preview.warnings);
      expect(warnings.join()).toMatch(/setData drops f \(function\)/);
      expect(warnings.join()).toMatch(/turns the date nested\.at into text/);
    });
  });

  describe('calls', () => {
    async function answerAfter(network: NonNullable<PreviewQuery['network']>): Promise<string> {
      await open({ as: 'reader', network });
      const before = server.received.length;
      await tap('调用');
      const text = await settled(
        () => top('.answer').innerText(),
        (now) => now !== '',
      );
      expect(server.received.length - before).toBe(network === 'offline' ? 0 : 1);
      return text;
    }

    test('go to the local cloud with the chosen identity', async () => {
      expect(JSON.parse(await answerAfter('fast'))).toEqual({
        ok: true,
        value: { heard: { action: 'x' }, openid: 'o-reader' },
      });
      const calls = await page.evaluate(() => window.__preview.calls);
      expect(calls).toEqual([expect.objectContaining({ name: 'reader', action: 'x', outcome: 'ok' })]);
    });

    test('fail at once when offline', async () => {
      expect(await answerAfter('offline')).toContain('cloud.callFunction:fail request:fail');
    });

    test('a lost answer is executed, fails as WeChat’s polling does, and the next one arrives', async () => {
      expect(await answerAfter('lost')).toContain('-404012');
      await tap('调用');
      await expectText(top('.answer'), 'o-reader');
    });
  });

  describe('TDesign', () => {
    beforeEach(() => open({ page: 'pages/tdesign/tdesign' }));

    test('button, input, search, tabs, cell, switch, checkbox, radio, stepper', async () => {
      await top('.t-input input').fill('张三');
      await says('姓名 张三');
      await top('.t-search input').fill('三体');
      await top('.t-search input').press('Enter');
      await says('搜索 三体');
      await tap('历史');
      await says('标签 b');
      await tap('单元格');
      await says('单元格');
      await top('[class*="t-switch"] >> nth=0').click();
      await says('开关 true');
      await tap('多选');
      await says('多选 true');
      await top('wx-t-radio-group, [class*=t-radio-group] >> text="乙"').first().click();
      await says('单选 2');
      phone.expectNoTrouble();
    });

    test('skeleton gives way to the content', async () => {
      await expectText(top('wx-page'), '加载好了');
    });

    test('popup opens over the page and closes by its backdrop', async () => {
      await tap('弹层');
      const popped = top('.popped');
      await popped.waitFor();
      expect(
        await settled(
          async () => Math.round((await popped.boundingBox())?.y ?? 0),
          (y) => y === 844 - 34 - 200,
        ),
      ).toBe(610);
      await page.mouse.click(200, 300);
      await popped.waitFor({ state: 'hidden' });
    });

    test('picker chooses by dragging the wheel', async () => {
      await tap('选择器');
      const first = top('.t-picker-item__item >> text="总馆"');
      await first.waitFor();
      await page.waitForTimeout(500);
      const box = await first.boundingBox();
      const [x, y] = [(box?.x ?? 0) + 20, (box?.y ?? 0) + 10];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x, y - 20, { steps: 3 });
      await page.waitForTimeout(350);
      await page.mouse.move(x, y - 42, { steps: 3 });
      await page.waitForTimeout(350);
      await page.mouse.up();
      await page.waitForTimeout(300);
      await top('.t-picker__confirm').click();
      await says('选了 ["children"]');
    });

    test('swipe-cell follows the finger through WXS handlers', async () => {
      const cell = top('wx-page >> text="向左滑"').first();
      await cell.scrollIntoViewIfNeeded();
      const box = await cell.boundingBox();
      const [x, y] = [(box?.x ?? 0) + 200, (box?.y ?? 0) + 5];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x - 60, y, { steps: 6 });
      await page.mouse.move(x - 120, y, { steps: 6 });
      await page.mouse.up();
      await top('wx-page >> text="删除"').click();
      await says('删了');
    });

    test('dialog answers and toast shows', async () => {
      await tap('对话');
      await top('>> text="取消预约"').last().click();
      await says('已取消预约');
      await tap('提示');
      await top('>> text="已续借"').waitFor();
    });
  });

  describe('what it lacks', () => {
    test('an unknown API is told by name', async () => {
      await open({ page: 'pages/controls/controls' });
      await tap('未知接口');
      await page.waitForSelector('.complaint:has-text("wx.doesNotExist is not supported by the preview")');
      expect(phone.trouble.join()).toContain('wx.doesNotExist');
    });

    test('an unknown tag is told on the screen with its place', async () => {
      const broken = await serveFixture(path.join(__dirname, 'fixtures/broken'));
      phone = await openPreview(browser, broken.url);
      await phone.page.waitForSelector('.complaint:has-text("pages/a/a.wxml:2:3 unknown tag <nobody>")');
      expect(phone.trouble.join()).toContain('<nobody>');
      await broken.close();
    });

    test('a page that is not there is refused, and the first page shows instead', async () => {
      await open({ page: 'pages/gone' });
      await expectText(top('.bar-title'), '样例');
      expect(phone.trouble.join()).toContain('app.json has no page "pages/gone"');
      const message = await page.evaluate(() => {
        try {
          window.__preview.go('/pages/nowhere');
          return 'went';
        } catch (thrown) {
          return String(thrown);
        }
      });
      expect(message).toContain('pages/nowhere');
    });
  });

  test('no request leaves the machine, with every page opened', async () => {
    for (const name of [
      'pages/home/home',
      'pages/second/second',
      'pages/controls/controls',
      'pages/tdesign/tdesign',
      'pages/long/long',
      'more/pages/third/third',
    ]) {
      await open({ page: name });
      phone.forgive(/404/);
      phone.expectNoTrouble();
      await phone.close();
    }
  });

  test('a change in the source draws the open page again', async () => {
    const copy = mkdtempSync(path.join(tmpdir(), 'preview-'));
    cpSync(path.join(__dirname, 'fixtures/mini'), copy, { recursive: true });
    const changing = await serveFixture(copy);
    phone = await openPreview(browser, changing.url, { page: 'more/pages/third/third?id=9' });
    const file = path.join(copy, 'miniprogram/more/pages/third/third.wxml');
    writeFileSync(file, '<view class="got">新编号 {{id}}</view>');
    await expectText(phone.page.locator('.layer.on-top .got'), '新编号 9');
    await changing.close();
    rmSync(copy, { recursive: true });
  });

  test('the first screen is measured', async () => {
    await open();
    await tap('加一');
    const { firstScreen, setData } = await page.evaluate(() => window.__preview);
    expect(firstScreen).toMatchObject({ page: 'pages/home/home', calls: 0, bytes: 0 });
    expect(setData[0]).toMatchObject({ page: 'pages/home/home', calls: 1, bytes: '{"count":1}'.length });
  });

  test('the panel beside the phone changes identity and network', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 920 } });
    const wide = await context.newPage();
    await wide.goto(server.url);
    await wide.waitForFunction(() => window.__preview?.ready);
    expect(await wide.evaluate(() => window.__preview.identity())).toBe('o-reader');
    await wide.selectOption('[aria-label=身份]', 'librarian');
    await wide.waitForFunction(() => window.__preview?.ready && window.__preview.identity() === 'o-staff');
    await wide.click('.panel >> text="断网"');
    await wide.click('.layer.on-top >> text="调用"');
    await wide.waitForSelector('.panel .outcome.failed');
    await wide.selectOption('[aria-label=身份]', 'new');
    await wide.waitForFunction(
      () => window.__preview?.ready && /^o-visitor-[a-z]{8}$/.test(window.__preview.identity()),
    );
    await context.close();
  });
});

interface Handle {
  ready: boolean;
  warnings: string[];
  calls: unknown[];
  setData: unknown[];
  firstScreen: unknown;
  go(url: string): void;
  identity(): string;
}

// The part of the browser's window that functions handed to the page read.
declare const window: { __preview: Handle };
declare const document: { activeElement: unknown };
declare const localStorage: object;
declare function getComputedStyle(element: unknown): Record<string, string>;

type Locator = ReturnType<Page['locator']>;

/** Reads until the answer is right or patience ends; answers what was read last. */
async function settled<T>(read: () => Promise<T>, right: (now: T) => boolean): Promise<T> {
  const until = Date.now() + PATIENCE / 2;
  for (;;) {
    const now = await read();
    if (right(now) || Date.now() > until) return now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function expectText(locator: Locator, text: string): Promise<void> {
  expect(
    await settled(
      () => locator.first().innerText(),
      (now) => now.includes(text),
    ),
  ).toContain(text);
}

function styleOf(
  locator: Locator,
  property:
    | 'color'
    | 'backgroundColor'
    | 'paddingTop'
    | 'display'
    | 'fontSize'
    | 'marginLeft'
    | 'height'
    | 'width'
    | 'letterSpacing',
): Promise<string> {
  return locator.evaluate((element, name) => getComputedStyle(element)[name] ?? '', property);
}

function heightOf(locator: Locator): Promise<number> {
  return locator.evaluate((element) => element.getBoundingClientRect().height);
}
