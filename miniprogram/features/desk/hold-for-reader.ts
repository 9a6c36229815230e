import { act, ask, type Input } from '../../lib/call';
import { none } from '../../lib/screen/empty';
import { dataOf } from '../../lib/screen/event';
import type { Once } from '../../lib/screen/once';
import type { Drawn, Part } from '../../lib/screen/part';
import { tell } from '../../lib/tell';
import { branchHere } from './branch';

interface Hit {
  titleId: string;
  title: string;
  authors: string;
}

interface Holding {
  /** The sheet in which a title is searched for. */
  holding: boolean;
  hits: Hit[];
  searched: boolean;
}

interface HoldForReader {
  openHold(): void;
  closeHold(): void;
  typeQuery(event: WechatMiniprogram.Input): void;
  search(): Promise<void>;
  hold(event: WechatMiniprogram.TouchEvent): Promise<void>;
}

interface Wants {
  /** Who it is for; '' while that is not known. */
  holder(): string;
  /** The hold is placed. */
  held(): void | Promise<void>;
}

type Page = Drawn & Once & Wants & { data: Holding; undrawn: { query: string } };

/** As many as a sheet holds: who wants another one types more of it. */
const MOST_HITS = 8;

/** Places a hold for a reader who asks at the desk: a title is searched for and taken from what was found. */
export const holdForReader: Part<Holding, HoldForReader, Wants> = {
  name: 'holdForReader',
  data: () => ({ holding: false, hits: none<Hit>(), searched: false }),
  undrawn: () => ({ query: '' }),
  methods: {
    openHold(this: Page) {
      this.undrawn.query = '';
      this.setData({ holding: true, hits: [], searched: false });
    },
    closeHold(this: Page) {
      this.setData({ holding: false });
    },
    typeQuery(this: Page, event) {
      this.undrawn.query = event.detail.value;
    },
    async search(this: Page) {
      const query = this.undrawn.query.trim();
      if (!query) return;
      const outcome = await this.once('search', () => ask('search.find', { query }));
      if (!outcome || !tell(outcome)) return;
      const hits = outcome.value.list
        .slice(0, MOST_HITS)
        .map(({ titleId, title, authors }) => ({ titleId, title, authors }));
      this.setData({ hits, searched: true });
    },
    async hold(this: Page, event) {
      const { title: titleId = '' } = dataOf(event);
      const readerId = this.holder();
      if (!readerId) return;
      const placed = await this.does(titleId, () => placeHold({ readerId, titleId }), '已预约');
      if (!placed) return;
      this.setData({ holding: false });
      await this.held();
    },
  },
};

async function placeHold(hold: Omit<Input<'desk.placeHold'>, 'pickUpBranchId'>) {
  return act('desk.placeHold', { ...hold, pickUpBranchId: await pickUpAt(await branchHere()) });
}

/** This branch, or where the reader's hand will be when this one has no hold shelf: the first that has. */
async function pickUpAt(here: string): Promise<string> {
  const outcome = await ask('catalogue.branches', {});
  const branches = outcome.kind === 'value' ? outcome.value.list.filter(({ pickUp }) => pickUp) : [];
  return branches.some(({ branchId }) => branchId === here) ? here : (branches[0]?.branchId ?? here);
}
