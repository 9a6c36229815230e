import type { Answers } from '../../../../components/ask-sheet/fields';
import { answerWith, asking, commentField, notAsking, type Asking } from '../../../../lib/asking';
import { act } from '../../../../lib/call';
import { clock } from '../../../../lib/dates';
import { deskLines } from '../../desk-refusals';
import { dataOf, deskListScreen } from '../../list-screen';
import { conflictLine } from '../../lists-view';
import { strike, waitingScans } from '../../offline/desk-line';

const screen = deskListScreen('desk.conflicts', (list, today) => list.map((row) => conflictLine(row, today)));

Page({
  ...screen,
  data: {
    ...screen.data,
    ask: notAsking as Asking,
    asked: '',
    /** What this device has not handed over yet. */
    waiting: [] as { number: number; text: string; barcode: string }[],
  },
  onReady() {
    this.showWaiting();
  },
  showWaiting() {
    const waiting = waitingScans().map(({ number, action, barcode, card, scannedAt }) => ({
      number,
      barcode,
      text: `${clock(scannedAt)} ${action === 'checkOut' ? `借书 ${card ?? ''}` : '还书'}`,
    }));
    this.setData({ waiting });
  },
  async strike(event: WechatMiniprogram.TouchEvent) {
    const { number = '', barcode = '' } = dataOf(event);
    const { confirm } = await wx.showModal({
      title: `划掉 ${barcode}？`,
      content: '这条记录只在这台设备上，划掉后不会再上传。请先按实际情况处理这册书。',
      // A scanner's Enter presses the confirming button: that must be the one that loses nothing.
      confirmText: '留着',
      cancelText: '划掉',
    });
    if (confirm) return;
    if (!strike(Number(number))) wx.showToast({ title: '正在上传，请稍后再试', icon: 'none' });
    this.showWaiting();
  },
  settled() {
    this.showWaiting();
    void this.load();
  },
  settle(event: WechatMiniprogram.TouchEvent) {
    const { id = '', title = '' } = dataOf(event);
    const ask = asking('settle', {
      heading: '处理好了吗',
      note: `《${title}》：请先核对书和读者，按实际情况借出或还回，再在这里写明结果。`,
      fields: [commentField('处理结果', '例如：书在架上，已电话告知读者')],
      confirm: '写入记录，移出清单',
    });
    this.setData({ asked: id, ask });
  },
  closeAsk() {
    this.setData({ 'ask.visible': false });
  },
  async answered(event: WechatMiniprogram.CustomEvent<{ answers: Answers }>) {
    const comment = (event.detail.answers.comment ?? '').trim();
    const conflictId = this.data.asked;
    const done = await answerWith(this, () => act('desk.settleConflict', { conflictId, comment }), deskLines);
    if (done) await this.load();
  },
});
