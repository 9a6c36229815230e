import type { DeskLecturePage, LectureDraft, SearchHit } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import { act, ask } from '../../../../lib/call';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { none, one } from '../../../../lib/screen/empty';
import { dataOf, type Said } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { bringCaptions, bringFilm } from '../../choosing';
import { editActs, saveDraft, type EditFacts } from '../../desk-acts';
import { editView, type EditView } from '../../desk-view';

const recap = loads('lectureDesk.show', (page, today) => editView(page, today, Date.now()), {
  when: 'opened',
});
const MOST_FOUND = 6;

/** A recap as it is written: each part in a sheet of its own, saved by itself, beside the film. */
Page(
  screen([wide, given('lectureId'), recap, submits(), acts(editActs)], {
    data: {
      draft: one<LectureDraft | null>(null),
      publishAt: one<string | null>(null),
      books: none<EditView['books'][number]>(),
      found: none<SearchHit>(),
      said: '',
      turn: 0,
    },
    undrawn: () => ({ seconds: 0 }),
    asked() {
      return { lectureId: this.data.lectureId };
    },
    tick(event: WechatMiniprogram.VideoTimeUpdate) {
      this.undrawn.seconds = event.detail.currentTime;
    },
    /** How long a film is, the film itself knows. */
    async measured(event: WechatMiniprogram.CustomEvent<{ duration: number }>) {
      const { draft } = this.data;
      if (draft?.duration === 0 && event.detail.duration > 0)
        await this.keep({ ...draft, duration: Math.ceil(event.detail.duration) });
    },
    begin(event: WechatMiniprogram.TouchEvent) {
      const { lectureId, draft, publishAt } = this.data;
      const { act: id = '', place = '-1' } = dataOf(event);
      const { seconds } = this.undrawn;
      if (draft) void this.start(id, { lectureId, draft, publishAt, place: Number(place), seconds });
    },
    async acted({ id, value }: Acted<EditFacts, typeof editActs>) {
      if (id === 'remove') wx.navigateBack({ fail: () => wx.redirectTo({ url: routes.lectureDesk }) });
      else if ('draft' in value) this.shows(value);
      else await this.load();
    },
    shows(page: DeskLecturePage) {
      this.setData({ ...editView(page, libraryToday(), Date.now()) });
    },
    async keep(draft: LectureDraft) {
      const { lectureId } = this.data;
      const saved = await this.submit('save', '没有保存', () => saveDraft(lectureId, draft));
      if (saved) this.shows(saved);
    },
    async chooseFilm() {
      const film = await bringFilm();
      const { draft } = this.data;
      if (!film || !draft) return;
      const { fileId, duration } = film;
      await this.keep({ ...draft, duration, replay: { source: 'file', fileId } });
    },
    async chooseCaptions() {
      const fileId = await bringCaptions();
      const { lectureId } = this.data;
      if (!fileId) return;
      const brought = await this.submit('captions', '文字稿没有导入', () =>
        act('lectureDesk.bringTranscript', { lectureId, fileId }),
      );
      if (brought) this.setData({ lines: brought.lines });
    },
    async find({ detail }: Said<{ code: string }>) {
      const outcome = await this.once('find', () => ask('search.find', { query: detail.code }));
      const found = outcome?.kind === 'value' ? outcome.value.list.slice(0, MOST_FOUND) : [];
      const said = found.length === 0 ? `没有找到“${detail.code}”` : '';
      this.setData({ found, said, turn: this.data.turn + 1 });
    },
    async addBook(event: WechatMiniprogram.TouchEvent) {
      const { draft } = this.data;
      const titleId = dataOf(event).id ?? '';
      this.setData({ found: [] });
      if (draft && !draft.titleIds.includes(titleId))
        await this.keep({ ...draft, titleIds: [...draft.titleIds, titleId] });
    },
    async takeBook(event: WechatMiniprogram.TouchEvent) {
      const { draft } = this.data;
      const { id } = dataOf(event);
      if (draft) await this.keep({ ...draft, titleIds: draft.titleIds.filter((titleId) => titleId !== id) });
    },
    look() {
      open(routes.lecture(this.data.lectureId));
    },
  }),
);
