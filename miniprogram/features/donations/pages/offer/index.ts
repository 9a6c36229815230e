import type { BringingWay, GiverNaming, OfferedBook } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import { act, ask, type Output } from '../../../../lib/call';
import { scanWithCamera } from '../../../../lib/camera';
import { open } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { none, one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { NAMINGS, WAYS, bookRows, namingsAmong, type BookView } from '../../donation-view';
import { bookActs } from '../../offer-acts';
import { donationRoutes } from '../../routes';

type Facts = { book: OfferedBook; note: string };
const NEW: OfferedBook = { isbn: '', title: '', author: '', count: 1, condition: 'good' };

/** An offer: book by book, scanned or typed, how they come and how one is thanked. */
Page(
  screen([loads('donations.form', undefined, { when: 'opened' }), submits(), acts(bookActs)], {
    data: {
      rows: none<BookView>(),
      ways: WAYS,
      way: one<BringingWay>('bring'),
      namings: none<(typeof NAMINGS)[number]>(),
      naming: one<GiverNaming>('nobody'),
    },
    undrawn: () => ({ books: none<OfferedBook>(), words: '', penName: '' }),
    shown({ namings }: Output<'donations.form'>) {
      return { namings: namingsAmong(namings) };
    },
    async scan() {
      const isbn = await scanWithCamera();
      if (!isbn) return;
      const outcome = await this.once('scan', () => ask('donations.lookUp', { isbn }));
      const known = outcome?.kind === 'value' ? outcome.value.book : null;
      const isRead = outcome?.kind === 'value';
      const note = known ? `本馆有 ${known.copies} 册，也可以捐。` : isRead ? '馆里还没有这本书。' : '';
      const book = {
        ...NEW,
        isbn: isRead ? isbn : '',
        title: known?.title ?? '',
        author: known?.author ?? '',
      };
      await this.start('book', { book, note });
    },
    type() {
      void this.start('book', { book: NEW, note: '' });
    },
    acted({ value }: Acted<Facts, typeof bookActs>) {
      this.undrawn.books = [...this.undrawn.books, value];
      this.showBooks();
    },
    showBooks() {
      const books = this.undrawn.books.map((book) => ({ ...book, wanted: null, fate: '' as const }));
      this.setData({ rows: bookRows(books), refusals: [] });
    },
    take(event: WechatMiniprogram.TouchEvent) {
      const index = Number(dataOf(event).index);
      this.undrawn.books = this.undrawn.books.filter((_book, n) => n !== index);
      this.showBooks();
    },
    chooseWay(event: WechatMiniprogram.TouchEvent) {
      const chosen = WAYS.find(({ id }) => id === dataOf(event).id);
      if (chosen) this.setData({ way: chosen.id });
    },
    chooseNaming(event: WechatMiniprogram.TouchEvent) {
      const chosen = this.data.namings.find(({ id }) => id === dataOf(event).id);
      if (chosen) this.setData({ naming: chosen.id });
    },
    typeWords(event: WechatMiniprogram.Input) {
      this.undrawn.words = event.detail.value;
    },
    typePenName(event: WechatMiniprogram.Input) {
      this.undrawn.penName = event.detail.value;
    },
    async send() {
      const { books, words, penName } = this.undrawn;
      const { way, naming } = this.data;
      if (books.length === 0) {
        this.missing('请先加上要捐的书。');
        return;
      }
      const offer = { books, words: words.trim(), way, naming, penName: penName.trim() };
      const sent = await this.submit('send', '没有提交', () => act('donations.offer', offer));
      if (!sent) return;
      wx.navigateBack({ complete: () => open(donationRoutes.one(sent.donationId)) });
    },
  }),
);
