import type { SearchSort } from '../../typings/contract';
import { ask, type Input, type Output } from './call';
import type { More } from './more';

/** A question to the catalogue; which page of the answer is wanted is said apart. */
export type Question = Omit<Input<'search.find'>, 'page'>;

interface FindScreen {
  data: { list: { titleId: string }[]; nextPage: number; more: More };
  setData(data: Record<string, unknown>): void;
}

/**
 * Adds the next page to a list of found titles; call it in onReachBottom. Does nothing on the last page.
 * `question` is read before and after: a page that answers a former question is dropped. `end` in the page's
 * data is the foot of the last page.
 */
export async function findMore(
  page: FindScreen,
  question: () => Question,
  rows: (value: Output<'search.find'>, start: number) => { titleId: string }[],
): Promise<void> {
  const { nextPage, more, list } = page.data;
  if (!nextPage || more === 'loading') return;
  const asked = JSON.stringify(question());
  page.setData({ more: 'loading' });
  const outcome = await ask('search.find', { ...question(), page: nextPage });
  const same = JSON.stringify(question()) === asked && page.data.nextPage === nextPage;
  if (!same || page.data.more !== 'loading') return;
  if (outcome.kind !== 'value') {
    page.setData({ more: 'failed' });
    return;
  }
  const start = list.length;
  // A book that came to the library meanwhile pushes others to the next page: those are shown already.
  const shown = new Set(list.map(({ titleId }) => titleId));
  const fresh = rows(outcome.value, start).filter(({ titleId }) => !shown.has(titleId));
  const added = fresh.map((row, i) => [`list[${start + i}]`, row] as const);
  page.setData({
    ...Object.fromEntries(added),
    nextPage: outcome.value.nextPage ?? 0,
    end: endText(outcome.value, start + fresh.length, question().sort),
    more: 'idle',
  });
}

/** "找到 12 种", "找到 200 种以上". */
export function totalText({ total, totalIsAtLeast }: { total: number; totalIsAtLeast: boolean }): string {
  return totalIsAtLeast ? `找到 ${total} 种以上` : `找到 ${total} 种`;
}

/**
 * Titles that went out of the catalogue while the list was read are missing from it: so few are no reason to
 * say more.
 */
const FEW = 3;

/**
 * What the foot of the list says behind its last page: more may have been found than can be paged through.
 */
export function endText(
  { total, totalIsAtLeast }: { total: number; totalIsAtLeast: boolean },
  shown: number,
  sort: SearchSort = 'relevance',
): string {
  if (total <= shown + FEW && !totalIsAtLeast) return '没有更多了';
  const which = { newest: '最新入藏', most_borrowed: '借阅最多', relevance: '最相关' }[sort];
  return `只列出${which}的 ${shown} 种，请缩小范围`;
}
