import type { QuizAsked, QuizPage } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import { act } from '../../../../lib/call';
import { lengthText } from '../../../../lib/dates';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { none, one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { dropAnswers, keepAnswer, sendAnswers, waiting } from '../../answer-line';
import { firstOpen, paperView, tapped, withAnswers, type PaperView } from '../../paper-view';
import { paperActs } from '../../quiz-acts';

const SECOND = 1000;
/** Without network it is tried again after so many ticks of the clock. */
const TRIED_AGAIN = 4;
const URGENT_SECONDS = 60;

/**
 * The paper, question by question. Every answer is kept on the phone and sent; time is the library's: it says
 * the seconds that are left, and the phone counts them, whatever its own clock says.
 */
Page(
  screen([given('eventId'), loads('quizzes.show'), acts(paperActs)], {
    data: {
      question: one<PaperView['question']>(null),
      at: 0,
      count: 0,
      answered: 0,
      percent: 0,
      places: none<PaperView['places'][number]>(),
      clock: '',
      urgent: false,
      unsent: 0,
      overview: false,
    },
    undrawn: () => ({
      paper: none<QuizAsked>(),
      endsAt: 0,
      ticks: 0,
      timer: one<ReturnType<typeof setInterval> | null>(null),
      sending: false,
      ending: false,
    }),
    asked() {
      return { eventId: this.data.eventId };
    },
    /** What waits on the phone is newer than what the library knows. */
    shown(page: QuizPage) {
      const { eventId } = this.data;
      if (page.state !== 'running') {
        this.leave();
        return {};
      }
      const first = this.undrawn.paper.length === 0;
      this.undrawn.paper = withAnswers(page.paper ?? [], waiting(eventId));
      this.countFrom(page.secondsLeft ?? 0);
      const at = first ? firstOpen(this.undrawn.paper) : this.data.at;
      return { ...paperView(this.undrawn.paper, at), ...this.clockNow() };
    },
    loaded() {
      void this.send();
    },
    onLoad() {
      this.undrawn.timer = setInterval(() => void this.tick(), SECOND);
    },
    onUnload() {
      if (this.undrawn.timer) clearInterval(this.undrawn.timer);
    },
    countFrom(seconds: number) {
      this.undrawn.endsAt = Date.now() + seconds * SECOND;
    },
    clockNow() {
      const seconds = Math.max(0, Math.ceil((this.undrawn.endsAt - Date.now()) / SECOND));
      return { clock: lengthText(seconds), urgent: seconds <= URGENT_SECONDS };
    },
    async tick() {
      const { paper, endsAt } = this.undrawn;
      if (paper.length === 0) return;
      this.setData(this.clockNow());
      this.undrawn.ticks += 1;
      if (Date.now() >= endsAt) await this.timeIsOver();
      else if (this.data.unsent > 0 && this.undrawn.ticks % TRIED_AGAIN === 0) await this.send();
    },
    /** What was answered in time is taken for some seconds more; then the page says what came of it. */
    async timeIsOver() {
      if (this.undrawn.ending) return;
      this.undrawn.ending = true;
      const { eventId } = this.data;
      await this.send();
      const outcome = await act('quizzes.handIn', { eventId });
      this.undrawn.ending = false;
      if (outcome.kind === 'value' || outcome.kind === 'refused') this.leave();
    },
    choose(tap: WechatMiniprogram.TouchEvent) {
      const { at, eventId } = this.data;
      const asked = this.undrawn.paper[at];
      if (!asked || this.undrawn.ending) return;
      const chosen = tapped(asked, Number(dataOf(tap).place));
      keepAnswer(eventId, at, chosen);
      this.undrawn.paper = withAnswers(this.undrawn.paper, [{ place: at, chosen }]);
      this.setData({ ...paperView(this.undrawn.paper, at) });
      void this.send();
    },
    /** One after the other; what is chosen meanwhile is sent by the same hand. */
    async send() {
      if (this.undrawn.sending) return;
      this.undrawn.sending = true;
      const { eventId } = this.data;
      const said = await sendAnswers(eventId);
      this.undrawn.sending = false;
      if (said?.kind === 'refused') this.leave();
      else {
        if (said?.kind === 'value') this.countFrom(said.value.secondsLeft);
        const unsent = said === undefined || said.kind === 'value' ? 0 : waiting(eventId).length;
        if (unsent !== this.data.unsent) this.setData({ unsent });
      }
    },
    go(at: number) {
      this.setData({ ...paperView(this.undrawn.paper, at), overview: false });
    },
    before() {
      if (this.data.at > 0) this.go(this.data.at - 1);
    },
    next() {
      if (this.data.at < this.data.count - 1) this.go(this.data.at + 1);
      else void this.finish();
    },
    jump(tap: WechatMiniprogram.TouchEvent) {
      this.go(Number(dataOf(tap).place));
    },
    openOverview() {
      this.setData({ overview: true });
    },
    closeOverview() {
      this.setData({ overview: false });
    },
    /** Everything has to have arrived before it is handed in. */
    async finish() {
      await this.send();
      const { eventId, count, answered, unsent } = this.data;
      this.closeOverview();
      if (unsent > 0) wx.showToast({ title: '没有网络，连上后再交卷', icon: 'none' });
      else await this.start('handIn', { eventId, left: count - answered });
    },
    acted(_done: Acted<{ eventId: string; left: number }, typeof paperActs>) {
      this.leave();
    },
    async notActed() {
      await this.load();
    },
    leave() {
      const { eventId } = this.data;
      dropAnswers(eventId);
      this.undrawn.paper = [];
      if (this.undrawn.timer) clearInterval(this.undrawn.timer);
      const stack = getCurrentPages();
      if (stack.length > 1) wx.navigateBack({ fail: () => open(routes.quiz(eventId)) });
      else wx.redirectTo({ url: routes.quiz(eventId) });
    },
  }),
);
