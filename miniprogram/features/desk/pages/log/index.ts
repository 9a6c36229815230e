import { ask, type Input } from '../../../../lib/call';
import { shortDate } from '../../../../lib/dates';
import { fromQuery } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { tell } from '../../../../lib/tell';
import { dataOf, deskListScreen } from '../../list-screen';
import { logLine } from '../../log-view';

interface Filters {
  barcode: string;
  readerId: string;
  overridesOnly: boolean;
  from: string;
}

const screen = deskListScreen(
  'desk.log',
  (list, today) => list.map((row) => logLine(row, today)),
  ({ data }) => filtersOf(data as Filters),
);

Page({
  ...screen,
  data: {
    ...screen.data,
    barcode: '',
    readerId: '',
    overridesOnly: false,
    from: '',
    fromText: '',
    /** What the list is narrowed to, in words. */
    about: '',
    today: libraryToday(),
  },
  onLoad(query: Record<string, string | undefined>) {
    const barcode = fromQuery(query, 'barcode');
    const readerId = fromQuery(query, 'readerId');
    this.setData({ barcode, readerId, about: barcode ? `条码 ${barcode}` : readerId ? '这位读者' : '' });
  },
  /** A barcode, a card number or a name: whom or what the log is about. */
  async search(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
    const query = event.detail.code;
    const found = await ask('desk.findReaders', { query });
    if (!tell(found)) return;
    const { list } = found.value;
    if (list.length === 0) return this.narrow({ barcode: query, readerId: '', about: `条码 ${query}` });
    const reader = list.length === 1 ? list[0] : await oneOf(list);
    if (reader) this.narrow({ barcode: '', readerId: reader.readerId, about: `读者 ${reader.name}` });
  },
  clear() {
    this.narrow({ barcode: '', readerId: '', about: '' });
  },
  toggleOverrides() {
    this.narrow({ overridesOnly: !this.data.overridesOnly });
  },
  pickFrom(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const from = event.detail.value;
    this.narrow({ from, fromText: shortDate(from, this.data.today) });
  },
  clearFrom() {
    this.narrow({ from: '', fromText: '' });
  },
  narrow(change: Partial<Filters> & { about?: string; fromText?: string }) {
    this.setData({ ...change, list: [], next: '', state: { kind: 'loading' } });
    void this.load();
  },
  openRow(event: WechatMiniprogram.TouchEvent) {
    if (dataOf(event).barcode) this.openItem(event);
  },
});

function filtersOf({ barcode, readerId, overridesOnly, from }: Filters): Partial<Input<'desk.log'>> {
  return {
    ...(barcode ? { barcode } : {}),
    ...(readerId ? { readerId } : {}),
    ...(overridesOnly ? { overridesOnly } : {}),
    ...(from ? { from } : {}),
  };
}

type Found = { readerId: string; name: string; cardNumber: string };

/** WeChat's action sheet holds six lines; whoever is not among them is found by the card number. */
function oneOf<F extends Found>(list: F[]): Promise<F | undefined> {
  const shown = list.slice(0, 6);
  return new Promise((resolve) => {
    wx.showActionSheet({
      itemList: shown.map(({ name, cardNumber }) => `${name} ${cardNumber}`),
      success: ({ tapIndex }) => resolve(shown[tapIndex]),
      fail: () => resolve(undefined),
    });
  });
}
