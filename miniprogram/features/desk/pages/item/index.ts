import type { DeskItem } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import type { Query } from '../../../../lib/screen/part';
import { scans } from '../../../../lib/screen/scans';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { branchHere, rolesHere } from '../../branch';
import { deskLines } from '../../desk-refusals';
import { itemActs } from '../../item-acts';
import { isItemPlace, ITEM_PLACES } from '../../item-places';
import { itemView, type ItemView } from '../../item-view';
import { openReader } from '../../open-reader';
import { may } from '../../override-view';
import { deskRoutes } from '../../routes';
import { cleanCode } from '../../scan-row';

Page(
  screen([wide, scans, loads('desk.item', undefined, { when: 'opened' }), acts(itemActs, deskLines)], {
    data: {
      barcode: '',
      view: maybe<ItemView>(),
      done: '',
    },
    undrawn: () => ({ item: maybe<DeskItem>() }),
    onLoad(query: Query) {
      const barcode = fromQuery(query, 'barcode');
      // Opened without a copy, the page waits for a scan.
      this.setData(barcode ? { barcode: cleanCode(barcode) } : { state: { kind: 'ready' } });
    },
    async asked() {
      const { barcode } = this.data;
      if (!barcode) return undefined;
      // What may be done with the copy depends on who works here.
      await branchHere();
      return { barcode };
    },
    shown(item: DeskItem) {
      this.undrawn.item = item;
      return { view: itemView(item, libraryToday(), may(rolesHere(), 'cataloguer')) };
    },
    async scan(code: string) {
      this.undrawn.item = null;
      this.setData({ barcode: cleanCode(code), view: null, done: '', state: { kind: 'loading' } });
      await this.load();
    },
    act(event: WechatMiniprogram.TouchEvent) {
      const { act = '' } = dataOf(event);
      const { item } = this.undrawn;
      if (!item || this.data.busy) return;
      if (isItemPlace(act)) return open(ITEM_PLACES[act](item));
      this.setData({ done: '' });
      void this.start(act, item);
    },
    async acted({ id }: Acted<DeskItem, typeof itemActs>) {
      // What was asked for in no sheet is said in passing.
      if (id !== 'claim' && id !== 'unclaim') this.setData({ done: '已登记' });
      await this.load();
    },
    openReader() {
      const { loan } = this.undrawn.item ?? {};
      if (loan) void openReader(loan.readerId);
    },
    openTitle() {
      const { item } = this.undrawn;
      if (item) open(routes.title(item.title.titleId));
    },
    help() {
      open(deskRoutes.helpOn('copies'));
    },
  }),
);
