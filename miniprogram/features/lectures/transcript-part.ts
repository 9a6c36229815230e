import type { Said } from '../../../typings/contract';
import { ask } from '../../lib/call';
import { none } from '../../lib/screen/empty';
import type { Once } from '../../lib/screen/once';
import type { Drawn, Part } from '../../lib/screen/part';
import { tell } from '../../lib/tell';
import { chapterAt } from './lecture-view';
import { paragraphs, type Paragraph } from './transcript-view';

interface Reads {
  openTranscript(): Promise<void>;
  searchSaid(event: WechatMiniprogram.Input): void;
  /** The film has come to a moment: its paragraph is marked, and rolled to where all of it is shown. */
  follow(seconds: number): void;
}

type Page = Drawn &
  Once & {
    data: { lectureId: string; said: Paragraph[]; words: string; nowSaid: number };
    undrawn: { spoken: Said[] };
  };

/** What was said beside the film: fetched when it is wanted, searched on the phone, following the film. */
export const transcript: Part<
  { said: Paragraph[]; words: string; nowSaid: number; transcriptOpen: boolean },
  Reads
> = {
  name: 'transcript',
  data: () => ({ said: none<Paragraph>(), words: '', nowSaid: -1, transcriptOpen: false }),
  undrawn: () => ({ spoken: none<Said>() }),
  methods: {
    async openTranscript(this: Page) {
      const { lectureId } = this.data;
      const outcome = await this.once('transcript', () => ask('lectures.transcript', { lectureId }));
      if (!outcome || !tell(outcome)) return;
      this.undrawn.spoken = outcome.value.list;
      this.setData({ said: paragraphs(outcome.value.list), transcriptOpen: true });
    },
    searchSaid(this: Page, event) {
      const words = event.detail.value;
      this.setData({ words, said: paragraphs(this.undrawn.spoken, words), nowSaid: -1 });
    },
    follow(this: Page, seconds) {
      const { said, nowSaid, words } = this.data;
      const now = words === '' ? chapterAt(said, seconds) : -1;
      if (now !== nowSaid) this.setData({ nowSaid: now });
    },
  },
};
