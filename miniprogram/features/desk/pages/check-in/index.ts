import type { LocalDate } from '../../../../../typings/contract';
import { addDays, longDate } from '../../../../lib/dates';
import { dataOf, type Said } from '../../../../lib/screen/event';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { checkInFace } from '../../check-in-view';
import { scanDesk } from '../../scan-desk';

/** A book drop is emptied on the next open day; further back the desk decides case by case. */
const DROP_DAYS = 14;

const desk = scanDesk({
  action: 'desk.checkIn',
  kept: 'checkIn',
  counted: '已还',
  helpTopic: 'check-in',
  face: checkInFace,
  lateFace: (what, today) => (what.kind === 'checkedIn' ? checkInFace(what.outcome, today) : undefined),
});

Page(
  screen([wide, desk], {
    data: {
      /** The day on which the books of the drop were brought back; '' counts today. */
      returnedOn: '',
      dropText: '',
      earliest: '',
    },
    onLoad() {
      this.beginScans({
        input: (barcode) => ({ barcode, branchId: this.data.branchId, ...this.dropped() }),
        kept: () => this.dropped(),
      });
    },
    take(code: string) {
      this.session()?.scan(code);
    },
    /**
     * Chosen once for all books of the drop; yesterday to begin with, as a drop is emptied in the morning.
     */
    setDrop(event: WechatMiniprogram.TouchEvent) {
      const on = dataOf(event).on === 'yes';
      this.countFrom(on ? this.data.returnedOn || addDays(this.data.today, -1) : '');
    },
    pickDrop(event: Said<{ value: LocalDate }>) {
      this.countFrom(event.detail.value);
    },
    countFrom(returnedOn: LocalDate) {
      const { today, turn } = this.data;
      const dropText = returnedOn ? longDate(returnedOn, today) : '';
      this.setData({ returnedOn, dropText, earliest: addDays(today, -DROP_DAYS), turn: turn + 1 });
    },
    dropped(): { returnedOn?: LocalDate } {
      const { returnedOn } = this.data;
      return returnedOn ? { returnedOn } : {};
    },
  }),
);
