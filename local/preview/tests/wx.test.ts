import { describeInBrowser } from '../../../tests/e2e/browser';
import type { PreviewQuery } from '../../../tests/e2e/phone';
import { expectText, onStage, settled } from '../fixtures/stage';

// What functions handed to the page read there.
import type { Handle } from '../fixtures/stage';
declare const window: { __preview: Handle };
declare const localStorage: object;

describeInBrowser('the preview answers wx', () => {
  const stage = onStage();
  const { open, tap, says, top } = stage;

  describe('wx', () => {
    beforeEach(() => open({ page: 'pages/controls/controls', as: 'reader' }));

    test('scanCode: typed, picked, cancelled', async () => {
      await tap('扫码');
      await stage.page.fill('.scan-code', '9787506365437');
      await stage.page.press('.scan-code', 'Enter');
      await says('EAN_13 9787506365437');
      await tap('扫码');
      await stage.page.click('.scan-group:has-text("图书条码") summary');
      await stage.page.click('.scan-row:has-text("活着")');
      await says('CODE_128 100000000017');
      await tap('扫码');
      await stage.page.click('.scan-cancel');
      await says('scanCode:fail cancel');
    });

    test('storage belongs to one identity', async () => {
      await tap('存取');
      await says('"read":{"at":1,"list":[1,2]},"errMsg":"getStorage:fail data not found"');
      const keys = await stage.page.evaluate(() => Object.keys(localStorage));
      expect(keys).toEqual(['storage:o-reader:k']);
    });

    test('modal, action sheet, phone number', async () => {
      await tap('确认框');
      await stage.page.click('.modal-confirm');
      await says('是');
      await tap('菜单');
      await stage.page.click('.action-row:has-text("二")');
      await says('选了 1');
      await tap('菜单');
      await stage.page.click('.action-cancel');
      await says('showActionSheet:fail cancel');
      await tap('手机号');
      await stage.page.click('.modal-confirm');
      await says('号码 local-phone-o-reader');
    });

    test('an accepted subscription is granted in the local cloud', async () => {
      await tap('订阅');
      await stage.page.click('.subscribe-accept');
      await says('"t-one":"accept"');
      expect(stage.server.received.at(-1)).toEqual({
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
      const warnings = await stage.page.evaluate(() => window.__preview.warnings);
      expect(warnings.join()).toMatch(/setData drops f \(function\)/);
      expect(warnings.join()).toMatch(/turns the date nested\.at into text/);
    });
  });

  describe('calls', () => {
    async function answerAfter(network: NonNullable<PreviewQuery['network']>): Promise<string> {
      await open({ as: 'reader', network });
      const before = stage.server.received.length;
      await tap('调用');
      const text = await settled(
        () => top('.answer').innerText(),
        (now) => now !== '',
      );
      expect(stage.server.received.length - before).toBe(network === 'offline' ? 0 : 1);
      return text;
    }

    test('go to the local cloud with the chosen identity', async () => {
      expect(JSON.parse(await answerAfter('fast'))).toEqual({
        ok: true,
        value: { heard: { action: 'x' }, openid: 'o-reader' },
      });
      const calls = await stage.page.evaluate(() => window.__preview.calls);
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
});
