import type { Output } from '../../../../lib/call';
import { open, routes } from '../../../../lib/routes';
import { dataOf } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { hoursWords, talkRows } from '../../talk-view';

/** What else there is beside a talk. */
const PLACES: Record<string, string> = {
  answers: routes.answers,
  deliveries: routes.deliveries,
  profiles: routes.profiles,
};

const talks = paged('talks.mine', ({ list }, today) => talkRows(list, today));

Page(
  screen([talks], {
    data: { hours: '', openTalkId: '', deliversDocuments: false, watchesSubjects: false },
    head({ hours, openTalkId, deliversDocuments, watchesSubjects }: Output<'talks.mine'>) {
      return { hours: hoursWords(hours), openTalkId, deliversDocuments, watchesSubjects };
    },
    go(event: WechatMiniprogram.TouchEvent) {
      const url = PLACES[dataOf(event).to ?? ''];
      if (url) open(url);
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
