import type { DeskCase } from '../../../../../typings/contract';
import { localDateOf, longDate } from '../../../../lib/dates';
import { SERVICE_WORDS } from '../../../../lib/faces';
import { acts } from '../../../../lib/screen/acts';
import { dataOf } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { caseActs } from '../../case-acts';

const caseRow = (each: DeskCase, today: string) => ({
  ...each,
  about: [SERVICE_WORDS[each.service], each.branchName, longDate(localDateOf(each.at), today)]
    .filter(Boolean)
    .join(' · '),
  due: each.late ? `应在 ${longDate(each.dueOn, today)} 前回复` : `${longDate(each.dueOn, today)} 前回复`,
  whose: each.owner ? `${each.owner} 处理` : '还没有人接手',
});
const cases = paged('caseDesk.list', ({ list }, today) => list.map((each) => caseRow(each, today)));

/** Readers' opinions that wait for an answer, the most urgent first. */
Page(
  screen([wide, cases, acts(caseActs)], {
    data: { settled: false },
    asked() {
      return { settled: this.data.settled };
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const settled = dataOf(event).id === 'settled';
      if (settled !== this.data.settled) void this.afresh({ settled });
    },
    say(event: WechatMiniprogram.TouchEvent) {
      const { id, act: what = '' } = dataOf(event);
      const known = this.data.list.find(({ caseId }) => caseId === id);
      if (known) void this.start(what, known, `${what} ${known.caseId}`);
    },
    async acted() {
      await this.load();
    },
  }),
);
