import { listScreen, type ListOf } from '../../lib/list-screen';
import { open } from '../../lib/routes';
import { branchHere } from './branch';
import { deskRoutes } from './routes';
import { deskWidth } from './width';

type DeskList = 'desk.holdShelf' | 'desk.toFetch' | 'desk.log';

interface Resizing {
  setData(data: { width: string }): void;
}

/** What the pages of the desk's lists share: the list of this branch, and the way to the check-in. */
export function deskListScreen<A extends DeskList>(action: A, rows: ListOf<A>['rows']) {
  const screen = listScreen<DeskList>({
    action,
    input: async () => ({ branchId: await branchHere() }),
    rows: rows as ListOf<DeskList>['rows'],
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
  };
}
