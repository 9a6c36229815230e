import type { Reader } from '../../../../../typings/contract';
import { act } from '../../../../lib/call';
import { classes } from '../../../../lib/classes';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { refusalLines } from '../../../../lib/refusals';
import { open, routes } from '../../../../lib/routes';
import { noteMe, noteReader } from '../../../../lib/session';
import { tell } from '../../../../lib/tell';
import { historyText } from '../../texts';

interface InterestRow {
  clc: string;
  name: string;
  on: boolean;
}

Page({
  data: {
    look: lookNow(),
    state: { kind: 'loading' } as Record<string, unknown>,
    interests: [] as InterestRow[],
    keepsHistory: false,
    historyText,
    /** The dialog that explains what switching the history means: '' or what it would become. */
    asking: '' as '' | 'on' | 'off',
    busy: '',
  },
  onShow() {
    keepLook(this);
    void this.load();
  },
  async load() {
    const outcome = await load(this, {
      action: 'account.me',
      input: {},
      keepAs: 'account.me',
      show: ({ reader }) => (reader ? shown(reader) : {}),
    });
    if (outcome.kind !== 'value') return;
    noteMe(outcome.value);
    if (!outcome.value.reader)
      this.setData({ state: { kind: 'refused', lines: refusalLines([{ code: 'no_card' }]) } });
  },
  async toggleInterest(event: WechatMiniprogram.TouchEvent) {
    if (this.data.busy) return;
    const i = Number(event.currentTarget.dataset.index);
    const before = this.data.interests[i];
    if (!before) return;
    this.setData({ busy: before.clc, [`interests[${i}].on`]: !before.on });
    const interests = this.data.interests.filter(({ on }) => on).map(({ clc }) => clc);
    const outcome = await act('account.setPreferences', { interests });
    this.setData({ busy: '' });
    if (tell(outcome)) this.take(outcome.value);
    else this.setData({ [`interests[${i}].on`]: before.on });
  },
  /** Both ways are asked first: switching on is a consent, switching off cannot be taken back. */
  askHistory() {
    if (!this.data.busy) this.setData({ asking: this.data.keepsHistory ? 'off' : 'on' });
  },
  stay() {
    this.setData({ asking: '' });
  },
  async setHistory() {
    const keepsHistory = this.data.asking === 'on';
    this.setData({ asking: '', busy: 'history' });
    const outcome = await act('account.setPreferences', { keepsHistory });
    this.setData({ busy: '' });
    if (tell(outcome, keepsHistory ? '已开启' : '已关闭')) this.take(outcome.value);
  },
  take(reader: Reader) {
    noteReader(reader);
    this.setData(shown(reader));
  },
  history() {
    open(routes.history);
  },
});

function shown({ interests, keepsHistory }: Reader) {
  return {
    keepsHistory,
    interests: classes.map(({ clc, name }) => ({ clc, name, on: interests.includes(clc) })),
  };
}
