import type { QueueRow } from '../../../../../typings/contract';
import type { Answers } from '../../../../components/ask-sheet/fields';
import { answerWith, asking, commentField, notAsking, type Asking } from '../../../../lib/asking';
import { act, ask } from '../../../../lib/call';
import { longDate } from '../../../../lib/dates';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { fromQuery, open } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { tell } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import { deskLines } from '../../desk-refusals';
import { dataOf } from '../../list-screen';
import { queueLines, toldText, type QueueLine } from '../../queue-view';
import { deskRoutes } from '../../routes';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' } as object,
    titleId: '',
    title: '',
    told: '',
    list: [] as QueueLine[],
    ask: notAsking as Asking,
    asked: '',
    busy: '',
  },
  onLoad(query: Record<string, string | undefined>) {
    this.setData({ titleId: fromQuery(query, 'titleId') });
    void this.load();
  },
  onShow() {
    keepLook(this);
  },
  onResize() {
    this.setData({ width: deskWidth() });
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  async load() {
    await load(this, {
      action: 'desk.queue',
      input: { titleId: this.data.titleId },
      show: ({ title, list, told }) => ({ title: title.title, told: toldText(told), ...this.lines(list) }),
    });
  },
  lines: (list: QueueRow[]) => ({ list: queueLines(list, libraryToday()) }),

  move(event: WechatMiniprogram.TouchEvent) {
    const { id = '', to = '1' } = dataOf(event);
    void this.moveTo(id, Number(to));
  },
  async moveTo(holdId: string, to: number) {
    if (this.data.busy) return;
    this.setData({ busy: holdId });
    const outcome = await act('desk.moveHold', { holdId, to });
    this.setData({ busy: '' });
    if (tell(outcome)) this.setData(this.lines(outcome.value.list));
    else await this.load();
  },
  cancel(event: WechatMiniprogram.TouchEvent) {
    const { id = '', who = '' } = dataOf(event);
    const sheet = asking('cancel', {
      heading: '取消这条预约',
      note: `${who}：取消后不再保留位置，会通知读者。`,
      fields: [commentField('理由', '例如：读者来电取消')],
      confirm: '取消预约',
    });
    this.setData({ asked: id, ask: sheet });
  },
  closeAsk() {
    this.setData({ 'ask.visible': false });
  },
  async answered(event: WechatMiniprogram.CustomEvent<{ answers: Answers }>) {
    const comment = (event.detail.answers.comment ?? '').trim();
    const holdId = this.data.asked;
    const done = await answerWith(this, () => act('desk.cancelHold', { holdId, comment }), deskLines);
    if (done) await this.load();
  },
  async recall(event: WechatMiniprogram.TouchEvent) {
    const { id = '' } = dataOf(event);
    if (this.data.busy) return;
    this.setData({ busy: id });
    const outcome = await act('desk.recall', { holdId: id });
    this.setData({ busy: '' });
    if (outcome.kind !== 'value') {
      tell(outcome);
      return;
    }
    const { barcode, dueOn, dueOnBefore } = outcome.value;
    const today = libraryToday();
    wx.showModal({
      title: '已催还',
      content: `${barcode} 的到期日从 ${longDate(dueOnBefore, today)} 提前到 ${longDate(dueOn, today)}，会通知借书的读者。`,
      showCancel: false,
      confirmText: '知道了',
    });
  },
  async openReader(event: WechatMiniprogram.TouchEvent) {
    const outcome = await ask('fees.account', { readerId: dataOf(event).reader ?? '' });
    if (tell(outcome)) open(deskRoutes.reader(outcome.value.cardNumber));
  },
  help() {
    open(deskRoutes.helpOn('queue'));
  },
});
