import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { fromQuery } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { deskWidth } from '../../../../lib/width';
import { receiptText, receiptView, type ReceiptView } from '../../account-view';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' } as object,
    receipt: '',
    readerId: '',
    view: null as ReceiptView | null,
  },
  onLoad(query: Record<string, string | undefined>) {
    this.setData({ receipt: fromQuery(query, 'receipt'), readerId: fromQuery(query, 'readerId') });
    void this.load();
  },
  onShow() {
    keepLook(this);
  },
  onResize() {
    this.setData({ width: deskWidth() });
  },
  async load() {
    const { receipt, readerId } = this.data;
    await load(this, {
      action: 'fees.receipt',
      input: { receipt, readerId },
      show: (value) => ({ view: receiptView(value, libraryToday()) }),
    });
  },
  copy() {
    const { view } = this.data;
    if (view) wx.setClipboardData({ data: receiptText(view) });
  },
  back() {
    wx.navigateBack();
  },
});
