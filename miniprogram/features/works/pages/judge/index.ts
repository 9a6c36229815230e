import type { Output } from '../../../../lib/call';
import { open } from '../../../../lib/routes';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { whenWords } from '../../call-view';
import { judgeRows } from '../../desk-view';
import { workRoutes } from '../../routes';

/** What a judge has to read, without whose it is. */
Page(
  screen([wide, given('callId'), paged('judging.works', ({ list }) => judgeRows(list))], {
    data: { title: '', progress: '', when: '' },
    asked() {
      return { callId: this.data.callId };
    },
    head(head: Output<'judging.works'>) {
      const { title, works, marked, phase, closesAt } = head;
      const call = { callId: '', kind: 'contest' as const, title, opensAt: closesAt, phase, closesAt };
      return {
        title,
        progress: phase === 'open' || phase === 'coming' ? '' : `已评 ${marked} / ${works} 件`,
        when: whenWords(call, libraryToday()),
      };
    },
    openOne(event: WechatMiniprogram.TouchEvent) {
      open(workRoutes.mark(this.data.callId, dataOf(event).id ?? ''));
    },
  }),
);
