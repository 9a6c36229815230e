import type { DeskReader } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { branchHere, rolesHere } from '../../branch';
import { deskLines } from '../../desk-refusals';
import { holdForReader } from '../../hold-for-reader';
import { may } from '../../override-view';
import { readerActs, type AtReader } from '../../reader-acts';
import { readerActRows, readerView, type ReaderActRow, type ReaderView } from '../../reader-view';
import { deskRoutes } from '../../routes';

Page(
  screen(
    [
      wide,
      given('card'),
      loads('desk.reader'),
      acts<AtReader, typeof readerActs>(readerActs, deskLines),
      holdForReader,
    ],
    {
      data: {
        view: maybe<ReaderView>(),
        /** What a card is good for, its category and its end, is a manager's to change. */
        manages: false,
        rows: none<ReaderActRow>(),
        done: '',
      },
      undrawn: () => ({ reader: maybe<DeskReader>() }),
      async asked() {
        // Opened by itself, the page does not know yet who works here.
        await branchHere();
        // Nobody need stand here: nothing is lent on this page.
        return { scanned: this.data.card, isLookedUp: true };
      },
      shown(reader: DeskReader) {
        this.undrawn.reader = reader;
        const manages = may(rolesHere(), 'manager');
        return {
          view: readerView(reader, libraryToday()),
          manages,
          rows: readerActRows(manages, reader.guardianName !== undefined),
        };
      },

      renew(event: WechatMiniprogram.TouchEvent) {
        const { id = '' } = dataOf(event);
        this.begin('renew', id);
      },
      lift(event: WechatMiniprogram.TouchEvent) {
        const { lift = '' } = dataOf(event);
        if (lift === 'pay' || lift === 'deposit') this.money();
        else this.begin(lift);
      },
      change(event: WechatMiniprogram.TouchEvent) {
        this.begin(dataOf(event).act ?? '');
      },
      begin(act: string, loanId = '') {
        const { reader } = this.undrawn;
        if (!reader || this.data.busy) return;
        this.setData({ done: '' });
        void this.start(act, { reader, today: libraryToday(), loanId }, loanId || act);
      },
      async acted(done: Acted<AtReader, typeof readerActs>) {
        if (done.id === 'renew') wx.showToast({ title: '已续借', icon: 'success' });
        else if (done.id === 'replace') {
          // The old number opens nothing from now on.
          const { cardNumber } = done.value;
          this.setData({ card: cardNumber, done: `新证号 ${cardNumber}` });
        } else this.setData({ done: '已保存' });
        await this.load();
      },

      holder() {
        return this.undrawn.reader?.readerId ?? '';
      },
      async held() {
        await this.load();
      },
      openItem(event: WechatMiniprogram.TouchEvent) {
        open(deskRoutes.item(dataOf(event).barcode ?? ''));
      },
      money() {
        const { reader } = this.undrawn;
        if (reader) open(routes.fees(reader.readerId));
      },
      log() {
        const { reader } = this.undrawn;
        if (reader) open(deskRoutes.logOfReader(reader.readerId));
      },
      checkOut() {
        open(deskRoutes.checkOut);
      },
      help() {
        open(deskRoutes.helpOn('reader'));
      },
    },
  ),
);
