import type { DonationWhich } from '../../../../../typings/contract';
import type { Output } from '../../../../lib/call';
import { open } from '../../../../lib/routes';
import { one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { donationRows } from '../../donation-view';
import { donationRoutes } from '../../routes';

const NAMES: { id: DonationWhich; name: string }[] = [
  { id: 'offered', name: '等答复' },
  { id: 'wanted', name: '等送来' },
  { id: 'received', name: '登记去向' },
  { id: 'ended', name: '已结束' },
];

/** What readers offer, by what is to be done. */
Page(
  screen([wide, paged('donationDesk.list', ({ list }, today) => donationRows(list, today))], {
    data: { which: one<DonationWhich>('offered'), chips: NAMES },
    asked() {
      return { which: this.data.which };
    },
    head({ counts }: Output<'donationDesk.list'>) {
      const of = (id: DonationWhich) => counts.find(({ which }) => which === id)?.count ?? 0;
      return { chips: NAMES.map(({ id, name }) => ({ id, name: of(id) > 0 ? `${name} ${of(id)}` : name })) };
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const chosen = NAMES.find(({ id }) => id === dataOf(event).id);
      if (chosen && chosen.id !== this.data.which) void this.afresh({ which: chosen.id });
    },
    openOne(event: WechatMiniprogram.TouchEvent) {
      open(donationRoutes.handle(dataOf(event).id ?? ''));
    },
  }),
);
