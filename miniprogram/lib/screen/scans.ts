import { scanWithCamera } from '../camera';
import { silence } from '../feedback';
import type { Said } from './event';
import type { Drawn, Part } from './part';

interface Scans {
  /** `bind:scan` of the page's `scan-field`. */
  scanned(event: Said<{ code: string }>): void;
  camera(): Promise<void>;
  /** The field waits for the next code. */
  nextScan(): void;
}

interface Takes {
  /** What the page does with a code. */
  scan(code: string): void | Promise<void>;
}

type Page = Drawn & Scans & Takes & { data: { turn: number } };

/** A page on which codes are scanned, by a scanner into the field or with the camera. */
export const scans: Part<{ turn: number }, Scans, Takes> = {
  name: 'scans',
  data: () => ({ turn: 0 }),
  methods: {
    scanned(this: Page, { detail }) {
      void this.scan(detail.code);
    },
    async camera(this: Page) {
      const code = await scanWithCamera();
      if (code) await this.scan(code);
      this.nextScan();
    },
    nextScan(this: Page) {
      this.setData({ turn: this.data.turn + 1 });
    },
  },
  hooks: { onUnload: silence },
};
