import type { Column } from '../../../../../typings/contract';
import { act, type Output } from '../../../../lib/call';
import { open } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loadsAgain } from '../../../../lib/screen/loads-again';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { columnActs } from '../../column-acts';
import { deskRows } from '../../desk-view';
import { editArticle } from '../../routes';

Page(
  screen([wide, paged('articleDesk.list', deskRows), acts(columnActs), loadsAgain], {
    data: { isOpen: true, clips: false, columns: none<Column & { followers: number }>() },
    head({ open: isOpen, clips, columns }: Output<'articleDesk.list'>) {
      return { isOpen, clips, columns };
    },
    async flip(event: WechatMiniprogram.TouchEvent) {
      const { isOpen, clips } = this.data;
      const what = dataOf(event).name;
      const wanted = { open: what === 'open' ? !isOpen : isOpen, clips: what === 'clips' ? !clips : clips };
      const done = await this.does('flip', () => act('articleDesk.setOpen', wanted), '已保存');
      if (done) this.setData({ isOpen: done.open, clips: done.clips });
    },
    openOne(event: WechatMiniprogram.TouchEvent) {
      open(editArticle(dataOf(event).id));
    },
    begin() {
      open(editArticle());
    },
    column(event: WechatMiniprogram.TouchEvent) {
      const { act: id = '', index } = dataOf(event);
      void this.start(id, { columns: this.data.columns, index: Number(index) });
    },
  }),
);
