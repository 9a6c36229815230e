import { open, routes } from '../../../../lib/routes';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { branchRows } from '../../branch-view';

const branches = loads('branches.list', branchRows, { keep: true });

/** Every branch, and whether it is open now. */
Page(
  screen([branches], {
    openBranch(event: WechatMiniprogram.TouchEvent) {
      open(routes.branch(dataOf(event).id ?? ''));
    },
  }),
);
