import type { FeesAccount } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { accountHead, moneyLines, needsSettling, type AccountHead } from '../../account-view';
import { accountActs, isReceipt, moneyActs, type AtAccount } from '../../money-acts';
import { receiptPage } from '../../routes';

const lines = paged('fees.account', moneyLines);

Page(
  screen([wide, given('readerId'), lines, acts(moneyActs)], {
    data: {
      head: maybe<AccountHead>(),
      /** What is offered with the account as a whole. */
      offered: none<ReturnType<typeof accountActs>[number]>(),
      done: '',
    },
    asked() {
      return { readerId: this.data.readerId };
    },
    head(account: FeesAccount) {
      const head = accountHead(account);
      return { head, offered: accountActs(head, needsSettling(account)) };
    },
    begin(event: WechatMiniprogram.TouchEvent) {
      const { act = '', line = '' } = dataOf(event);
      const { head, list, readerId } = this.data;
      if (!head) return;
      const about = list.find(({ lineId }) => lineId === line);
      this.setData({ done: '' });
      void this.start(act, { readerId, head, ...(about ? { line: about } : {}) });
    },
    acted({ value }: Acted<AtAccount, typeof moneyActs>) {
      if (isReceipt(value)) return open(receiptPage(value.receipt, this.data.readerId));
      this.setData({
        ...this.head(value),
        list: moneyLines(value, libraryToday()),
        next: value.next ?? '',
        more: 'idle',
        done: '已记账',
      });
    },
    receipt(event: WechatMiniprogram.TouchEvent) {
      open(receiptPage(dataOf(event).receipt ?? '', this.data.readerId));
    },
    openReader() {
      const { head } = this.data;
      if (head) open(routes.deskReader(head.cardNumber));
    },
    help() {
      open(routes.deskHelp('money'));
    },
  }),
);
