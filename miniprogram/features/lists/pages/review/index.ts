import type { LocalDate } from '../../../../../typings/contract';
import type { Output } from '../../../../lib/call';
import { acts } from '../../../../lib/screen/acts';
import { maybe } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { opensTitle } from '../../../../lib/screen/opens-title';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { offeredListActs } from '../../list-acts';
import { headView, type HeadView } from '../../list-view';
import { backToDesk } from '../../routes';
import { titlesAtDesk } from '../../titles-of';

/** Staff look at a list that a reader offers, and allow it or say why not; later they can take it down. */
Page(
  screen([wide, given('listId'), titlesAtDesk, acts(offeredListActs), opensTitle], {
    data: { head: maybe<HeadView>() },
    asked() {
      return { listId: this.data.listId };
    },
    head(page: Output<'listDesk.page'>, today: LocalDate) {
      return { head: headView(page, today) };
    },
    begin(event: WechatMiniprogram.TouchEvent) {
      const { listId, head } = this.data;
      if (head) void this.start(dataOf(event).act ?? '', { listId, head });
    },
    acted() {
      backToDesk();
    },
  }),
);
