import type { LecturePage } from '../../../../../typings/contract';
import type { Outcome } from '../../../../lib/call';
import { lengthText } from '../../../../lib/dates';
import { routes } from '../../../../lib/routes';
import { maybe, none, one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { opensTitle } from '../../../../lib/screen/opens-title';
import { screen } from '../../../../lib/screen/screen';
import { acts } from '../../../../lib/screen/acts';
import type { Picture } from '../../../../lib/picture';
import { bookActs } from '../../book-acts';
import { mayLoad, SPEEDS } from '../../film';
import { chapterAt, lectureView, startAt, type LectureView } from '../../lecture-view';
import { phonePosition, positionKeeper, type PositionKeeper } from '../../position';
import { quotePicture } from '../../quote-picture';
import { quizzing } from '../../quizzing';
import { transcript } from '../../transcript-part';

const FILM = 'film';

const lecture = loads('lectures.show', lectureView, { keep: true, when: 'opened' });

Page(
  screen([given('lectureId'), lecture, opensTitle, quizzing, transcript, acts(bookActs)], {
    data: {
      title: '',
      length: '',
      chapters: none<LectureView['chapters'][number]>(),
      src: '',
      film: false,
      /**
       * Where the replay begins; fixed at the first answer, as a change would move a film that is running.
       */
      initialTime: 0,
      resume: '',
      chapter: -1,
      broken: false,
      /** Once it has been played: before, a still lies over the film and no control bar shows. */
      begun: false,
      speed: SPEEDS[0]?.text ?? '',
      quotes: none<LectureView['quotes'][number]>(),
      books: none<LectureView['books'][number]>(),
      speaker: '',
      libraryName: '',
      picture: one<Picture | null>(null),
    },
    undrawn: () => ({
      seconds: 0,
      opened: false,
      started: false,
      speed: 0,
      keeper: maybe<PositionKeeper>(),
    }),
    onLoad() {
      this.undrawn.keeper = positionKeeper(this.data.lectureId);
    },
    onHide() {
      this.leave();
    },
    onUnload() {
      this.leave();
    },
    onShareAppMessage() {
      return { title: this.data.title || '讲座回顾', path: routes.lecture(this.data.lectureId) };
    },
    asked() {
      return { lectureId: this.data.lectureId };
    },
    loaded(outcome: Outcome<LecturePage>) {
      if (!this.undrawn.opened) this.begin(outcome.kind === 'value' ? outcome.value : undefined);
    },
    /**
     * The film is shown once the library has said where it was stopped: a kept answer knows only an older
     * place.
     */
    begin(page?: LecturePage) {
      this.undrawn.opened = page !== undefined;
      const from = startAt(phonePosition(this.data.lectureId) ?? page?.position ?? 0, page?.duration ?? 0);
      this.undrawn.seconds = from;
      this.setData({ film: true, initialTime: from, resume: from > 0 ? lengthText(from) : '' });
    },
    leave() {
      const { started, keeper, seconds } = this.undrawn;
      if (started && !this.data.broken) keeper?.stopped(seconds);
    },

    tick(event: WechatMiniprogram.VideoTimeUpdate) {
      const { currentTime } = event.detail;
      this.undrawn.seconds = currentTime;
      this.undrawn.keeper?.playing(currentTime);
      const chapter = chapterAt(this.data.chapters, currentTime);
      if (chapter !== this.data.chapter) this.setData({ chapter });
      this.follow(currentTime);
    },
    played() {
      this.undrawn.started = true;
      if (this.data.resume || this.data.broken || !this.data.begun) {
        this.setData({ resume: '', broken: false, begun: true });
      }
    },
    paused() {
      this.undrawn.keeper?.stopped(this.undrawn.seconds);
    },
    ended() {
      // Seen to the end: the next time begins at the beginning.
      this.undrawn.seconds = 0;
      this.paused();
    },
    failed() {
      this.setData({ broken: true });
    },
    /** A tap on a mark plays from there; nothing ever plays without a tap. */
    seek(event: WechatMiniprogram.TouchEvent) {
      void this.playFrom(Number(dataOf(event).at));
    },
    play() {
      void this.playFrom(this.data.initialTime);
    },
    again() {
      void this.playFrom(0);
    },
    async playFrom(at: number) {
      if (!this.data.src || !(await mayLoad())) return;
      const film = wx.createVideoContext(FILM);
      film.seek(at);
      film.play();
      this.undrawn.seconds = at;
      wx.pageScrollTo({ scrollTop: 0, duration: 200 });
    },
    /** One tap goes on to the next speed. */
    faster() {
      this.undrawn.speed = (this.undrawn.speed + 1) % SPEEDS.length;
      const next = SPEEDS[this.undrawn.speed];
      if (!next) return;
      wx.createVideoContext(FILM).playbackRate(next.rate);
      this.setData({ speed: next.text });
    },
    openPicture(event: WechatMiniprogram.TouchEvent) {
      const quote = this.data.quotes[Number(dataOf(event).index)];
      if (quote) this.setData({ picture: quotePicture(quote.text, this.data) });
    },
    closePicture() {
      this.setData({ picture: null });
    },
    reserve(event: WechatMiniprogram.TouchEvent) {
      const book = this.data.books[Number(dataOf(event).index)];
      if (book) void this.start('hold', { titleId: book.titleId, name: book.book.title });
    },
    async acted() {
      await this.load();
    },
    reload() {
      const { src } = this.data;
      const { seconds } = this.undrawn;
      this.setData({ src: '', broken: false }, () => this.setData({ src, initialTime: seconds }));
    },
  }),
);
