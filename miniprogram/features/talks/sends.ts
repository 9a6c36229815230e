import type { Talk } from '../../../typings/contract';
import { chooseDocument, choosePicture, keepOnPhone, type OwnFile } from '../../lib/media';
import { refusalLines } from '../../lib/refusals';
import type { Said } from '../../lib/screen/event';
import type { Part } from '../../lib/screen/part';
import { toTheEnd } from './lines';
import { forget, send, tryAgain, unsentOf, write, type Side } from './outbox';

interface Sends {
  say(event: Said<{ text: string }>): Promise<void>;
  sendPicture(): Promise<void>;
  sendDocument(): Promise<void>;
  /** `bind:again` of a line that was not taken: words go back into the box, a file is tried once more. */
  again(event: Said<{ key: string }>): Promise<void>;
  drop(event: Said<{ key: string }>): void;
  /** Sends what waits on the phone; what the library does not take is said at its line. */
  deliver(): Promise<void>;
  typed(): void;
  /** A recording has ended. */
  recorded(file: OwnFile): Promise<void>;
}

interface Wants {
  /** Draws the talk as it is on this phone. */
  redraw(): void;
}

interface Page extends Wants, Sends {
  data: { talkId: string; talk: Talk | null };
  undrawn: { typedAt: number };
  setData(data: Record<string, unknown>): void;
  lookSoon(): Promise<void>;
}

/** One writes into a talk: kept on the phone until it has arrived, shown at once. */
export const sends = (side: Side): Part<{ given: string; offline: boolean }, Sends, Wants> => ({
  name: 'sends',
  data: () => ({ given: '', offline: false }),
  methods: {
    async say(this: Page, { detail: { text } }) {
      await put(this, side, { text });
    },
    async sendPicture(this: Page) {
      await putFile(this, side, await choosePicture());
    },
    async sendDocument(this: Page) {
      await putFile(this, side, await chooseDocument());
    },
    async recorded(this: Page, file: OwnFile) {
      await putFile(this, side, file);
    },
    async again(this: Page, { detail: { key } }) {
      const line = unsentOf(this.data.talkId, side).find(({ id }) => id === key);
      if (line?.file) tryAgain(key);
      else if (line) {
        this.setData({ given: line.text });
        forget(key);
      }
      this.redraw();
      await this.lookSoon();
    },
    drop(this: Page, { detail: { key } }) {
      forget(key);
      this.redraw();
    },
    async deliver(this: Page) {
      const { talkId } = this.data;
      if (unsentOf(talkId, side).every(({ no }) => no !== '')) return;
      const online = await send(talkId, side, (outcome) =>
        outcome.kind === 'refused' ? (refusalLines(outcome.refusals)[0]?.text ?? '') : '没有发出，请再试',
      );
      this.setData({ offline: !online });
    },
    typed(this: Page) {
      this.undrawn.typedAt = Date.now();
    },
  },
});

async function put(page: Page, side: Side, line: { text: string; file?: OwnFile }): Promise<void> {
  if (!page.data.talk) return;
  write({ talkId: page.data.talkId, side, ...line });
  page.undrawn.typedAt = 0;
  page.setData({ given: '' });
  page.redraw();
  toTheEnd();
  await page.lookSoon();
}

async function putFile(page: Page, side: Side, file: OwnFile | undefined): Promise<void> {
  if (file) await put(page, side, { text: '', file: await keepOnPhone(file) });
}
