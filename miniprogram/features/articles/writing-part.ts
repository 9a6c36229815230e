import type { Block } from '../../../typings/contract';
import { dataOf } from '../../lib/screen/event';
import type { Part } from '../../lib/screen/part';
import { KINDS, freshBlock, inserted, moved, typedInto, without } from './blocks';
import { putFile, putPictures } from './putting-files';

/** A block as it is drawn: its key stays with it while it moves, so that its fields keep what was typed. */
interface Drawn {
  key: string;
  kind: Block['kind'];
  name: string;
  block: Block;
}

interface Page {
  data: { blocks: Drawn[] };
  undrawn: { written: Block[]; keys: string[]; made: number };
  setData(data: Record<string, unknown>): void;
  write(blocks: Block[]): void;
  nextKey(): string;
  putBlock(at: number, block: Block): void;
  /** The page's own, told of every change. */
  touched?(): void;
}

interface Writes {
  /** The blocks as they are written by now. */
  blocksNow(): Block[];
  /** Begins with these blocks. */
  write(blocks: Block[]): void;
  nextKey(): string;
  /** A block changed by what it refers to, and drawn again. */
  putBlock(at: number, block: Block): void;
  addBlock(event: WechatMiniprogram.TouchEvent): void;
  typeBlock(event: WechatMiniprogram.Input): void;
  moveBlock(event: WechatMiniprogram.TouchEvent): void;
  dropBlock(event: WechatMiniprogram.TouchEvent): void;
  choosePictures(event: WechatMiniprogram.TouchEvent): Promise<void>;
  chooseFile(event: WechatMiniprogram.TouchEvent): Promise<void>;
}

const MOST_PICTURES = 20;

const nameOf = (kind: Block['kind']): string => KINDS.find((each) => each.kind === kind)?.name ?? '';

/** The blocks of an article as they are written on the phone: native fields, one under the other. */
export const writesBlocks: Part<{ blocks: Drawn[] }, Writes> = {
  name: 'writesBlocks',
  data: () => ({ blocks: [] }),
  undrawn: () => ({ written: [], keys: [], made: 0 }),
  methods: {
    blocksNow(this: Page) {
      return this.undrawn.written;
    },
    write(this: Page, blocks) {
      this.undrawn.written = blocks;
      this.undrawn.keys = blocks.map(() => this.nextKey());
      draw(this);
    },
    nextKey(this: Page) {
      this.undrawn.made += 1;
      return `b${this.undrawn.made}`;
    },
    putBlock(this: Page, at, block) {
      change(
        this,
        this.undrawn.written.map((each, i) => (i === at ? block : each)),
      );
      draw(this);
    },
    addBlock(this: Page, event) {
      const { kind, at } = dataOf(event);
      const found = KINDS.find((each) => each.kind === kind);
      if (!found) return;
      const end = at === undefined ? this.undrawn.written.length : Number(at);
      this.undrawn.keys = [
        ...this.undrawn.keys.slice(0, end),
        this.nextKey(),
        ...this.undrawn.keys.slice(end),
      ];
      change(this, inserted(this.undrawn.written, end, freshBlock(found.kind)));
      draw(this);
    },
    typeBlock(this: Page, event) {
      const { index, field = '', picture } = dataOf(event);
      const at = Number(index);
      const block = this.undrawn.written[at];
      if (!block) return;
      const typed = typedInto(block, field, event.detail.value, picture === undefined ? -1 : Number(picture));
      change(
        this,
        this.undrawn.written.map((each, i) => (i === at ? typed : each)),
      );
    },
    moveBlock(this: Page, event) {
      const { index, by } = dataOf(event);
      const order = this.undrawn.keys.map((_key, i) => i);
      const [from, step] = [Number(index), Number(by)];
      const to = from + step;
      if (to < 0 || to >= order.length) return;
      order.splice(to, 0, ...order.splice(from, 1));
      this.undrawn.keys = order.map((i) => this.undrawn.keys[i] ?? '');
      change(this, moved(this.undrawn.written, from, step));
      draw(this);
    },
    dropBlock(this: Page, event) {
      const at = Number(dataOf(event).index);
      this.undrawn.keys = this.undrawn.keys.filter((_key, i) => i !== at);
      change(this, without(this.undrawn.written, at));
      draw(this);
    },
    async choosePictures(this: Page, event) {
      const at = Number(dataOf(event).index);
      const block = this.undrawn.written[at];
      if (block?.kind === 'picture') {
        const [fileId] = await putPictures(1);
        if (fileId) this.putBlock(at, { ...block, fileId });
      } else if (block?.kind === 'gallery') {
        const added = await putPictures(MOST_PICTURES - block.pictures.length);
        const pictures = added.map((fileId) => ({ fileId, caption: '', alt: '' }));
        if (added.length > 0) this.putBlock(at, { ...block, pictures: [...block.pictures, ...pictures] });
      }
    },
    async chooseFile(this: Page, event) {
      const at = Number(dataOf(event).index);
      const block = this.undrawn.written[at];
      if (block?.kind !== 'audio' && block?.kind !== 'clip') return;
      const fileId = await putFile(block.kind);
      if (fileId) this.putBlock(at, { ...block, fileId });
    },
  },
};

function change(page: Page, written: Block[]): void {
  page.undrawn.written = written;
  page.touched?.();
}

function draw(page: Page): void {
  const { written, keys } = page.undrawn;
  page.setData({
    blocks: written.map((block, i): Drawn => ({
      key: keys[i] ?? '',
      kind: block.kind,
      name: nameOf(block.kind),
      block,
    })),
  });
}
