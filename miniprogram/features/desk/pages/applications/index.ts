import { acts } from '../../../../lib/screen/acts';
import { dataOf } from '../../../../lib/screen/event';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { applicationActs } from '../../application-acts';
import { deskList } from '../../desk-list';
import { deskLines } from '../../desk-refusals';
import { applicationLine } from '../../lists-view';

const waiting = deskList('desk.applications', ({ list }, today) =>
  list.map((row) => applicationLine(row, today)),
);

Page(
  screen([wide, waiting, acts(applicationActs, deskLines)], {
    decide(event: WechatMiniprogram.TouchEvent) {
      const { id = '', name = '', act = '' } = dataOf(event);
      void this.start(act, { readerId: id, name });
    },
    async acted() {
      await this.load();
    },
  }),
);
