import type { TitleFacts } from '../../../../../typings/contract';
import { act, ask } from '../../../../lib/call';
import { withoutAnswer, type PageState } from '../../../../lib/load';
import { qrImage } from '../../../../lib/qr';
import type { RefusalLine } from '../../../../lib/refusals';
import { open, routes } from '../../../../lib/routes';
import { maybe, none, one } from '../../../../lib/screen/empty';
import { given } from '../../../../lib/screen/given';
import { screen } from '../../../../lib/screen/screen';
import { headingOf, lines } from '../../../../lib/tell';
import { secondsLeft } from '../../countdown';

/**
 * While a code is shown it is asked this often whether the book has gone: a dozen questions a code at most.
 */
const ASK_EVERY_SECONDS = 5;

/** What the page shows is written (a code), so that it does not load: it offers. */
Page(
  screen([given('loanId', 'readerId')], {
    data: {
      state: one<PageState>({ kind: 'loading' }),
      title: maybe<TitleFacts>(),
      image: '',
      /** 0: the code has run out and is covered. */
      seconds: 0,
      problem: none<RefusalLine>(),
      no: '',
      /** The book is somebody else's now. */
      gone: false,
    },
    undrawn: () => ({ arrivedAt: 0, validUntil: '', timer: 0 }),
    onShow() {
      if (!this.data.gone) void this.offer();
    },
    onHide() {
      clearTimeout(this.undrawn.timer);
    },
    onUnload() {
      clearTimeout(this.undrawn.timer);
    },
    /**
     * A new code, by a tap or when the page comes back; never by itself, so that a phone left lying shows a
     * dead one.
     */
    async offer() {
      if (this.data.busy) return;
      clearTimeout(this.undrawn.timer);
      this.setData({ problem: [] });
      const { loanId } = this.data;
      const outcome = await this.once('offer', () => act('loans.offerTransfer', { loanId }));
      if (outcome?.kind === 'value') {
        const { loan, code, validUntil } = outcome.value;
        this.undrawn.arrivedAt = Date.now();
        this.undrawn.validUntil = validUntil;
        this.setData({ state: { kind: 'ready' }, title: loan.title, image: qrImage(code) });
        this.countDown();
        this.tick();
      } else if (outcome?.kind === 'refused') this.setData({ image: '', state: withoutAnswer(outcome) });
      else if (outcome && this.data.title) {
        this.setData({ problem: lines(outcome) ?? [], no: headingOf(outcome, '未能更换') });
      } else if (outcome) this.setData({ state: withoutAnswer(outcome) });
    },
    /** Seconds that the code still has, as they are shown. */
    countDown(): number {
      const { validUntil, arrivedAt } = this.undrawn;
      const seconds = secondsLeft(validUntil, arrivedAt, Date.now());
      if (seconds !== this.data.seconds) this.setData({ seconds });
      return seconds;
    },
    tick() {
      this.undrawn.timer = Number(
        setTimeout(() => {
          const seconds = this.countDown();
          // The last answer may still be on its way when the code runs out.
          if (seconds % ASK_EVERY_SECONDS === 0) void this.lookWhetherGone();
          if (seconds > 0) this.tick();
        }, 1000),
      );
    },
    /** Whether the other reader has taken it: then it is no longer among one's loans. */
    async lookWhetherGone() {
      const { loanId: offered, readerId } = this.data;
      const outcome = await ask('loans.list', readerId ? { readerId } : {});
      if (outcome.kind !== 'value' || this.data.gone) return;
      if (outcome.value.list.some(({ loanId }) => loanId === offered)) return;
      clearTimeout(this.undrawn.timer);
      this.setData({ gone: true, image: '', seconds: 0 });
    },
    done() {
      if (getCurrentPages().length > 1) wx.navigateBack();
      else open(routes.myLoans);
    },
  }),
);
