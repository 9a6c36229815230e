import type { Output } from '../../../../lib/call';
import { one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import type { Finding } from '../../../../../typings/contract';
import { findingLine, FINDINGS, isFinding, reportHead } from '../../stocktake-view';

const findings = paged('stocktake.report', ({ list }) => list.map(findingLine), { keep: true });

Page(
  screen([wide, given('stocktakeId'), findings], {
    data: { finding: one<Finding>('missing'), about: FINDINGS.missing.about },
    asked() {
      const { stocktakeId, finding } = this.data;
      return { stocktakeId, finding };
    },
    head({ stocktake }: Output<'stocktake.report'>) {
      return reportHead(stocktake, libraryToday());
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { finding = '' } = dataOf(event);
      if (!isFinding(finding)) return;
      // The head is the same for every tab, and stays.
      this.setData({ finding, about: FINDINGS[finding].about, list: [], next: '' });
      void this.load();
    },
  }),
);
