import type { Bar } from './bar';
import { complain, stackOf, textOf } from '../complaints';
import type { PageTraffic } from '../diagnostics';
import type { EventChannel } from './event-channel';
import type { Caller, PageRoot } from '../glass';
import type { Pull } from './pull-down';
import type { Stack } from '../../navigation/stack';

/** A page in the stack. */
export interface OpenPage {
  route: string;
  query: Record<string, string>;
  root: PageRoot;
  layer: HTMLElement;
  scroll: HTMLElement;
  bar: Bar;
  pull: Pull;
  traffic: PageTraffic;
  channel: EventChannel;
}

/** What navigation moves. */
export const stack: Stack<OpenPage> = { pages: [], tabs: new Map() };

/** The pages that are open, for everything that asks about "this page". */
export const pages = {
  stack: () => stack.pages,
  top: (): OpenPage | undefined => stack.pages[stack.pages.length - 1],
  /** The stack's, and the tabs that live on behind it. */
  alive: (): OpenPage[] => [...new Set([...stack.pages, ...stack.tabs.values()])],
  ofElement: (element: Element): OpenPage | undefined =>
    pages.alive().find(({ layer }) => layer.contains(element)),
  callers: (): Caller[] => stack.pages.map(({ root }) => root.caller),
};

/** Calls a page's lifecycle function if it has one. */
export function call(page: OpenPage, name: string, ...parts: unknown[]): unknown {
  const method = page.root.caller[name];
  if (typeof method !== 'function') return undefined;
  try {
    return (method as (...given: unknown[]) => unknown).apply(page.root.caller, parts);
  } catch (thrown) {
    complain(`${page.route} ${name}: ${textOf(thrown)}`, stackOf(thrown));
    return undefined;
  }
}

/** The address of a page, with its query as it was given. */
export function urlOf(page: { route: string; query: Record<string, string> } | undefined): string {
  if (!page) return '/';
  const query = Object.entries(page.query).map(([name, value]) => `${name}=${value}`);
  return `/${page.route}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}
