import { act } from '../../../../lib/call';
import { open, routes } from '../../../../lib/routes';
import { dataOf } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { deskRow } from '../../desk-view';

const recaps = paged('lectureDesk.list', ({ list }, today) =>
  list.map((lecture) => deskRow(lecture, today, Date.now())),
);

/** All recaps, drafts too. One of an event is begun from that event. */
Page(
  screen([wide, recaps], {
    openRecap(event: WechatMiniprogram.TouchEvent) {
      open(routes.editLecture(dataOf(event).id ?? ''));
    },
    async begin() {
      const begun = await this.does('begin', () => act('lectureDesk.begin', { eventId: '' }));
      if (begun) open(routes.editLecture(begun.lectureId));
    },
  }),
);
