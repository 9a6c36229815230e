import type { RefusalLine } from '../../../../lib/refusals';
import { open } from '../../../../lib/routes';
import { none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { chooseFile } from '../../choose-file';
import { importRoutes } from '../../routes';
import { runCard } from '../../run-view';

const runs = paged('imports.list', ({ list }, today) => list.map((run) => runCard(run, today)));

Page(
  screen([wide, runs], {
    data: { wrong: none<RefusalLine>() },
    openOne(event: WechatMiniprogram.TouchEvent) {
      open(importRoutes.run(dataOf(event).id ?? ''));
    },
    async choose() {
      this.setData({ wrong: [] });
      const chosen = await this.once('choose', chooseFile);
      if (chosen?.kind === 'wrong') {
        this.setData({ wrong: [{ code: 'wrong', text: chosen.text, next: chosen.next }] });
      }
      if (chosen?.kind === 'chosen') open(importRoutes.look(chosen.fileId, chosen.fileName));
    },
  }),
);
