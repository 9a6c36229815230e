import type { Drawn, Part } from '../../lib/screen/part';
import { keepDraft, type KeptForm } from './drafts';

/** What is typed is kept on the device once the hand rests. */
const REST_MS = 400;

export interface Keeps {
  keepSoon(): void;
  keepNow(): void;
  /** It is saved or begun anew: nothing is to be kept of it. */
  keepNoMore(): void;
}

interface Kept {
  /** The form as it stands. */
  draft(): KeptForm;
}

type Page = Drawn & Keeps & Kept & { undrawn: { resting: ReturnType<typeof setTimeout> } };

/** A form that is left, interrupted or cut off loses nothing. */
export const keepsDraft: Part<object, Keeps, Kept> = {
  name: 'keepsDraft',
  data: () => ({}),
  undrawn: () => ({ resting: 0 }),
  methods: {
    keepSoon(this: Page) {
      clearTimeout(this.undrawn.resting);
      this.undrawn.resting = setTimeout(() => this.keepNow(), REST_MS);
    },
    keepNow(this: Page) {
      if (this.undrawn.resting === 0) return;
      this.keepNoMore();
      if (!keepDraft(this.draft())) wx.showToast({ title: '手机空间不足，离开前请先保存', icon: 'none' });
    },
    keepNoMore(this: Page) {
      clearTimeout(this.undrawn.resting);
      this.undrawn.resting = 0;
    },
  },
  hooks: {
    onHide(this: Page) {
      this.keepNow();
    },
    onUnload(this: Page) {
      this.keepNow();
    },
  },
};
