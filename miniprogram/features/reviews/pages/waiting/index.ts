import type { Output } from '../../../../lib/call';
import { acts } from '../../../../lib/screen/acts';
import { one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { loadsAgain } from '../../../../lib/screen/loads-again';
import { opensTitle } from '../../../../lib/screen/opens-title';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { DECISIONS, deskActs } from '../../desk-acts';
import { deskRow } from '../../reviews-view';

const reviews = paged('reviewDesk.list', ({ list }, today) => list.map((review) => deskRow(review, today)));

Page(
  screen([wide, reviews, acts(deskActs), loadsAgain, opensTitle], {
    data: {
      what: one<'waiting' | 'reported'>('waiting'),
      decisions: DECISIONS,
      waiting: 0,
      reported: 0,
      open: false,
      checkFirst: true,
      maySwitch: false,
    },
    asked() {
      return { what: this.data.what };
    },
    head({ waiting, reported, open: isOpen, checkFirst, maySwitch }: Output<'reviewDesk.list'>) {
      return { waiting, reported, open: isOpen, checkFirst, maySwitch };
    },
    async show(event: WechatMiniprogram.TouchEvent) {
      const what = dataOf(event).what === 'reported' ? 'reported' : 'waiting';
      if (what !== this.data.what) await this.afresh({ what });
    },
    decide(event: WechatMiniprogram.TouchEvent) {
      const { id, act = '' } = dataOf(event);
      const row = this.data.list.find(({ reviewId }) => reviewId === id);
      const { open: isOpen, checkFirst } = this.data;
      if (row) void this.start(act, { ...row, open: isOpen, checkFirst }, row.reviewId);
    },
    changeSwitch() {
      const { open: isOpen, checkFirst } = this.data;
      void this.start('switch', { reviewId: '', at: '', open: isOpen, checkFirst });
    },
  }),
);
