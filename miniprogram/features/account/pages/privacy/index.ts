import { answerWith, asking, notAsking, type Asking } from '../../../../lib/asking';
import { act, ask } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import type { RefusalLine } from '../../../../lib/refusals';
import { open, routes } from '../../../../lib/routes';
import { forgetReader, knownMe, libraryToday } from '../../../../lib/session';
import { lines, tell } from '../../../../lib/tell';
import { grouped } from '../../../../lib/words';
import { shareFile } from '../../file';
import { consentRows, type ConsentRow } from '../../privacy-view';
import { closingText, privacyText } from '../../texts';

Page({
  data: {
    look: lookNow(),
    state: { kind: 'loading' },
    consents: [] as ConsentRow[],
    /** Only the newest few until the reader wants all. */
    allConsents: false,
    privacyText,
    closingText,
    sheet: '' as '' | 'export' | 'closing',
    file: null as { fileName: string; json: string; size: string } | null,
    problem: [] as RefusalLine[],
    ask: notAsking as Asking,
    number: '',
    busy: '',
  },
  onShow() {
    keepLook(this);
    const number = knownMe()?.reader?.cardNumber ?? '';
    this.setData({ number: grouped(number) });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  async load() {
    await load(this, {
      action: 'account.consents',
      input: {},
      show: ({ list }) => ({ consents: consentRows(list, libraryToday()) }),
    });
  },
  looks() {
    open(routes.looks);
  },
  preferences() {
    open(routes.preferences);
  },
  everyConsent() {
    this.setData({ allConsents: true });
  },

  async exportAll() {
    if (this.data.busy) return;
    this.setData({ busy: 'export', sheet: 'export', file: null, problem: [] });
    const outcome = await ask('account.export', {});
    if (outcome.kind !== 'value') {
      this.setData({ busy: '', problem: lines(outcome) ?? [] });
      return;
    }
    // The text itself can be near a megabyte: it stays out of the page's data, where only what is shown belongs.
    this.json = outcome.value.json;
    const { fileName, json } = outcome.value;
    this.setData({ busy: '', file: { fileName, json: '', size: sizeText(json) } });
  },
  json: '',
  copy() {
    wx.setClipboardData({ data: this.json });
  },
  async share() {
    const file = this.data.file;
    if (!file) return;
    const shared = await shareFile(file.fileName, this.json);
    if (!shared) wx.showToast({ title: '没有发送，可改用复制', icon: 'none' });
  },
  closeSheet() {
    this.setData({ sheet: '' });
  },

  askClose() {
    this.setData({ sheet: 'closing' });
  },
  goOnClosing() {
    this.setData({
      sheet: '',
      ask: asking('close', {
        heading: '确认注销',
        note: `请输入这张证的号码 ${this.data.number}，确认是您本人要注销。`,
        fields: [
          {
            name: 'cardNumber',
            label: '读者证号',
            kind: 'text',
            value: '',
            required: true,
            placeholder: '不用输空格',
          },
        ],
        confirm: '注销，不能恢复',
      }),
    });
  },
  closeAsk() {
    this.setData({ 'ask.visible': false });
  },
  async answered(event: WechatMiniprogram.CustomEvent<{ answers: Record<string, string> }>) {
    const cardNumber = (event.detail.answers['cardNumber'] ?? '').replace(/\s/g, '');
    const closed = await answerWith(this, () => act('account.close', { cardNumber }));
    if (!closed) return;
    forgetReader();
    tell({ kind: 'value', value: closed }, '已注销');
    open(routes.home);
  },
});

/** "12 KB" of what the file will be. */
function sizeText(json: string): string {
  return `约 ${Math.max(1, Math.round((json.length * 2) / 1024))} KB`;
}
