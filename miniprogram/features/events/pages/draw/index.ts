import { given } from '../../../../lib/screen/given';
import { none } from '../../../../lib/screen/empty';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { drawView, type DrawView } from '../../draw-view';

const draw = loads('events.draw', drawView, { keep: false });

/** The published list, and the draw computed again on this phone. */
Page(
  screen([given('eventId'), draw], {
    data: { steps: none<DrawView['steps'][number]>(), rows: none<DrawView['rows'][number]>(), published: '' },
    asked() {
      return { eventId: this.data.eventId };
    },
    copy() {
      wx.setClipboardData({ data: this.data.published });
    },
  }),
);
