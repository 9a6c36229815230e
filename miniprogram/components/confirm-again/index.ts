import { act } from '../../lib/call';
import { answerWith, asking, notAsking } from '../../lib/asking';
import { asksBy, asksNoMore } from '../../lib/confirming';
import { sixDigits, type Answers } from '../ask-sheet/fields';

/**
 * Asks for the desk PIN where the library wants to know who is there, or for a first one. A page of staff
 * with acts that ask again has it once; nothing else of the page knows of it.
 */
Component({
  data: { ask: notAsking, pinSet: true },
  lifetimes: {
    attached() {
      const asker = (pinSet: boolean) =>
        new Promise<boolean>((resolve) => {
          kept.set(this, { asker, resolve });
          this.setData({ pinSet, ask: asking('confirm', pinSet ? confirmSheet : firstPinSheet) });
        });
      kept.set(this, { asker, resolve: () => undefined });
      asksBy(asker);
    },
    detached() {
      const mine = kept.get(this);
      if (!mine) return;
      asksNoMore(mine.asker);
      mine.resolve(false);
    },
  },
  pageLifetimes: {
    show() {
      const mine = kept.get(this);
      if (mine) asksBy(mine.asker);
    },
    hide() {
      const mine = kept.get(this);
      if (mine) asksNoMore(mine.asker);
    },
  },
  methods: {
    async answered({ detail }: WechatMiniprogram.CustomEvent<{ answers: Answers }>) {
      const { pin = '', again = '' } = detail.answers;
      const { pinSet } = this.data;
      if (!pinSet && pin !== again) {
        this.setData({ 'ask.problem': [{ code: 'again', text: '两次输入的密码不一样。' }] });
        return;
      }
      const confirmed = await answerWith(this, () =>
        pinSet ? act('safety.confirm', { pin }) : act('safety.setPin', { pin }),
      );
      if (confirmed) kept.get(this)?.resolve(true);
    },
    close() {
      this.setData({ 'ask.visible': false });
      kept.get(this)?.resolve(false);
    },
  },
});

const kept = new WeakMap<object, { asker(pinSet: boolean): Promise<boolean>; resolve(is: boolean): void }>();

const confirmSheet = {
  heading: '请确认是您本人',
  note: '这项操作较为重要，请输入您的办公密码。几分钟内不会再问。',
  fields: [sixDigits('pin', '办公密码')],
  confirm: '确认并继续',
};

const firstPinSheet = {
  heading: '先设一个办公密码',
  note: '退款、改规则等重要操作要用它确认是您本人。请勿用生日等容易猜到的数字，也不要告诉别人。',
  fields: [sixDigits('pin', '办公密码'), sixDigits('again', '再输一次')],
  confirm: '设置并继续',
};
