import { open, routes } from '../../../../lib/routes';
import { dataOf } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { lectureRow } from '../../lecture-view';

const lectures = paged(
  'lectures.list',
  ({ list }, today) => list.map((lecture) => lectureRow(lecture, today)),
  { keep: true },
);

Page(
  screen([lectures], {
    openLecture(event: WechatMiniprogram.TouchEvent) {
      open(routes.lecture(dataOf(event).id ?? ''));
    },
    events() {
      open(routes.events);
    },
  }),
);
