import type { Wish } from '../../../../../typings/contract';
import { act, ask, type Output } from '../../../../lib/call';
import { scanWithCamera } from '../../../../lib/camera';
import { remarksAt } from '../../../../lib/remarks';
import { open, routes } from '../../../../lib/routes';
import { maybe, none, one } from '../../../../lib/screen/empty';
import { given } from '../../../../lib/screen/given';
import { keepsTyped } from '../../../../lib/screen/keeps-typed';
import { opensTitle } from '../../../../lib/screen/opens-title';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { isRefusedFor } from '../../../../lib/tell';
import { offerMessages } from '../../../../lib/subscribe';
import { EMPTY, cleaned, isField, remarksOn, type Remarks, type WishForm } from '../../ask-form';
import { heldRows, leftText, metText, type HeldRow } from '../../wish-view';
import { wishRoutes } from '../../routes';

/** A book that the library should buy: what it knows of it already is said before it is sent. */
Page(
  screen([given('title', 'author', 'isbn'), submits(), keepsTyped(isField), opensTitle], {
    data: {
      form: EMPTY,
      remarks: one<Remarks>({}),
      left: '',
      /** The library takes none. */
      isShut: false,
      held: none<HeldRow>(),
      met: '',
      wish: maybe<Wish>(),
      /** Another edition than the one that the library has. */
      other: false,
      needsCard: false,
    },
    undrawn: () => ({ typed: EMPTY, looked: '' }),
    onLoad() {
      const { title, author, isbn } = this.data;
      this.undrawn.typed = { ...EMPTY, title, author, isbn };
      this.setData({ form: this.undrawn.typed });
      void this.look();
    },
    async scan() {
      const isbn = await scanWithCamera();
      if (!isbn) return;
      this.undrawn.typed = { ...this.undrawn.typed, isbn };
      this.setData({ form: this.undrawn.typed });
      await this.look();
    },
    /** Asked on leaving a field. An answer to what stood there before is dropped. */
    async look() {
      const { title, author, isbn } = cleaned(this.undrawn.typed);
      const asked = JSON.stringify([title, author, isbn]);
      if (asked === this.undrawn.looked) return;
      this.undrawn.looked = asked;
      const outcome = await ask('wishes.look', { title, author, isbn });
      if (this.undrawn.looked !== asked) return;
      if (outcome.kind === 'value') this.setData({ ...this.known(outcome.value), remarks: {} });
      else if (outcome.kind === 'invalid') this.setData({ remarks: remarksAt(outcome.fields, isField) });
      else this.undrawn.looked = '';
    },
    known({ held, wish, perMonth, left }: Output<'wishes.look'>) {
      return {
        ...{ held: heldRows(held), wish, met: wish ? metText(wish) : '', refusals: [], other: false },
        ...{ left: leftText({ perMonth, left }), isShut: perMonth === 0 },
      };
    },
    async send() {
      await this.submitWish(false);
    },
    async sendAnyway() {
      await this.submitWish(true);
    },
    async submitWish(anyway: boolean) {
      const form: WishForm = cleaned(this.undrawn.typed);
      const remarks = remarksOn(form);
      this.setData({ remarks, needsCard: false });
      if (Object.keys(remarks).length > 0) return;
      await offerMessages(['account']);
      const sent = await this.submit(
        'send',
        '荐购未提交',
        () => act('wishes.ask', { ...form, anyway }),
        (outcome) => ({
          remarks: outcome.kind === 'invalid' ? remarksAt(outcome.fields, isField) : {},
          needsCard: isRefusedFor(outcome, 'no_card'),
          other:
            outcome.kind === 'refused' &&
            outcome.refusals.some((each) => each.code === 'wish_held_here' && each.other),
        }),
      );
      if (!sent) return;
      wx.showToast({ title: sent.joined ? '已加入荐购' : '已提交' });
      wx.redirectTo({ url: wishRoutes.one(sent.wishId) });
    },
    openWish() {
      const { wish } = this.data;
      if (wish) open(wishRoutes.one(wish.wishId));
    },
    apply() {
      open(routes.apply);
    },
  }),
);
