import type { Answers } from '../../../../components/ask-sheet/fields';
import { answerWith, asking, commentField, notAsking, type Asking } from '../../../../lib/asking';
import { act } from '../../../../lib/call';
import { deskLines } from '../../desk-refusals';
import { dataOf, deskListScreen } from '../../list-screen';
import { applicationLine } from '../../lists-view';

const screen = deskListScreen('desk.applications', (list, today) =>
  list.map((row) => applicationLine(row, today)),
);

Page({
  ...screen,
  data: { ...screen.data, ask: notAsking as Asking, asked: '' },
  accept(event: WechatMiniprogram.TouchEvent) {
    const { id = '', name = '' } = dataOf(event);
    const ask = asking('accept', {
      heading: `通过 ${name} 的申请`,
      note: '请核对证件上的姓名和出生日期。通过后读者证立即可用，会通知读者。',
      fields: [commentField('备注', '', false)],
      confirm: '通过',
    });
    this.setData({ asked: id, ask });
  },
  decline(event: WechatMiniprogram.TouchEvent) {
    const { id = '', name = '' } = dataOf(event);
    const ask = asking('decline', {
      heading: `不通过 ${name} 的申请`,
      note: '理由会告诉读者，请写清楚怎样补办。',
      fields: [commentField('理由', '例如：请带证件到服务台核对姓名')],
      confirm: '不通过',
    });
    this.setData({ asked: id, ask });
  },
  closeAsk() {
    this.setData({ 'ask.visible': false });
  },
  async answered(event: WechatMiniprogram.CustomEvent<{ answers: Answers }>) {
    const comment = (event.detail.answers.comment ?? '').trim();
    const { asked: readerId, ask } = this.data;
    const input = { readerId, accept: ask.what === 'accept', ...(comment ? { comment } : {}) };
    const done = await answerWith(this, () => act('desk.decideApplication', input), deskLines);
    if (done) await this.load();
  },
});
