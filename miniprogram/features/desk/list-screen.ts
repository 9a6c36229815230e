import type { Input } from '../../lib/call';
import { listScreen, type ListOf } from '../../lib/list-screen';
import type { ListAction } from '../../lib/more';
import { open, routes } from '../../lib/routes';
import { deskWidth } from '../../lib/width';
import { branchHere } from './branch';
import { deskRoutes } from './routes';

interface Resizing {
  setData(data: { width: string }): void;
}

/** Lists of the desk: those of a branch, and those of the whole library. */
export type DeskList = Extract<ListAction, `desk.${string}`>;

/** What the pages of the desk's lists share: the list of this branch, its width, and the ways that rows lead. */
export function deskListScreen<A extends DeskList>(
  action: A,
  rows: ListOf<A>['rows'],
  filters: (page: { data: object }) => Partial<Input<A>> = () => ({}),
) {
  const screen = listScreen<A>({
    action,
    input: async (page) => {
      const narrowed = filters(page);
      // One reader or one copy is followed through the whole library.
      const place = 'barcode' in narrowed || 'readerId' in narrowed ? {} : await placeOf(action);
      return { ...place, ...narrowed } as Omit<Input<A>, 'after'>;
    },
    rows,
  });
  return {
    ...screen,
    data: { ...screen.data, width: deskWidth() },
    onResize(this: Resizing) {
      this.setData({ width: deskWidth() });
    },
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
}

/** What a row's view carries. */
export function dataOf(event: WechatMiniprogram.TouchEvent): Record<string, string | undefined> {
  return event.currentTarget.dataset as Record<string, string | undefined>;
}

async function placeOf(action: DeskList): Promise<{ branchId?: string }> {
  return action === 'desk.applications' ? {} : { branchId: await branchHere() };
}
