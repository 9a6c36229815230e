import type { Output } from '../../../../lib/call';
import { open, routes } from '../../../../lib/routes';
import { dataOf } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { hoursWords, talkRows } from '../../talk-view';

const talks = paged('talks.mine', ({ list }, today) => talkRows(list, today));

Page(
  screen([talks], {
    data: { hours: '', openTalkId: '' },
    head({ hours, openTalkId }: Output<'talks.mine'>) {
      return { hours: hoursWords(hours), openTalkId };
    },
    openTalk(event: WechatMiniprogram.TouchEvent) {
      open(routes.talk(dataOf(event).id ?? ''));
    },
    ask() {
      const { openTalkId } = this.data;
      open(openTalkId ? routes.talk(openTalkId) : routes.askLibrarian());
    },
  }),
);
