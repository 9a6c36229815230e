import type { NoticeTimes } from '../../../../../typings/contract';
import { act } from '../../../../lib/call';
import { acts } from '../../../../lib/screen/acts';
import { dataOf } from '../../../../lib/screen/event';
import { none } from '../../../../lib/screen/empty';
import { loads } from '../../../../lib/screen/loads';
import { loadsAgain } from '../../../../lib/screen/loads-again';
import { screen } from '../../../../lib/screen/screen';
import { offerMessages, prepareMessages } from '../../../../lib/subscribe';
import { meansOf, settingsView, type TopicGroup, type TopicRow } from '../../settings-view';
import { topicActs } from '../../topic-acts';

const EMPTY = { quiet: false, from: '22:00', to: '08:00', digest: false, digestAt: '18:30' };

Page(
  screen([loads('notices.settings', settingsView), acts(topicActs), loadsAgain], {
    data: { ...EMPTY, groups: none<TopicGroup>() },
    onLoad() {
      void prepareMessages();
    },
    rowAt(event: WechatMiniprogram.BaseEvent): TopicRow | undefined {
      const { group, index } = dataOf(event);
      return this.data.groups[Number(group)]?.rows[Number(index)];
    },
    toggleTopic(event: WechatMiniprogram.TouchEvent) {
      const row = this.rowAt(event);
      if (row) void this.start(row.on && meansOf(row.topic) ? 'switchOff' : 'flip', row, row.topic);
    },
    async allow(event: WechatMiniprogram.TouchEvent) {
      const row = this.rowAt(event);
      if (!row) return;
      const accepted = await offerMessages([row.topic]);
      if (accepted.length > 0) await this.load();
      else wx.showToast({ title: '没有允许，消息里照常能看到', icon: 'none' });
    },
    toggleQuiet() {
      void this.setTimes({ quiet: !this.data.quiet });
    },
    toggleDigest() {
      void this.setTimes({ digest: !this.data.digest });
    },
    pick(event: WechatMiniprogram.PickerChange) {
      const { what = '' } = dataOf(event);
      void this.setTimes({ [what]: String(event.detail.value) });
    },
    async setTimes(change: Partial<typeof EMPTY>) {
      const { quiet, from, to, digest, digestAt } = { ...this.data, ...change };
      const times: NoticeTimes = { quiet: quiet ? { from, to } : null, digestAt: digest ? digestAt : null };
      const done = await this.does('times', () => act('notices.setTimes', times), '已保存');
      if (done) this.setData(change);
    },
  }),
);
