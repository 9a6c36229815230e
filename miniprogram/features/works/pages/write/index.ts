import type { CallPage, WorkSignature, WorkWords } from '../../../../../typings/contract';
import { act, ask } from '../../../../lib/call';
import { newRequestId } from '../../../../lib/intent';
import { choosePicture, sendFile, type OwnFile } from '../../../../lib/media';
import { maybe, one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { records } from '../../../../lib/screen/records';
import { screen } from '../../../../lib/screen/screen';
import { sounding } from '../../../../lib/screen/sounding';
import { submits } from '../../../../lib/screen/submits';
import { showsWorkMedia } from '../../media-part';
import { writingView, type WritingView } from '../../writing-view';

const PAUSE_MS = 3000;
/** What WeChat records at most; a call may take less. */
const LONGEST_SECONDS = 600;
const NOTHING: WorkWords = { title: '', text: '', media: [] };

/** A work as it is written: kept on the server after every pause and on leaving, sent when it is ready. */
Page(
  screen(
    [
      given('callId'),
      loads('works.call', undefined, { when: 'opened' }),
      submits(),
      records(LONGEST_SECONDS),
      sounding,
      showsWorkMedia,
    ],
    {
      data: {
        it: maybe<WritingView>(),
        title: '',
        text: '',
        count: 0,
        saved: one<'' | 'saving' | 'saved' | 'kept'>(''),
        signature: one<WorkSignature>({ publish: true, signedAs: 'masked', penName: '' }),
      },
      undrawn: () => ({
        words: NOTHING,
        penName: '',
        workId: '',
        dirty: false,
        timer: one<ReturnType<typeof setTimeout> | undefined>(undefined),
        keeping: one<Promise<void> | undefined>(undefined),
      }),
      onHide() {
        void this.keepNow();
      },
      onUnload() {
        void this.keepNow();
      },
      asked() {
        return { callId: this.data.callId };
      },
      shown(page: CallPage) {
        const view = writingView(page);
        this.undrawn.words = view.words;
        this.undrawn.penName = view.signature.penName;
        this.undrawn.workId = page.own?.workId ?? '';
        const { title, text } = view.words;
        return { it: view, title, text, count: [...text].length, signature: view.signature };
      },
      type(event: WechatMiniprogram.Input) {
        const { name } = dataOf(event);
        const { value } = event.detail;
        if (name === 'title') this.undrawn.words = { ...this.undrawn.words, title: value };
        else {
          this.undrawn.words = { ...this.undrawn.words, text: value };
          this.setData({ count: [...value].length });
        }
        this.keepLater();
      },
      keepLater() {
        this.undrawn.dirty = true;
        if (this.undrawn.timer !== undefined) clearTimeout(this.undrawn.timer);
        this.undrawn.timer = setTimeout(() => void this.keepNow(), PAUSE_MS);
      },
      /** What could not be kept is kept with the next words; nothing is said in between. */
      async keepNow() {
        if (this.undrawn.timer !== undefined) clearTimeout(this.undrawn.timer);
        await this.kept();
        if (!this.undrawn.dirty) return;
        this.undrawn.keeping = this.keep();
        await this.undrawn.keeping;
        this.undrawn.keeping = undefined;
      },
      /** One after the other: words without the recording must not arrive behind those with it. */
      async kept() {
        while (this.undrawn.keeping) await this.undrawn.keeping;
      },
      async keep() {
        this.undrawn.dirty = false;
        this.setData({ saved: 'saving' });
        const outcome = await act('works.save', { callId: this.data.callId, words: this.undrawn.words });
        if (outcome.kind === 'value') this.undrawn.workId = outcome.value.workId;
        else this.undrawn.dirty = true;
        this.setData({ saved: outcome.kind === 'value' ? 'saved' : 'kept' });
      },
      linkOf(mediaId: string) {
        return ask('works.openMedia', { workId: this.undrawn.workId, mediaId });
      },
      async loaded() {
        await this.fetchMedia(this.undrawn.words.media);
      },
      async addPicture() {
        const file = await choosePicture();
        if (file) await this.putFile(file, [...this.undrawn.words.media]);
      },
      /** A new recording takes the place of the one before. */
      async recorded(file: OwnFile) {
        await this.putFile(file, []);
      },
      /** It is in the draft at once: what belongs to nothing would be taken away. */
      async putFile(file: OwnFile, others: string[]) {
        const purpose = this.data.it?.isContest ? ('work' as const) : ('reading' as const);
        const sent = await this.submit('file', '没有传上', () =>
          sendFile(file, { purpose, id: newRequestId() }),
        );
        if (!sent) return;
        this.undrawn.words = { ...this.undrawn.words, media: [...others, sent.mediaId] };
        this.undrawn.dirty = true;
        await this.keepNow();
        await this.fetchMedia(this.undrawn.words.media);
      },
      async takeFile(event: WechatMiniprogram.TouchEvent) {
        const gone = Number(dataOf(event).index);
        const media = this.undrawn.words.media.filter((_id, n) => n !== gone);
        this.undrawn.words = { ...this.undrawn.words, media };
        this.undrawn.dirty = true;
        await this.keepNow();
        await this.fetchMedia(media);
      },
      record() {
        if (this.data.recording.on) this.stopRecording();
        else this.startRecording();
      },
      flip() {
        const { signature } = this.data;
        this.setData({ signature: { ...signature, publish: !signature.publish } });
      },
      signAs(event: WechatMiniprogram.TouchEvent) {
        const chosen = this.data.it?.signatures.find(({ id }) => id === dataOf(event).id);
        if (chosen) this.setData({ signature: { ...this.data.signature, signedAs: chosen.id } });
      },
      typePenName(event: WechatMiniprogram.Input) {
        this.undrawn.penName = event.detail.value;
      },
      async send() {
        if (this.undrawn.timer !== undefined) clearTimeout(this.undrawn.timer);
        await this.kept();
        const { callId } = this.data;
        const signature = { ...this.data.signature, penName: this.undrawn.penName.trim() };
        const { words } = this.undrawn;
        const sent = await this.submit('send', '没有提交', () =>
          act('works.send', { callId, words, signature }),
        );
        if (!sent) return;
        this.undrawn.dirty = false;
        wx.showToast({
          title: sent.state === 'admitted' ? '已提交' : '已提交，馆员看过后生效',
          icon: 'none',
        });
        wx.navigateBack();
      },
    },
  ),
);
