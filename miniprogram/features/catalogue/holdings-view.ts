import type { BranchItems, ItemOnPage, LocalDate } from '../../../typings/contract';
import { shortDate } from '../../lib/dates';

/** Copies of one page within a branch. The first few come with the title, the others are asked for. */
const PAGE = 20;
/** Branches that are rows before "全部分馆". */
const FIRST_BRANCHES = 8;

interface ItemRow {
  barcode: string;
  place: string;
  tone: string;
  text: string;
  detail: string;
}

export interface BranchRow {
  branchId: string;
  name: string;
  count: string;
  good: boolean;
}

/** Copies of the one branch that is open: 300 copies are never 300 rows. */
interface OpenBranch {
  branchId: string;
  items: ItemRow[];
  /** "第 21–40 册，共 300 册"; "" when all are shown. */
  range: string;
  more: boolean;
  /** Where the pages before and after begin; "" for none. */
  before: string;
  next: string;
  state: 'ready' | 'loading' | 'failed';
}

export const NO_BRANCH: OpenBranch = {
  branchId: '',
  items: [],
  range: '',
  more: false,
  before: '',
  next: '',
  state: 'ready',
};

export function branchRows(
  branches: BranchItems[],
  all: boolean,
): { branches: BranchRow[]; moreBranches: number } {
  const shown = all ? branches : branches.slice(0, FIRST_BRANCHES);
  return { branches: shown.map(branchRow), moreBranches: branches.length - shown.length };
}

function branchRow({ branchId, branchName, onShelf, total }: BranchItems): BranchRow {
  const count = onShelf > 0 ? `在架 ${onShelf} / 共 ${total} 册` : `共 ${total} 册，均不在架`;
  return { branchId, name: branchName, count, good: onShelf > 0 };
}

/** The branch that is open at first: the first one, which has something on the shelf if any has. */
export function openAtFirst(branches: BranchItems[], today: LocalDate): OpenBranch {
  const [first] = branches;
  return first ? opened(first, today) : NO_BRANCH;
}

export function opened({ branchId, items, total }: BranchItems, today: LocalDate): OpenBranch {
  return {
    ...NO_BRANCH,
    branchId,
    items: items.map((item) => itemRow(item, today)),
    more: total > items.length,
    range: total > items.length ? `先列 ${items.length} 册，共 ${total} 册` : '',
  };
}

/** One page of a branch's copies, from `start` on. */
export function pageOfBranch(
  branchId: string,
  start: number,
  { list, total, next = '' }: { list: ItemOnPage[]; total: number; next?: string },
  today: LocalDate,
): OpenBranch {
  return {
    branchId,
    items: list.map((item) => itemRow(item, today)),
    range: total > list.length ? `第 ${start + 1}–${start + list.length} 册，共 ${total} 册` : '',
    more: false,
    before: start > 0 ? String(Math.max(0, start - PAGE)) : '',
    next,
    state: 'ready',
  };
}

function itemRow(item: ItemOnPage, today: LocalDate): ItemRow {
  return {
    barcode: item.barcode,
    place: [item.callNumber, item.shelf].filter(Boolean).join(' · ') || '索书号待补',
    ...statusOf(item, today),
  };
}

function statusOf(item: ItemOnPage, today: LocalDate): { tone: string; text: string; detail: string } {
  switch (item.status) {
    case 'available':
      if (item.use === 'loan') return { tone: 'good', text: '在架', detail: '' };
      return {
        tone: 'quiet',
        text: '馆内阅览',
        detail: item.use === 'on_site' ? '凭证在阅览室使用' : '不外借',
      };
    case 'on_loan':
      return { tone: 'soon', text: '已借出', detail: item.dueOn ? dueOf(item.dueOn, today) : '' };
    case 'on_hold_shelf':
      return { tone: 'accent', text: '预约架', detail: '等读者来取' };
    case 'in_transit':
      return { tone: 'quiet', text: '运送中', detail: '' };
    case 'in_repair':
      return { tone: 'quiet', text: '修补中', detail: '' };
    case 'lost':
      return { tone: 'quiet', text: '遗失', detail: '' };
    case 'withdrawn':
      return { tone: 'quiet', text: '已剔除', detail: '' };
  }
}

function dueOf(dueOn: LocalDate, today: LocalDate): string {
  return dueOn < today ? `逾期未还（应还 ${shortDate(dueOn, today)}）` : `${shortDate(dueOn, today)} 到期`;
}
