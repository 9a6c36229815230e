import { ask } from '../../lib/call';
import { loadMore, type More } from '../../lib/more';
import type { Drawn, Part } from '../../lib/screen/part';
import { libraryToday } from '../../lib/session';
import { closureLines, stillMoving, type ClosureLine } from './calendar-view';

/** While dates are being moved the list looks again by itself. */
const LOOK_AGAIN_MS = 15_000;

interface Data {
  list: ClosureLine[];
  next: string;
  more: More;
  closuresFailed: boolean;
}

interface Methods {
  loadClosures(): Promise<void>;
  loadMore(): Promise<void>;
}

interface OfBranch {
  data: { branchId: string };
}

type Timer = ReturnType<typeof setTimeout>;
type Page = Drawn & Methods & OfBranch & { data: Data; undrawn: { again: Timer } };

/** What a branch has closed: a list beside the calendar that fails by itself. */
export const closures: Part<Data, Methods, OfBranch> = {
  name: 'closures',
  data: () => ({ list: [], next: '', more: 'idle', closuresFailed: false }),
  undrawn: () => ({ again: 0 }),
  methods: {
    async loadClosures(this: Page) {
      const { branchId } = this.data;
      clearTimeout(this.undrawn.again);
      const outcome = await ask('rules.closures', { branchId });
      if (branchId !== this.data.branchId) return;
      if (outcome.kind !== 'value') {
        this.setData({ closuresFailed: true });
        return;
      }
      const { list, next = '' } = outcome.value;
      this.setData({
        list: closureLines(list, libraryToday()),
        next,
        more: 'idle',
        closuresFailed: false,
      });
      if (!stillMoving(list)) return;
      this.undrawn.again = setTimeout(() => void this.loadClosures(), LOOK_AGAIN_MS);
    },
    async loadMore(this: Page) {
      await loadMore(this, {
        action: 'rules.closures',
        input: { branchId: this.data.branchId },
        rows: ({ list }) => closureLines(list, libraryToday()),
      });
    },
  },
  hooks: {
    onHide: rest,
    onUnload: rest,
    onReachBottom(this: Page) {
      void this.loadMore();
    },
  },
};

function rest(this: Page): void {
  clearTimeout(this.undrawn.again);
}
