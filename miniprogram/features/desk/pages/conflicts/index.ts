import { acts } from '../../../../lib/screen/acts';
import { none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { conflictActs } from '../../conflict-acts';
import { deskList } from '../../desk-list';
import { deskLines } from '../../desk-refusals';
import { conflictLine, waitingLine, type WaitingLine } from '../../lists-view';
import { strike, waitingScans } from '../../offline/desk-line';
import { meantBesideScanner } from '../../scanner-safe';

const conflicts = deskList('desk.conflicts', ({ list }, today) =>
  list.map((row) => conflictLine(row, today)),
);

Page(
  screen([wide, conflicts, acts(conflictActs, deskLines)], {
    data: {
      /** What this device has not handed over yet. */
      waiting: none<WaitingLine>(),
    },
    onReady() {
      this.showWaiting();
    },
    showWaiting() {
      this.setData({ waiting: waitingScans().map(waitingLine) });
    },
    async strike(event: WechatMiniprogram.TouchEvent) {
      const { number = '', barcode = '' } = dataOf(event);
      const meant = await meantBesideScanner({
        title: `划掉 ${barcode}？`,
        content: '这条记录只在这台设备上，划掉后不会再上传。请先按实际情况处理这册书。',
        stay: '留着',
        go: '划掉',
      });
      if (!meant) return;
      if (!strike(Number(number))) wx.showToast({ title: '正在上传，请稍后再试', icon: 'none' });
      this.showWaiting();
    },
    settled() {
      this.showWaiting();
      void this.load();
    },
    settle(event: WechatMiniprogram.TouchEvent) {
      const { id = '', title = '' } = dataOf(event);
      void this.start('settle', { conflictId: id, title });
    },
    async acted() {
      await this.load();
    },
  }),
);
