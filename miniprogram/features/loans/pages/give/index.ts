import type { TitleFacts } from '../../../../../typings/contract';
import { act, ask } from '../../../../lib/call';
import { keepLook, lookNow } from '../../../../lib/look';
import { qrImage } from '../../../../lib/qr';
import { refusalLines, type RefusalLine } from '../../../../lib/refusals';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { headingOf, lines } from '../../../../lib/tell';
import { secondsLeft } from '../../countdown';

/** While a code is shown it is asked this often whether the book has gone: a dozen questions a code at most. */
const ASK_EVERY_SECONDS = 5;

Page({
  data: {
    look: lookNow(),
    state: { kind: 'loading' } as Record<string, unknown>,
    title: null as TitleFacts | null,
    image: '',
    /** 0: the code has run out and is covered. */
    seconds: 0,
    busy: false,
    problem: [] as RefusalLine[],
    no: '',
    /** The book is somebody else's now. */
    gone: false,
  },
  loanId: '',
  readerId: '',
  arrivedAt: 0,
  validUntil: '',
  timer: 0,

  onLoad(query: Record<string, string | undefined>) {
    this.loanId = fromQuery(query, 'loanId');
    this.readerId = fromQuery(query, 'readerId');
  },
  onShow() {
    keepLook(this);
    if (!this.data.gone) void this.offer();
  },
  onHide() {
    clearTimeout(this.timer);
  },
  onUnload() {
    clearTimeout(this.timer);
  },
  /** A new code, by a tap or when the page comes back; never by itself, so that a phone left lying shows a dead one. */
  async offer() {
    if (this.data.busy) return;
    clearTimeout(this.timer);
    this.setData({ busy: true, problem: [] });
    const outcome = await act('loans.offerTransfer', { loanId: this.loanId });
    if (outcome.kind === 'value') {
      this.arrivedAt = Date.now();
      this.validUntil = outcome.value.validUntil;
      this.setData({
        busy: false,
        state: { kind: 'ready' },
        title: outcome.value.loan.title,
        image: qrImage(outcome.value.code),
        seconds: secondsLeft(this.validUntil, this.arrivedAt, this.arrivedAt),
      });
      this.tick();
      return;
    }
    const refused = outcome.kind === 'refused';
    if (this.data.title && !refused)
      this.setData({ busy: false, problem: lines(outcome) ?? [], no: headingOf(outcome, '没有换成') });
    else if (refused)
      this.setData({
        busy: false,
        image: '',
        state: { kind: 'refused', lines: refusalLines(outcome.refusals) },
      });
    else this.setData({ busy: false, state: { ...outcome } });
  },
  tick() {
    this.timer = Number(
      setTimeout(() => {
        const seconds = secondsLeft(this.validUntil, this.arrivedAt, Date.now());
        if (seconds !== this.data.seconds) this.setData({ seconds });
        if (seconds > 0 && seconds % ASK_EVERY_SECONDS === 0) void this.look();
        // The last answer may still be on its way when the code runs out.
        if (seconds > 0) this.tick();
        else void this.look();
      }, 1000),
    );
  },
  /** Whether the other reader has taken it: then it is no longer among one's loans. */
  async look() {
    const outcome = await ask('loans.list', this.readerId ? { readerId: this.readerId } : {});
    if (outcome.kind !== 'value' || this.data.gone) return;
    if (outcome.value.list.some(({ loanId }) => loanId === this.loanId)) return;
    clearTimeout(this.timer);
    this.setData({ gone: true, image: '', seconds: 0 });
  },
  done() {
    if (getCurrentPages().length > 1) wx.navigateBack();
    else open(routes.myLoans);
  },
});
