import type { DriftingApi } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import { scanWithCamera } from '../../../../lib/camera';
import type { Output } from '../../../../lib/call';
import { open } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { codeActs } from '../../drift-acts';
import { driftRows } from '../../drift-view';
import { driftRoutes } from '../../routes';

type Which = Parameters<DriftingApi['drifting.list']>[0]['which'];
const CHIPS: { id: Which; name: string }[] = [
  { id: 'out', name: '等您接走' },
  { id: 'held', name: '在路上' },
  { id: 'mine', name: '我接过的' },
];
const chipsWith = ({ out, held }: { out: number; held: number }) =>
  CHIPS.map(({ id, name }) => {
    const count = id === 'out' ? out : id === 'held' ? held : 0;
    return { id, name: count > 0 ? `${name} ${count}` : name };
  });

/** Books that wander, and the way to one that lies before somebody. */
Page(
  screen([wide, paged('drifting.list', ({ list }, today) => driftRows(list, today)), acts(codeActs)], {
    data: { which: one<Which>('out'), chips: CHIPS },
    asked() {
      return { which: this.data.which };
    },
    head({ counts }: Output<'drifting.list'>) {
      return { chips: chipsWith(counts) };
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const chosen = CHIPS.find(({ id }) => id === dataOf(event).id);
      if (chosen && chosen.id !== this.data.which) void this.afresh({ which: chosen.id });
    },
    openOne(event: WechatMiniprogram.TouchEvent) {
      open(driftRoutes.book(dataOf(event).id ?? ''));
    },
    async scan() {
      const code = await scanWithCamera();
      if (code) open(driftRoutes.byCode(code));
    },
    type() {
      void this.start('type', {});
    },
    acted({ answers }: Acted<object, typeof codeActs>) {
      open(driftRoutes.byCode(answers['code'] ?? ''));
    },
  }),
);
