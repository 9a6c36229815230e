import { ask, type Action, type Input, type Output } from './call';

/**
 * Reading calls that answer a page of a list and where the next one starts: those that can be asked `after`
 * something.
 */
export type ListAction = {
  // An input without fields has `string` as its keys: it cannot be asked after anything.
  [A in Action]: string extends keyof Input<A>
    ? never
    : 'after' extends keyof Input<A>
      ? Output<A> extends { list: unknown[] }
        ? A
        : never
      : never;
}[Action];

/** What the foot of the list says (component `list-foot`). */
export type More = 'idle' | 'loading' | 'failed';

interface ListScreen {
  data: { list: unknown[]; next: string; more: More };
  setData(data: Record<string, unknown>): void;
}

/**
 * Adds the next page to a list that `load` began; call it in onReachBottom. Does nothing on the last page.
 */
export async function loadMore<A extends ListAction>(
  page: ListScreen,
  what: { action: A; input: Omit<Input<A>, 'after'>; rows: (value: Output<A>) => unknown[] },
): Promise<void> {
  const { next, more, list } = page.data;
  if (!next || more === 'loading') return;
  page.setData({ more: 'loading' });
  const outcome = await ask(what.action, { ...what.input, after: next } as Input<A>);
  // The list was loaded anew meanwhile: this page belongs to the former one.
  if (page.data.list !== list && page.data.list.length !== list.length) return;
  if (outcome.kind !== 'value') {
    page.setData({ more: 'failed' });
    return;
  }
  const added = what.rows(outcome.value).map((row, i) => [`list[${list.length + i}]`, row] as const);
  const value: { next?: string } = outcome.value;
  page.setData({ ...Object.fromEntries(added), next: value.next ?? '', more: 'idle' });
}
