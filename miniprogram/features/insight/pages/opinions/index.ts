import { acts } from '../../../../lib/screen/acts';
import { dataOf } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { opinionActs } from '../../opinion-acts';
import { opinionRows } from '../../opinions-view';

const opinions = paged('satisfaction.mine', ({ list }, today) => opinionRows(list, today));

/** What a reader has said to the library, and what it answered. */
Page(
  screen([opinions, acts(opinionActs)], {
    begin() {
      void this.start('write', null);
    },
    say(event: WechatMiniprogram.TouchEvent) {
      const { id, act: what = '' } = dataOf(event);
      const known = this.data.list.find(({ caseId }) => caseId === id) ?? null;
      if (known) void this.start(what, known, known.caseId);
    },
    async acted() {
      await this.load();
    },
  }),
);
