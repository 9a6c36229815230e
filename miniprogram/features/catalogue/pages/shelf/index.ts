import type { ShelfStretch } from '../../../../../typings/contract';
import { ask } from '../../../../lib/call';
import type { More } from '../../../../lib/more';
import { open, routes } from '../../../../lib/routes';
import { none, one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import {
  around,
  begun,
  grown,
  moved,
  shelfView,
  type Shelf,
  type ShelfRow,
  type Way,
} from '../../shelf-view';

const shelf = loads('catalogue.shelf', undefined, { keep: true, when: 'opened' });

/** The shelf around a title at one branch, read from left to right; only what is near is drawn. */
Page(
  screen([given('titleId', 'branchId'), shelf], {
    data: {
      branchName: '',
      rows: none<ShelfRow>(),
      hasLeft: false,
      hasRight: false,
      more: one<Record<Way, More>>({ left: 'idle', right: 'idle' }),
    },
    undrawn: () => ({ shelf: one<Shelf>({ known: [], ends: {}, drawn: around([], '') }) }),
    asked() {
      const { titleId, branchId } = this.data;
      return { titleId, branchId };
    },
    shown(stretch: ShelfStretch) {
      const { titleId } = this.data;
      this.undrawn.shelf = begun(stretch, titleId);
      return { branchName: stretch.branchName, ...shelfView(this.undrawn.shelf, titleId) };
    },
    /** Past the rows that stand to the left of the title. */
    loaded() {
      wx.nextTick(() => wx.pageScrollTo({ selector: '#here', offsetTop: -120, duration: 0 }));
    },
    async further(event: WechatMiniprogram.TouchEvent) {
      const way: Way = dataOf(event).way === 'left' ? 'left' : 'right';
      if (this.data.more[way] === 'loading') return;
      const { known, drawn } = this.undrawn.shelf;
      const isKnown = way === 'left' ? drawn.from > 0 : drawn.to < known.length;
      if (!isKnown && !(await this.read(way))) return;
      const here = this.undrawn.shelf;
      this.undrawn.shelf = { ...here, drawn: moved(here.drawn, way, here.known.length) };
      this.setData(shelfView(this.undrawn.shelf, this.data.titleId));
    },
    /** The next stretch to one side; true when there is something to draw. */
    async read(way: Way): Promise<boolean> {
      const from = this.undrawn.shelf.ends[way];
      if (from === undefined) return false;
      const { titleId, branchId } = this.data;
      this.setData({ [`more.${way}`]: 'loading' });
      const outcome = await ask('catalogue.shelf', { branchId, titleId, [way]: from });
      if (outcome.kind !== 'value') {
        this.setData({ [`more.${way}`]: 'failed' });
        return false;
      }
      const before = this.undrawn.shelf;
      const after = grown(before, outcome.value, way);
      this.undrawn.shelf = after;
      this.setData({ [`more.${way}`]: 'idle', ...shelfView(after, titleId) });
      return after.known.length > before.known.length;
    },
    openTitle(event: WechatMiniprogram.TouchEvent) {
      const { id = '' } = dataOf(event);
      if (id !== this.data.titleId) open(routes.title(id));
      else wx.navigateBack();
    },
  }),
);
