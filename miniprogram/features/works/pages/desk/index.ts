import type { JudgingApi } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import { ask } from '../../../../lib/call';
import { open } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { newCallActs } from '../../desk-acts';
import { deskRows } from '../../desk-view';
import { workRoutes } from '../../routes';

type Judged = ReturnType<JudgingApi['judging.calls']>['list'];

/** All calls, drafts too, and those that one judges. */
Page(
  screen([wide, paged('workDesk.list', ({ list }, today) => deskRows(list, today)), acts(newCallActs)], {
    data: { judged: none<Judged[number]>() },
    async beside() {
      const outcome = await ask('judging.calls', {});
      if (outcome.kind === 'value')
        this.setData({ judged: outcome.value.list.filter(({ phase }) => phase === 'judging') });
    },
    openOne(event: WechatMiniprogram.TouchEvent) {
      open(workRoutes.run(dataOf(event).id ?? ''));
    },
    openJudged(event: WechatMiniprogram.TouchEvent) {
      open(workRoutes.judge(dataOf(event).id ?? ''));
    },
    begin() {
      void this.start('begin', { now: Date.now() });
    },
    acted({ value }: Acted<{ now: number }, typeof newCallActs>) {
      open(workRoutes.run(value.callId));
    },
  }),
);
