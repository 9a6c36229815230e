import type { NoticeTopic, Reader } from '../../../../../typings/contract';
import { act } from '../../../../lib/call';
import { elderMode, keepLook, lookNow, setElderMode } from '../../../../lib/look';
import { open, routes } from '../../../../lib/routes';
import { askMe, forgetReader, knownMe, noteMe } from '../../../../lib/session';
import { tell } from '../../../../lib/tell';
import { grouped, topicNames } from '../../../../lib/words';

interface TopicRow {
  topic: NoticeTopic;
  name: string;
  about: string;
  on: boolean;
}

Page({
  data: {
    look: lookNow(),
    elder: elderMode(),
    dark: lookNow().includes('dark'),
    number: '',
    topics: [] as TopicRow[],
    busy: '',
    leaving: false,
  },
  async onShow() {
    keepLook(this);
    this.show(knownMe()?.reader ?? null);
    const outcome = await askMe();
    if (outcome.kind === 'value') this.show(outcome.value.reader);
  },
  show(reader: Reader | null) {
    this.setData({
      dark: lookNow().includes('dark'),
      number: reader ? grouped(reader.cardNumber) : '',
      topics: reader ? topicRows(reader) : [],
    });
  },
  // The whole line is the target, not the small switch at its end.
  toggleElder() {
    const elder = !this.data.elder;
    this.setData({ elder });
    setElderMode(elder);
    keepLook(this);
  },
  async toggleTopic(event: WechatMiniprogram.TouchEvent) {
    const i = Number(event.currentTarget.dataset.index);
    const row = this.data.topics[i];
    if (this.data.busy || !row) return;
    const { topic } = row;
    const on = !row.on;
    this.setData({ busy: topic, [`topics[${i}].on`]: on });
    const outcome = await act('account.setTopic', { topic, on });
    if (tell(outcome)) {
      const me = knownMe();
      if (me) noteMe({ ...me, reader: outcome.value });
      this.setData({ busy: '', topics: topicRows(outcome.value) });
    } else this.setData({ busy: '', [`topics[${i}].on`]: !on });
  },
  askLogOut() {
    this.setData({ leaving: true });
  },
  stay() {
    this.setData({ leaving: false });
  },
  async logOut() {
    this.setData({ leaving: false });
    if (this.data.busy) return;
    this.setData({ busy: 'logOut' });
    const outcome = await act('account.logOut', {});
    this.setData({ busy: '' });
    if (!tell(outcome)) return;
    forgetReader();
    open(routes.home);
  },
});

function topicRows(reader: Reader): TopicRow[] {
  const topics = Object.keys(topicNames) as NoticeTopic[];
  return topics.map((topic) => ({ topic, ...topicNames[topic], on: reader.topics[topic] }));
}
