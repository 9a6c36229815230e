import { describeInBrowser } from '../../../tests/e2e/browser';
import { expectText, onStage, settled } from '../fixtures/stage';

describeInBrowser('TDesign works in the preview', () => {
  const stage = onStage();
  const { open, tap, says, top } = stage;

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
      stage.phone.expectNoTrouble();
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
      await stage.page.mouse.click(200, 300);
      await popped.waitFor({ state: 'hidden' });
    });

    test('picker chooses by dragging the wheel', async () => {
      await tap('选择器');
      const first = top('.t-picker-item__item >> text="总馆"');
      await first.waitFor();
      await stage.page.waitForTimeout(500);
      const box = await first.boundingBox();
      const [x, y] = [(box?.x ?? 0) + 20, (box?.y ?? 0) + 10];
      await stage.page.mouse.move(x, y);
      await stage.page.mouse.down();
      await stage.page.mouse.move(x, y - 20, { steps: 3 });
      await stage.page.waitForTimeout(350);
      await stage.page.mouse.move(x, y - 42, { steps: 3 });
      await stage.page.waitForTimeout(350);
      await stage.page.mouse.up();
      await stage.page.waitForTimeout(300);
      await top('.t-picker__confirm').click();
      await says('选了 ["children"]');
    });

    test('swipe-cell follows the finger through WXS handlers', async () => {
      const cell = top('wx-page >> text="向左滑"').first();
      await cell.scrollIntoViewIfNeeded();
      const box = await cell.boundingBox();
      const [x, y] = [(box?.x ?? 0) + 200, (box?.y ?? 0) + 5];
      await stage.page.mouse.move(x, y);
      await stage.page.mouse.down();
      await stage.page.mouse.move(x - 60, y, { steps: 6 });
      await stage.page.mouse.move(x - 120, y, { steps: 6 });
      await stage.page.mouse.up();
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
});
