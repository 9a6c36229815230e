import { describeInBrowser } from '../../../tests/e2e/browser';
import { expectText, heightOf, onStage, settled, styleOf } from '../fixtures/stage';

declare const document: { activeElement: unknown };
declare function getComputedStyle(element: unknown): Record<string, string>;

describeInBrowser('the preview draws the built-in elements', () => {
  const stage = onStage();
  const { open, tap, says, top } = stage;

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
      await stage.page.click('.wheel-row:has-text("少儿馆")');
      await stage.page.click('.wheels-confirm');
      await says('change 1');
      await top('.pick-date').click();
      expect(await stage.page.locator('.wheels .wheel').nth(2).locator('.wheel-row').count()).toBe(28);
      await stage.page.locator('.wheels .wheel').nth(1).locator('.wheel-row').nth(2).click();
      await stage.page.locator('.wheels .wheel').nth(2).locator('.wheel-row').nth(30).click();
      await stage.page.click('.wheels-confirm');
      await says('change "2026-03-31"');
      await top('.pick-time').click();
      await stage.page.click('.wheels-confirm');
      await says('change "08:30"');
    });

    test('buttons: a disabled one hears nothing, catch stops, hover and long press', async () => {
      await top('.off').click();
      await top('.inner').click();
      await says('内层');
      await top('.press').scrollIntoViewIfNeeded();
      const box = await top('.press').boundingBox();
      await stage.page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
      await stage.page.mouse.down();
      expect(
        await settled(
          () => styleOf(top('.press'), 'backgroundColor'),
          (colour) => colour === 'rgb(1, 1, 1)',
        ),
      ).toBe('rgb(1, 1, 1)');
      await says('长按');
      await stage.page.mouse.up();
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
      stage.phone.forgive(/404/);
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
});
