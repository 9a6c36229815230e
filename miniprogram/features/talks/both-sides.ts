import type { Talk, TalkLine } from '../../../typings/contract';
import { act, ask } from '../../lib/call';
import { none } from '../../lib/screen/empty';
import type { Said } from '../../lib/screen/event';
import type { Once } from '../../lib/screen/once';
import { merged, toTheEnd } from './lines';
import type { Side } from './outbox';
import { noLinks } from './shows-media';

/** What a page on which a talk goes on has and does, of either side. */
interface Page extends Once {
  data: { talkId: string; talk: Talk | null };
  undrawn: { lines: TalkLine[] };
  setData(data: Record<string, unknown>): void;
  /** The talk and its lines as the page shows them. */
  drawn(talk: Talk): Record<string, unknown>;
  deliver(): Promise<void>;
  fetchPictures(): Promise<void>;
  lookSoon(): Promise<void>;
}

interface Shown {
  talk: Talk;
  lines: TalkLine[];
  deliversDocuments: boolean;
}

const DOORS = {
  reader: { openMedia: 'talks.openMedia', takeBack: 'talks.takeBack' },
  staff: { openMedia: 'talkDesk.openMedia', takeBack: 'talkDesk.takeBack' },
} as const;

/** A page's own side of a talk, where a reader and a librarian have the same. */
export const talkOf = (side: Side) => ({
  undrawn: () => ({ lines: none<TalkLine>(), typedAt: 0, links: noLinks() }),
  asked(this: Page) {
    return { talkId: this.data.talkId };
  },
  shown(this: Page, { talk, lines, deliversDocuments }: Shown) {
    this.undrawn.lines = merged(this.undrawn.lines, lines);
    toTheEnd();
    return { ...this.drawn(talk), deliversDocuments };
  },
  redraw(this: Page) {
    if (this.data.talk) this.setData(this.drawn(this.data.talk));
  },
  linkOf(this: Page, mediaId: string) {
    return ask(DOORS[side].openMedia, { talkId: this.data.talkId, mediaId });
  },
  loaded(this: Page) {
    void this.deliver();
    void this.fetchPictures();
  },
  async takeBack(this: Page, event: Said<{ number: number }>) {
    const { talkId } = this.data;
    const { number } = event.detail;
    const done = await this.does('take', () => act(DOORS[side].takeBack, { talkId, number }), '已撤回');
    if (done) await this.lookSoon();
  },
});
