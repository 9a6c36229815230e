import { act, ask } from '../../../../lib/call';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none, one } from '../../../../lib/screen/empty';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { sendFile } from '../../../../lib/send-file';
import { forgetReader, knownMe } from '../../../../lib/session';
import { grouped } from '../../../../lib/words';
import { closeActs } from '../../close-acts';
import { sizeText } from '../../file';
import { consentRows, unreadPrivacy, type ConsentRow } from '../../privacy-view';
import { closingText, PRIVACY_VERSION, privacyText } from '../../texts';

const consents = loads('account.consents', ({ list }, today) => ({
  consents: consentRows(list, today),
  unread: unreadPrivacy(list, today),
}));

Page(
  screen([consents, submits(), acts(closeActs)], {
    data: {
      consents: none<ConsentRow>(),
      /** Which text was agreed to where it is no longer the one in force, or "". */
      unread: '',
      /** Only the newest few until the reader wants all. */
      allConsents: false,
      privacyText,
      closingText,
      sheet: one<'' | 'export' | 'closing'>(''),
      file: maybe<{ fileName: string; size: string }>(),
      number: '',
    },
    /** The text itself can be near a megabyte: only what is shown belongs into the page's data. */
    undrawn: () => ({ json: '' }),
    onShow() {
      this.setData({ number: grouped(knownMe()?.reader?.cardNumber ?? '') });
    },
    kept() {
      open(routes.kept);
    },
    async agree() {
      const agreed = await this.submit('agree', '没有确认成功', () =>
        act('account.consent', { what: 'privacy', given: true, version: PRIVACY_VERSION }),
      );
      if (agreed) await this.load();
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
      this.setData({ sheet: 'export', file: null });
      const everything = await this.submit('export', '', () => ask('account.export', {}));
      if (!everything) return;
      const { fileName, json } = everything;
      this.undrawn.json = json;
      this.setData({ file: { fileName, size: sizeText(json) } });
    },
    copy() {
      wx.setClipboardData({ data: this.undrawn.json });
    },
    async share() {
      const { file } = this.data;
      if (!file) return;
      const shared = await sendFile(file.fileName, this.undrawn.json);
      if (!shared) wx.showToast({ title: '没有发送，可改用复制', icon: 'none' });
    },
    closeSheet() {
      this.setData({ sheet: '' });
    },

    askClose() {
      this.setData({ sheet: 'closing' });
    },
    goOnClosing() {
      this.setData({ sheet: '' });
      void this.start('close', { number: this.data.number });
    },
    acted() {
      forgetReader();
      open(routes.home);
    },
  }),
);
