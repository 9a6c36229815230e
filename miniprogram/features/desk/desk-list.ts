import type { LocalDate } from '../../../typings/contract';
import type { Input, Output } from '../../lib/call';
import type { ListAction } from '../../lib/more';
import { open, routes } from '../../lib/routes';
import { dataOf } from '../../lib/screen/event';
import { paged, type Paged, type PagedData } from '../../lib/screen/paged';
import type { Part } from '../../lib/screen/part';
import { branchHere } from './branch';
import { deskRoutes } from './routes';

/** Lists of the desk: those of a branch, and those of the whole library. */
type DeskList = Extract<ListAction, `desk.${string}`>;

/** The ways that rows lead. */
const ways = {
  checkIn() {
    open(deskRoutes.checkIn);
  },
  openItem(event: WechatMiniprogram.TouchEvent) {
    open(deskRoutes.item(dataOf(event).barcode ?? ''));
  },
  openFees(event: WechatMiniprogram.TouchEvent) {
    open(routes.fees(dataOf(event).reader ?? ''));
  },
  openHelp(event: WechatMiniprogram.TouchEvent) {
    open(deskRoutes.helpOn(dataOf(event).topic ?? ''));
  },
};

/** What `paged` asks with. */
interface Asks {
  asked(): Promise<object>;
}

interface Narrowed<A extends DeskList> {
  /** What the list is narrowed to, from the page's data. */
  narrowed?(): Partial<Input<A>>;
}

/** A page that is one of the desk's lists: `paged`, of this branch. */
export function deskList<A extends DeskList, Row extends object>(
  action: A,
  rows: (value: Output<A>, today: LocalDate) => Row[],
): Part<PagedData<Row>, Paged & Asks & typeof ways, Narrowed<A>> {
  const list = paged(action, rows, { keep: true });
  return {
    ...list,
    name: `deskList(${action})`,
    methods: {
      ...list.methods,
      ...ways,
      async asked(this: Narrowed<A>) {
        const narrowed = this.narrowed?.() ?? {};
        // One reader or one copy is followed through the whole library.
        const followed = 'barcode' in narrowed || 'readerId' in narrowed;
        return { ...(followed ? {} : await placeOf(action)), ...narrowed };
      },
    },
    wants: undefined,
  };
}

async function placeOf(action: DeskList): Promise<{ branchId?: string }> {
  return action === 'desk.applications' ? {} : { branchId: await branchHere() };
}
