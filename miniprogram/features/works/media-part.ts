import type { Outcome } from '../../lib/call';
import { dataOf } from '../../lib/screen/event';
import type { Part } from '../../lib/screen/part';
import type { Sounding } from '../../lib/screen/sounding';

/** A picture or a recording of a work as it is drawn; `src` '': not fetched yet. */
interface MediaView {
  mediaId: string;
  src: string;
}

interface Shows {
  /** Fetches links to what a work is made of; pictures are drawn as they come. */
  fetchMedia(mediaIds: readonly string[]): Promise<void>;
  openPicture(event: WechatMiniprogram.TouchEvent): void;
  /** A link is good for minutes: it is asked for when somebody wants to hear. */
  hearRecording(event: WechatMiniprogram.TouchEvent): Promise<void>;
}

interface Wants {
  /** A link for minutes. */
  linkOf(mediaId: string): Promise<Outcome<{ fileId: string }>>;
}

type Page = Shows &
  Wants &
  Sounding & {
    data: { media: MediaView[]; sound: { heard: string } };
    setData(data: Record<string, unknown>): void;
  };

async function srcOf(page: Wants, mediaId: string): Promise<string> {
  const outcome = await page.linkOf(mediaId);
  return outcome.kind === 'value' ? outcome.value.fileId : '';
}

/** Pictures and recordings of a work. */
export const showsWorkMedia: Part<{ media: MediaView[] }, Shows, Wants> = {
  name: 'showsWorkMedia',
  data: () => ({ media: [] }),
  methods: {
    async fetchMedia(this: Page, mediaIds) {
      const known = new Map(this.data.media.map(({ mediaId, src }) => [mediaId, src]));
      const media = mediaIds.map((mediaId) => ({ mediaId, src: known.get(mediaId) ?? '' }));
      this.setData({ media });
      for (const [n, { mediaId, src }] of media.entries())
        if (src === '') this.setData({ [`media[${n}].src`]: await srcOf(this, mediaId) });
    },
    openPicture(this: Page, event) {
      const urls = this.data.media.map(({ src }) => src).filter(Boolean);
      const current = this.data.media[Number(dataOf(event).index)]?.src ?? '';
      if (current) wx.previewImage({ urls, current });
    },
    async hearRecording(this: Page, event) {
      const { id = '' } = dataOf(event);
      if (this.data.sound.heard === id) {
        this.hear(id, '');
        return;
      }
      const src = await srcOf(this, id);
      if (src) this.hear(id, src);
      else wx.showToast({ title: '没有取到，请检查网络再试', icon: 'none' });
    },
  },
};
