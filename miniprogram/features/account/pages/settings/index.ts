import type { NoticeTopic, Reader } from '../../../../../typings/contract';
import type { AskField } from '../../../../components/ask-sheet/fields';
import { answerWith, asking, notAsking, type Asking } from '../../../../lib/asking';
import { act } from '../../../../lib/call';
import { elderMode, keepLook, lookNow, setElderMode } from '../../../../lib/look';
import { open, routes } from '../../../../lib/routes';
import { askMe, forgetReader, knownMe, noteReader } from '../../../../lib/session';
import { refusalLines } from '../../../../lib/refusals';
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
    phone: '',
    ask: notAsking as Asking,
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
      phone: reader?.phone ?? '',
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
      noteReader(outcome.value);
      this.setData({ busy: '', topics: topicRows(outcome.value) });
    } else this.setData({ busy: '', [`topics[${i}].on`]: !on });
  },
  askPhone() {
    this.setData({ ask: asking('phone', phoneForm) });
  },
  askPassword() {
    this.setData({ ask: asking('password', passwordForm(false)) });
  },
  closeAsk() {
    this.setData({ 'ask.visible': false });
  },
  async answered(event: WechatMiniprogram.CustomEvent<{ answers: Record<string, string> }>) {
    const { answers } = event.detail;
    if (this.data.ask.what === 'phone') await this.setPhone((answers['phone'] ?? '').trim());
    else await this.setPassword(answers);
  },
  async setPhone(phone: string) {
    const reader = await answerWith(this, () => act('account.setPhone', { phone }));
    if (!reader) return;
    noteReader(reader);
    this.show(reader);
    wx.showToast({ title: '已更换', icon: 'success' });
  },
  /** Whether an old password stands is known to the library alone: the first answer says so, and the form asks for it then. */
  async setPassword({ oldPassword = '', newPassword = '', again = '' }: Record<string, string>) {
    if (newPassword !== again) {
      this.setData({
        'ask.problem': [{ code: 'again', text: '两次输入的新密码不一样。', next: '请重新输入。' }],
      });
      return;
    }
    const asksOld = this.data.ask.fields.some(({ name }) => name === 'oldPassword');
    let needsOld = false;
    const changed = await answerWith(
      this,
      () => act('account.setPassword', { newPassword, ...(oldPassword && { oldPassword }) }),
      (refusals) => {
        needsOld = !asksOld && refusals.some(({ code }) => code === 'wrong_password');
        return needsOld ? [] : refusalLines(refusals);
      },
    );
    if (needsOld) this.setData({ ask: asking('password', passwordForm(true)) });
    else if (changed) wx.showToast({ title: '密码已设置', icon: 'success' });
  },
  family() {
    open(routes.family);
  },
  privacy() {
    open(routes.privacy);
  },
  preferences() {
    open(routes.preferences);
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

const phoneForm = {
  heading: '更换手机号',
  note: '借阅联系和找回密码用，只有馆员看得到。',
  fields: [
    {
      name: 'phone',
      label: '新手机号',
      kind: 'text' as const,
      value: '',
      required: true,
      placeholder: '11 位手机号',
    },
  ],
  confirm: '更换',
};

function passwordForm(asksOld: boolean): Pick<Asking, 'heading' | 'note' | 'fields' | 'confirm'> {
  const field = (name: string, label: string): AskField => ({
    name,
    label,
    kind: 'password',
    value: '',
    required: true,
    placeholder: '6 位数字',
  });
  return {
    heading: '读者证密码',
    note: asksOld
      ? '这张证已有密码，请先输入原来的；忘记了可到任一分馆服务台重设。'
      : '换手机或在别的微信绑定这张证时要用，请勿用生日等容易猜到的数字。',
    fields: [
      ...(asksOld ? [field('oldPassword', '原密码')] : []),
      field('newPassword', '新密码'),
      field('again', '再输一次新密码'),
    ],
    confirm: '设置',
  };
}

function topicRows(reader: Reader): TopicRow[] {
  const topics = Object.keys(topicNames) as NoticeTopic[];
  return topics.map((topic) => ({ topic, ...topicNames[topic], on: reader.topics[topic] }));
}
