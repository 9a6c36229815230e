import { act } from '../../../../lib/call';
import { open } from '../../../../lib/routes';
import { maybe, none } from '../../../../lib/screen/empty';
import { dataOf, type Said } from '../../../../lib/screen/event';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { grouped } from '../../../../lib/words';
import { acceptsHere } from '../../branch';
import { readerCategories, type Choice } from '../../categories';
import { deskLines } from '../../desk-refusals';
import { BLANK_CARD, cardFrom, checkCard, type CardMessages } from '../../new-card-form';
import { deskRoutes } from '../../routes';

const NO_MESSAGES: CardMessages = {};

Page(
  screen([wide, submits(deskLines)], {
    data: {
      ...BLANK_CARD,
      today: libraryToday(),
      categories: none<Choice>(),
      messages: NO_MESSAGES,
      asksBirthDay: false,
      done: maybe<{ name: string; number: string; card: string }>(),
    },
    onLoad() {
      void this.loadCategories();
    },
    async loadCategories() {
      this.setData({
        categories: await readerCategories(),
        asksBirthDay: acceptsHere() === 'number_and_birth_day',
      });
    },
    type(event: WechatMiniprogram.Input) {
      const { field = '' } = dataOf(event);
      this.setData({ [field]: event.detail.value, [`messages.${field}`]: '' });
    },
    pickBirthDate(event: Said<{ value: string }>) {
      this.setData({ birthDate: event.detail.value, 'messages.birthDate': '' });
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      this.setData({ category: dataOf(event).id ?? '', 'messages.category': '' });
    },
    async give() {
      if (this.data.busy) return;
      const messages = checkCard(this.data, this.data.today);
      this.setData({ messages, refusals: [] });
      if (Object.values(messages).some(Boolean)) return;
      const card = cardFrom(this.data);
      const given = await this.submit('give', '办证未完成', () => act('desk.newCard', card));
      if (!given) return;
      const { cardNumber } = given;
      this.setData({ done: { name: card.name, number: grouped(cardNumber), card: cardNumber } });
    },
    openReader() {
      if (this.data.done) open(deskRoutes.reader(this.data.done.card));
    },
    help() {
      open(deskRoutes.helpOn('cards'));
    },
    another() {
      this.setData({ ...BLANK_CARD, done: null, messages: NO_MESSAGES, refusals: [] });
    },
  }),
);
