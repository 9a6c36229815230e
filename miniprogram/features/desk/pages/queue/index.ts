import type { Acted } from '../../../../lib/acts';
import { open } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { deskLines } from '../../desk-refusals';
import { openReader } from '../../open-reader';
import { queueActs, type QueuedHold } from '../../queue-acts';
import { queueLines, recalledText, toldText } from '../../queue-view';
import { deskRoutes } from '../../routes';

const queue = loads(
  'desk.queue',
  ({ title, list, told }, today) => ({
    title: title.title,
    told: toldText(told),
    list: queueLines(list, today),
  }),
  { when: 'opened' },
);

Page(
  screen([wide, given('titleId'), queue, acts(queueActs, deskLines)], {
    asked() {
      return { titleId: this.data.titleId };
    },
    act(event: WechatMiniprogram.TouchEvent) {
      const { act = '', id = '', who = '', to = '1' } = dataOf(event);
      void this.start(act, { holdId: id, who, to: Number(to) }, id);
    },
    async acted(done: Acted<QueuedHold, typeof queueActs>) {
      const today = libraryToday();
      switch (done.id) {
        case 'move':
          return this.setData({ list: queueLines(done.value.list, today) });
        case 'recall':
          wx.showModal({
            title: '已催还',
            content: recalledText(done.value, today),
            showCancel: false,
            confirmText: '知道了',
          });
          return;
        case 'cancel':
          return this.load();
      }
    },
    /** Somebody else moved it meanwhile. */
    async notActed(id: string) {
      if (id === 'move') await this.load();
    },
    openReader(event: WechatMiniprogram.TouchEvent) {
      void openReader(dataOf(event).reader ?? '');
    },
    help() {
      open(deskRoutes.helpOn('queue'));
    },
  }),
);
