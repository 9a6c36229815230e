import type { CallRow } from '../../../../../typings/contract';
import { open } from '../../../../lib/routes';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { callRows } from '../../call-view';
import { workRoutes } from '../../routes';

const isKind = (kind: string): kind is CallRow['kind'] => kind === 'contest' || kind === 'reading_aloud';

/** What readers are called on to send in, the latest first. */
Page(
  screen([wide, given('kind'), paged('works.calls', ({ list }, today) => callRows(list, today))], {
    asked() {
      const { kind } = this.data;
      return isKind(kind) ? { kind } : {};
    },
    openOne(event: WechatMiniprogram.TouchEvent) {
      open(workRoutes.call(dataOf(event).id ?? ''));
    },
  }),
);
