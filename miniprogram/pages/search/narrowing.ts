import type { SearchFacets, SearchResult, SearchSort } from '../../../typings/contract';
import type { Output } from '../../lib/call';
import { maybe, none, one } from '../../lib/screen/empty';
import { dataOf, type Said } from '../../lib/screen/event';
import type { Drawn, Part } from '../../lib/screen/part';
import { libraryToday } from '../../lib/session';
import {
  branchNamesOf,
  groups,
  howMany,
  nothingChosen,
  toggled,
  type BranchNames,
  type Chosen,
  type Group,
} from './chosen';
import { chips, shelfCount, shelfNote, type Chip } from './facets-view';
import { sorts } from './search-view';

interface Data {
  sorts: typeof sorts;
  sort: SearchSort;
  chosen: Chosen;
  narrowed: number;
  chips: Chip[];
  chipsAt: string;
  /** The answer has facets to narrow it by. */
  canNarrow: boolean;
  sheet: boolean;
  /** What the sheet begins with. */
  known: null | { facets: SearchFacets; total: number; totalIsAtLeast: boolean; shelf: string };
  branches: BranchNames;
  thisYear: number;
}

interface Narrowing {
  /** What narrows a search, as data: set together with whatever else changes. */
  chosenData(chosen: Chosen): Pick<Data, 'chosen' | 'narrowed' | 'chips'>;
  /** What an answer says of the ways to narrow it, as data. */
  facetsData(result: SearchResult): Pick<Data, 'branches' | 'chips' | 'canNarrow'>;
  /** How many stand on a shelf became known. */
  showShelf(): void;
  narrow(chosen: Chosen): void;
  toggleChip(event: WechatMiniprogram.TouchEvent): void;
  applyFilters(event: Said<{ chosen: Chosen }>): void;
  openFilters(): void;
  closeFilters(): void;
  setSort(event: WechatMiniprogram.TouchEvent): void;
}

export interface Answer {
  result: SearchResult | null;
  /** How many of them stand on a shelf now; null until that is known. */
  shelf: Output<'search.onShelf'> | null;
}

interface Wants {
  answer(): Answer;
  find(): Promise<unknown>;
}

type Page = Drawn & Narrowing & Wants & { data: Data; undrawn: Answer };

/** The row of chips over the results, the sheet of filters, and the order of the results. */
export const narrowing: Part<Data, Narrowing, Wants> = {
  name: 'narrowing',
  data: () => ({
    sorts,
    sort: one<SearchSort>('relevance'),
    chosen: nothingChosen,
    narrowed: 0,
    chips: none<Chip>(),
    chipsAt: '',
    canNarrow: false,
    sheet: false,
    known: maybe(),
    branches: {},
    thisYear: 0,
  }),
  methods: {
    chosenData(this: Page, chosen) {
      return { chosen, narrowed: howMany(chosen), chips: chipsOf(this.answer(), chosen, this.data.branches) };
    },
    facetsData(this: Page, result) {
      const branches = { ...this.data.branches, ...branchNamesOf(result.facets ?? { branches: [] }) };
      return {
        branches,
        chips: chipsOf(this.answer(), this.data.chosen, branches),
        canNarrow: Boolean(result.facets),
      };
    },
    showShelf(this: Page) {
      this.setData({ chips: chipsOf(this.answer(), this.data.chosen, this.data.branches) });
    },
    narrow(this: Page, chosen) {
      // The row begins anew: what is chosen stands first.
      const chipsAt = this.data.chipsAt === 'chips-a' ? 'chips-b' : 'chips-a';
      this.undrawn.shelf = null;
      this.setData({ ...this.chosenData(chosen), chipsAt, sheet: false });
      void this.find();
    },
    toggleChip(this: Page, event) {
      const { group, value = '' } = dataOf(event);
      if (isGroup(group)) this.narrow(toggled(this.data.chosen, group, String(value)));
    },
    applyFilters(this: Page, { detail }) {
      this.narrow(detail.chosen);
    },
    openFilters(this: Page) {
      const { result, shelf } = this.answer();
      if (!result?.facets) return;
      const { facets, total, totalIsAtLeast } = result;
      // The sheet is there before it comes up: so it begins with what is known.
      this.setData({
        known: { facets, total, totalIsAtLeast, shelf: shelfNote(shelf, total) },
        thisYear: thisYear(),
      });
      this.setData({ sheet: true });
    },
    closeFilters(this: Page) {
      this.setData({ sheet: false });
    },
    setSort(this: Page, event) {
      const chosen = sorts.find(({ sort }) => sort === dataOf(event).sort);
      if (!chosen || chosen.sort === this.data.sort) return;
      this.setData({ sort: chosen.sort });
      void this.find();
    },
  },
};

function isGroup(text: string | undefined): text is Group | 'onShelfOnly' {
  return text === 'onShelfOnly' || groups.some((group) => group === text);
}

function chipsOf({ result, shelf }: Answer, chosen: Chosen, branches: BranchNames): Chip[] {
  const { facets = null, total = 0 } = result ?? {};
  return chips(facets, chosen, shelfCount(shelf, total), { branches, thisYear: thisYear(), total });
}

function thisYear(): number {
  return Number(libraryToday().slice(0, 4));
}
