import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeInBrowser } from '../../../tests/e2e/browser';
import { openPreview } from '../../../tests/e2e/phone';
import { serveFixture } from '../fixtures/server';
import { expectText, heightOf, onStage, styleOf } from '../fixtures/stage';

// What functions handed to the page read there.
import type { Handle } from '../fixtures/stage';
declare const window: { __preview: Handle };
declare const localStorage: object;
declare function getComputedStyle(element: unknown): Record<string, string>;

describeInBrowser('the preview shows pages', () => {
  const stage = onStage();
  const { open, tap, says, top } = stage;

  describe('pages', () => {
    test('a page shows its data, WXS, component and rpx', async () => {
      await open();
      await expectText(top('.box'), '书书');
      expect(await top('.box').evaluate((box) => box.getBoundingClientRect().width)).toBeCloseTo(195, 0);
      await tap('加一');
      await top('.count').click();
      await expectText(top('.count'), '次数 2');
      await expectText(top('[data-name=box]'), '书书');
      stage.phone.expectNoTrouble();
    });

    test('a subpackage page opens with its query, and back returns', async () => {
      await open();
      await tap('去第三页');
      await expectText(top('.got'), '编号 7');
      await expectText(top('.bar-title'), '第三页');
      await stage.page.click('.layer.on-top [aria-label=返回]');
      await expectText(top('.bar-title'), '样例');
    });

    test('what is set on a page that was left is drawn nowhere, and is no trouble', async () => {
      await open({ as: 'reader' });
      await tap('去第三页');
      await expectText(top('.got'), '编号 7');
      await stage.page.click('.layer.on-top [aria-label=返回]');
      await expectText(top('.bar-title'), '样例');
      await stage.page.waitForFunction(() => 'storage:o-reader:late' in localStorage);
      stage.phone.expectNoTrouble();
    });

    test('tabs switch, and a page’s style stays in that page', async () => {
      await open();
      await stage.page.click('[role=tab]:has-text("第二")');
      await expectText(top('.box'), '第二页');
      expect(await styleOf(top('.box'), 'backgroundColor')).toBe('rgba(0, 0, 0, 0)');
      expect(await styleOf(top('.box'), 'color')).toBe('rgb(1, 2, 3)');
    });

    test('lifecycle, pull-down, reach-bottom and page scroll', async () => {
      await open({ page: 'pages/long/long' });
      await expectText(top('.log'), 'load show ready');
      await stage.page.mouse.move(200, 200);
      await stage.page.mouse.down();
      await stage.page.mouse.move(200, 300, { steps: 4 });
      await stage.page.mouse.move(200, 400, { steps: 4 });
      await stage.page.mouse.up();
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

      const outside = await stage.page.$$eval(
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
      await stage.page.touchscreen.tap(10, 10);
      await top('wx-page >> text="接口"').tap();
      await says('"windowWidth":390');
    });

    test('rem follows page-meta', async () => {
      await open({ page: 'pages/controls/controls' });
      expect(await styleOf(top('.rem'), 'width')).toBe('40px');
    });
  });

  describe('what it lacks', () => {
    test('an unknown API is told by name', async () => {
      await open({ page: 'pages/controls/controls' });
      await tap('未知接口');
      await stage.page.waitForSelector(
        '.complaint:has-text("wx.doesNotExist is not supported by the preview")',
      );
      expect(stage.phone.trouble.join()).toContain('wx.doesNotExist');
    });

    test('an unknown tag is told on the screen with its place', async () => {
      const broken = await serveFixture(path.join(__dirname, '../fixtures/broken'));
      stage.phone = await openPreview(stage.browser, broken.url);
      await stage.phone.page.waitForSelector(
        '.complaint:has-text("pages/a/a.wxml:2:3 unknown tag <nobody>")',
      );
      expect(stage.phone.trouble.join()).toContain('<nobody>');
      await broken.close();
    });

    test('a page that is not there is refused, and the first page shows instead', async () => {
      await open({ page: 'pages/gone' });
      await expectText(top('.bar-title'), '样例');
      expect(stage.phone.trouble.join()).toContain('app.json has no page "pages/gone"');
      const message = await stage.page.evaluate(() => {
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
      stage.phone.forgive(/404/);
      stage.phone.expectNoTrouble();
      await stage.phone.close();
    }
  });

  test('a change in the source draws the open page again', async () => {
    const copy = mkdtempSync(path.join(tmpdir(), 'preview-'));
    cpSync(path.join(__dirname, '../fixtures/mini'), copy, { recursive: true });
    const changing = await serveFixture(copy);
    stage.phone = await openPreview(stage.browser, changing.url, { page: 'more/pages/third/third?id=9' });
    const file = path.join(copy, 'miniprogram/more/pages/third/third.wxml');
    writeFileSync(file, '<view class="got">新编号 {{id}}</view>');
    await expectText(stage.phone.page.locator('.layer.on-top .got'), '新编号 9');
    await changing.close();
    rmSync(copy, { recursive: true });
  });

  test('the first screen is measured', async () => {
    await open();
    await tap('加一');
    const { firstScreen, setData } = await stage.page.evaluate(() => window.__preview);
    expect(firstScreen).toMatchObject({ page: 'pages/home/home', calls: 0, bytes: 0 });
    expect(setData[0]).toMatchObject({ page: 'pages/home/home', calls: 1, bytes: '{"count":1}'.length });
  });

  test('the panel beside the phone changes identity and network', async () => {
    const context = await stage.browser.newContext({ viewport: { width: 1280, height: 920 } });
    const wide = await context.newPage();
    await wide.goto(stage.server.url);
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

  test('in a low window the log of calls has room, a call opens, and a network mode says what it does', async () => {
    const context = await stage.browser.newContext({ viewport: { width: 1280, height: 700 } });
    const low = await context.newPage();
    await low.goto(stage.server.url);
    await low.waitForFunction(() => window.__preview?.ready);
    await low.click('.panel >> text="断网"');
    await low.waitForSelector('.panel-note >> text="请求发不出去。"');
    await low.click('.layer.on-top >> text="调用"');
    await low.click('.panel-row summary');
    await low.waitForSelector('.panel-row >> text="发出"');
    const log = await low.locator('.panel-log').boundingBox();
    expect(log?.height).toBeGreaterThan(240);
    expect((log?.y ?? 0) + (log?.height ?? 0)).toBeLessThanOrEqual(700);
    await low.click('.panel summary >> text="数据"');
    await low.waitForSelector('.panel >> text="恢复示例数据"');
    await context.close();
  });
});
