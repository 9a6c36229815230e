import type { LecturePage } from '../../../../../typings/contract';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { lengthText } from '../../../../lib/dates';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { chapterAt, lectureView, startAt, type LectureView } from '../../lecture-view';
import { phonePosition, positionKeeper, type PositionKeeper } from '../../position';

const FILM = 'film';

Page({
  data: {
    look: lookNow(),
    state: { kind: 'loading' },
    title: '',
    length: '',
    chapters: [] as LectureView['chapters'],
    src: '',
    film: false,
    /** Where the replay begins; fixed at the first answer, as a change would move a film that is running. */
    initialTime: 0,
    resume: '',
    chapter: -1,
    broken: false,
    /** Once it has been played: before, a still lies over the film and no control bar shows. */
    begun: false,
  },
  lectureId: '',
  seconds: 0,
  opened: false,
  started: false,
  keeper: undefined as PositionKeeper | undefined,

  onLoad(query: Record<string, string | undefined>) {
    this.lectureId = fromQuery(query, 'lectureId');
    this.keeper = positionKeeper(this.lectureId);
    void this.load();
  },
  onShow() {
    keepLook(this);
  },
  onHide() {
    this.leave();
  },
  onUnload() {
    this.leave();
  },
  onShareAppMessage() {
    return { title: this.data.title || '讲座回顾', path: routes.lecture(this.lectureId) };
  },
  async load() {
    const outcome = await load(this, {
      action: 'lectures.show',
      input: { lectureId: this.lectureId },
      keepAs: `lectures.show ${this.lectureId}`,
      show: (page) => ({ ...lectureView(page, libraryToday()) }),
    });
    if (!this.opened) this.begin(outcome.kind === 'value' ? outcome.value : undefined);
  },
  /** The film is shown once the library has said where it was stopped: a kept answer knows only an older place. */
  begin(page?: LecturePage) {
    this.opened = page !== undefined;
    const from = startAt(phonePosition(this.lectureId) ?? page?.position ?? 0, page?.duration ?? 0);
    this.seconds = from;
    this.setData({ film: true, initialTime: from, resume: from > 0 ? lengthText(from) : '' });
  },
  leave() {
    if (this.started && !this.data.broken) this.keeper?.stopped(this.seconds);
  },

  tick(event: WechatMiniprogram.VideoTimeUpdate) {
    const { currentTime } = event.detail;
    this.seconds = currentTime;
    this.keeper?.playing(currentTime);
    const chapter = chapterAt(this.data.chapters, currentTime);
    if (chapter !== this.data.chapter) this.setData({ chapter });
  },
  played() {
    this.started = true;
    if (this.data.resume || this.data.broken || !this.data.begun) {
      this.setData({ resume: '', broken: false, begun: true });
    }
  },
  paused() {
    this.keeper?.stopped(this.seconds);
  },
  ended() {
    // Seen to the end: the next time begins at the beginning.
    this.seconds = 0;
    this.keeper?.stopped(0);
  },
  failed() {
    this.setData({ broken: true });
  },
  /** A tap on a mark plays from there; nothing ever plays without a tap. */
  seek(event: WechatMiniprogram.TouchEvent) {
    this.playFrom(Number(event.currentTarget.dataset.at));
  },
  start() {
    this.playFrom(this.data.initialTime);
  },
  again() {
    this.playFrom(0);
  },
  playFrom(at: number) {
    if (!this.data.src) return;
    const film = wx.createVideoContext(FILM, this);
    film.seek(at);
    film.play();
    this.seconds = at;
    wx.pageScrollTo({ scrollTop: 0, duration: 200 });
  },
  reload() {
    const { src } = this.data;
    this.setData({ src: '', broken: false }, () => this.setData({ src, initialTime: this.seconds }));
  },
  openTitle(event: WechatMiniprogram.CustomEvent<{ titleId: string }>) {
    open(routes.title(event.detail.titleId));
  },
});
