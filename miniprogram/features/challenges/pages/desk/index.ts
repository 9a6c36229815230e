import type { Acted } from '../../../../lib/acts';
import { ask } from '../../../../lib/call';
import { acts } from '../../../../lib/screen/acts';
import { none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { noteActs, type NoteFacts } from '../../desk-acts';
import { figuresView, noteRows, type FiguresView } from '../../desk-view';

const notes = paged('challengeDesk.notes', ({ list }, today) => noteRows(list, today));

/** A challenge for its staff: numbers, and the words that wait. */
Page(
  screen([wide, given('eventId'), notes, acts(noteActs)], {
    data: {
      title: '',
      figures: none<FiguresView['figures'][number]>(),
      bars: none<FiguresView['bars'][number]>(),
      reached: none<FiguresView['reached'][number]>(),
    },
    asked() {
      return { eventId: this.data.eventId };
    },
    async beside() {
      const outcome = await ask('challengeDesk.figures', { eventId: this.data.eventId });
      if (outcome.kind === 'value') this.setData({ ...figuresView(outcome.value, libraryToday()) });
    },
    begin(tap: WechatMiniprogram.TouchEvent) {
      const { act: id = '', place = '' } = dataOf(tap);
      const note = this.data.list[Number(place)];
      if (note) void this.start(id, { noteId: note.noteId, at: note.at });
    },
    async acted(_done: Acted<NoteFacts, typeof noteActs>) {
      await this.load();
    },
    async notActed() {
      await this.load();
    },
  }),
);
