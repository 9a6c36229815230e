import type { Outcome, Output } from '../../../../lib/call';
import { qrImage } from '../../../../lib/qr';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';

/** A code is good for half a minute: the next one is shown well before. */
const NEXT_MS = 15_000;

const code = loads('eventDesk.code', (shown) => ({ image: qrImage(shown.code) }));

/** The code for those who come, on a screen at the door. */
Page(
  screen([given('eventId'), code], {
    data: { image: '' },
    undrawn: () => ({ timer: 0 }),
    asked() {
      return { eventId: this.data.eventId };
    },
    onShow() {
      wx.setKeepScreenOn({ keepScreenOn: true });
    },
    onHide() {
      clearTimeout(this.undrawn.timer);
    },
    onUnload() {
      clearTimeout(this.undrawn.timer);
    },
    /** Not setInterval: the next one is asked for only after this answer. */
    loaded(outcome: Outcome<Output<'eventDesk.code'>>) {
      clearTimeout(this.undrawn.timer);
      if (outcome.kind !== 'value') this.setData({ image: '' });
      this.undrawn.timer = Number(setTimeout(() => void this.load(), NEXT_MS));
    },
  }),
);
