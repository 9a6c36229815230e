import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { receiptText, receiptView } from '../../account-view';

const receipt = loads('fees.receipt', (value, today) => ({ view: receiptView(value, today) }), {
  when: 'opened',
});

Page(
  screen([wide, given('receipt', 'readerId'), receipt], {
    asked() {
      const { receipt: number, readerId } = this.data;
      return { receipt: number, readerId };
    },
    copy() {
      const { view } = this.data;
      if (view) wx.setClipboardData({ data: receiptText(view) });
    },
    back() {
      wx.navigateBack();
    },
  }),
);
