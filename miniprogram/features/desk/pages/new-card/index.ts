import { act } from '../../../../lib/call';
import { keepLook, lookNow } from '../../../../lib/look';
import { open } from '../../../../lib/routes';
import type { RefusalLine } from '../../../../lib/refusals';
import { libraryToday } from '../../../../lib/session';
import { lines } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import { grouped } from '../../../../lib/words';
import { readerCategories, type Choice } from '../../categories';
import { deskLines } from '../../desk-refusals';
import { dataOf } from '../../list-screen';
import { checkCard, type CardForm, type CardMessages } from '../../new-card-form';
import { deskRoutes } from '../../routes';

const BLANK: CardForm = { name: '', birthDate: '', phone: '', category: '', guardianCard: '', password: '' };

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    today: libraryToday(),
    ...BLANK,
    categories: [] as Choice[],
    messages: {} as CardMessages,
    problem: [] as RefusalLine[],
    busy: false,
    done: null as { name: string; number: string; card: string } | null,
  },
  onLoad() {
    void this.loadCategories();
  },
  onShow() {
    keepLook(this);
  },
  onResize() {
    this.setData({ width: deskWidth() });
  },
  async loadCategories() {
    this.setData({ categories: await readerCategories() });
  },
  type(event: WechatMiniprogram.Input) {
    const { field = '' } = event.currentTarget.dataset as { field?: string };
    this.setData({ [field]: event.detail.value, [`messages.${field}`]: '' });
  },
  pickBirthDate(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ birthDate: event.detail.value, 'messages.birthDate': '' });
  },
  choose(event: WechatMiniprogram.TouchEvent) {
    this.setData({ category: dataOf(event).id ?? '', 'messages.category': '' });
  },
  async submit() {
    if (this.data.busy) return;
    const { name, birthDate, phone, category, guardianCard, password, today } = this.data;
    const messages = checkCard({ name, birthDate, phone, category, guardianCard, password }, today);
    this.setData({ messages, problem: [] });
    if (Object.values(messages).some(Boolean)) return;
    this.setData({ busy: true });
    const outcome = await act('desk.newCard', {
      name: name.trim(),
      birthDate,
      phone: phone.trim(),
      category,
      ...(guardianCard.trim() ? { guardianCard: guardianCard.trim() } : {}),
      ...(password ? { password } : {}),
    });
    this.setData({ busy: false });
    if (outcome.kind === 'value') {
      const { cardNumber } = outcome.value;
      this.setData({ done: { name: name.trim(), number: grouped(cardNumber), card: cardNumber } });
      return;
    }
    const problem = outcome.kind === 'refused' ? deskLines(outcome.refusals) : (lines(outcome) ?? []);
    this.setData({ problem });
  },
  openReader() {
    if (this.data.done) open(deskRoutes.reader(this.data.done.card));
  },
  help() {
    open(deskRoutes.helpOn('cards'));
  },
  another() {
    this.setData({ ...BLANK, done: null, messages: {}, problem: [] });
  },
});
