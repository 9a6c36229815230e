import type { DeliveryKind, InvalidField, Refusal } from '../../../../../typings/contract';
import { act, type Outcome } from '../../../../lib/call';
import { open, routes } from '../../../../lib/routes';
import { one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { keepsTyped } from '../../../../lib/screen/keeps-typed';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { offerMessages } from '../../../../lib/subscribe';
import { KINDS } from '../../delivery-view';
import { EMPTY, fieldsOf, isField, remarksFrom, remarksOn, wantedOf, type Remarks } from '../../request-form';
import { deliveryRoutes } from '../../routes';
import { STATEMENT_VERSION, statement } from '../../statement';

const KIND = one<DeliveryKind>('article');
const whetherOpen = loads('deliveries.mine', ({ open: isOpen }) => ({ isOpen }), { when: 'opened' });

const begunWith = given('title', 'isbn', 'talkId', 'kind', 'author', 'within', 'year');

Page(
  screen([begunWith, whetherOpen, submits(), keepsTyped(isField)], {
    data: {
      kinds: KINDS,
      chosen: KIND,
      fields: fieldsOf(KIND),
      /** What the fields begin with; what is typed is kept beside the data. */
      form: EMPTY,
      remarks: one<Remarks>({}),
      statement,
      agreed: false,
      agreeMissing: false,
      /** The library has it itself: "" or the title's id. */
      heldHere: '',
    },
    undrawn: () => ({ typed: EMPTY }),
    onReady() {
      const { title, isbn, kind, author, within, year } = this.data;
      const known = { ...EMPTY, title, isbn, author, within, year };
      this.undrawn.typed = known;
      const chosen = KINDS.find(({ id }) => id === kind)?.id ?? (isbn ? 'book' : KIND);
      this.setData({ form: known, chosen, fields: fieldsOf(chosen) });
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const kind = KINDS.find(({ id }) => id === dataOf(event).id)?.id;
      // What was typed stays, also for a kind that asks for more.
      if (kind) this.setData({ chosen: kind, fields: fieldsOf(kind), form: this.undrawn.typed, remarks: {} });
    },
    agree() {
      this.setData({ agreed: !this.data.agreed, agreeMissing: false });
    },
    send() {
      return this.sent(false);
    },
    /** Another edition is meant than the one that is here. */
    sendAnyway() {
      return this.sent(true);
    },
    openHeld() {
      open(routes.title(this.data.heldHere));
    },
    async sent(anyway: boolean) {
      const { chosen: kind, agreed, talkId } = this.data;
      const wanted = wantedOf(kind, this.undrawn.typed);
      const remarks = remarksOn(kind, wanted);
      this.setData({ remarks, agreeMissing: !agreed });
      if (!agreed || Object.keys(remarks).length > 0) return;
      await offerMessages(['reference']);
      const input = {
        ...{ kind, wanted, agreedTo: STATEMENT_VERSION, anyway },
        ...(talkId && { talkId }),
      };
      const made = await this.submit('send', '没有提交', () => act('deliveries.ask', input), told);
      if (made) wx.redirectTo({ url: deliveryRoutes.one(made.deliveryId) });
    },
  }),
);

/** What is said at fields, and which title is here already. */
function told(outcome: Exclude<Outcome<unknown>, { kind: 'value' }>): Record<string, unknown> {
  const invalid: InvalidField[] = outcome.kind === 'invalid' ? outcome.fields : [];
  const refused: Refusal[] = outcome.kind === 'refused' ? outcome.refusals : [];
  const held = refused.flatMap((each) => (each.code === 'delivery_held_here' ? [each.titleId] : []));
  return { remarks: remarksFrom(invalid), heldHere: held[0] ?? '' };
}
