import { ask, type Output } from '../../../../lib/call';
import type { RefusalLine } from '../../../../lib/refusals';
import { open } from '../../../../lib/routes';
import { none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { scans } from '../../../../lib/screen/scans';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { lines } from '../../../../lib/tell';
import { isCardCode } from '../../card-code';
import { deskRoutes } from '../../routes';

Page(
  screen([wide, scans], {
    data: {
      list: none<Output<'desk.findReaders'>['list'][number]>(),
      asked: '',
      /** Not `busy`: another scan meanwhile takes the place of the first. */
      finding: false,
      problem: none<RefusalLine>(),
    },
    async scan(query: string) {
      // Only the reader's own page has the code of the card page read.
      if (isCardCode(query)) return open(deskRoutes.reader(query));
      this.setData({ finding: true, problem: [], asked: query });
      const outcome = await ask('desk.findReaders', { query });
      this.setData({ finding: false });
      if (this.data.asked !== query) return;
      if (outcome.kind !== 'value') return this.setData({ problem: lines(outcome) ?? [], list: [] });
      const { list } = outcome.value;
      this.setData({ list });
      const [only] = list;
      if (only && list.length === 1) open(deskRoutes.reader(only.cardNumber));
    },
    again() {
      void this.scan(this.data.asked);
    },
    openReader(event: WechatMiniprogram.TouchEvent) {
      open(deskRoutes.reader(dataOf(event).card ?? ''));
    },
    help() {
      open(deskRoutes.helpOn('reader'));
    },
    newCard() {
      open(deskRoutes.newCard);
    },
  }),
);
