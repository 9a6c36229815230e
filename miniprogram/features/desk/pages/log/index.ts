import { ask } from '../../../../lib/call';
import { shortDate } from '../../../../lib/dates';
import { dataOf, type Said } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { tell } from '../../../../lib/tell';
import { deskList } from '../../desk-list';
import { aboutText, filtersOf, logLine } from '../../log-view';

const rows = deskList('desk.log', ({ list }, today) => list.map((row) => logLine(row, today)));

Page(
  screen([wide, given('barcode', 'readerId'), rows], {
    data: {
      overridesOnly: false,
      from: '',
      fromText: '',
      /** What the list is narrowed to, in words. */
      about: '',
      today: libraryToday(),
    },
    onLoad() {
      this.setData({ about: aboutText(this.data) });
    },
    narrowed() {
      return filtersOf(this.data);
    },
    /** A barcode, a card number or a name: whom or what the log is about. */
    async search(event: Said<{ code: string }>) {
      const query = event.detail.code;
      const found = await ask('desk.findReaders', { query });
      if (!tell(found)) return;
      const { list } = found.value;
      if (list.length === 0) {
        await this.afresh({ barcode: query, readerId: '', about: aboutText({ barcode: query }) });
        return;
      }
      const reader = list.length === 1 ? list[0] : await oneOf(list);
      if (reader) await this.afresh({ barcode: '', readerId: reader.readerId, about: `读者 ${reader.name}` });
    },
    clear() {
      void this.afresh({ barcode: '', readerId: '', about: '' });
    },
    toggleOverrides() {
      void this.afresh({ overridesOnly: !this.data.overridesOnly });
    },
    pickFrom(event: Said<{ value: string }>) {
      const from = event.detail.value;
      void this.afresh({ from, fromText: shortDate(from, this.data.today) });
    },
    clearFrom() {
      void this.afresh({ from: '', fromText: '' });
    },
    openRow(event: WechatMiniprogram.TouchEvent) {
      if (dataOf(event).barcode) this.openItem(event);
    },
  }),
);

/** WeChat's action sheet holds six lines; whoever is not among them is found by the card number. */
function oneOf<Reader extends { name: string; cardNumber: string }>(
  list: Reader[],
): Promise<Reader | undefined> {
  const shown = list.slice(0, 6);
  return new Promise((resolve) => {
    wx.showActionSheet({
      itemList: shown.map(({ name, cardNumber }) => `${name} ${cardNumber}`),
      success: ({ tapIndex }) => resolve(shown[tapIndex]),
      fail: () => resolve(undefined),
    });
  });
}
