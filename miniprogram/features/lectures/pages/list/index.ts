import { listScreen } from '../../../../lib/list-screen';
import { open, routes } from '../../../../lib/routes';
import { lectureRow } from '../../lecture-view';

Page({
  ...listScreen({
    action: 'lectures.list',
    input: () => ({}),
    rows: (list, today) => list.map((lecture) => lectureRow(lecture, today)),
  }),
  openLecture(event: WechatMiniprogram.TouchEvent) {
    open(routes.lecture(String(event.currentTarget.dataset.id)));
  },
  events() {
    open(routes.events);
  },
});
