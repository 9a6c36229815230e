import type { Caller, TreeElement } from '../glass';
import { pages } from '../pages/open-pages';
import { find, onPage } from './measures';

export interface ObserverOptions {
  thresholds?: number[];
  initialRatio?: number;
  observeAll?: boolean;
}

export function intersectionObserver(component: Caller | undefined, options: ObserverOptions = {}): object {
  let root: Element | null = pages.top()?.layer.querySelector('.page-area') ?? null;
  let margin = '0px';
  let watcher: IntersectionObserver | null = null;
  const margins = (given: Record<string, number> = {}): string =>
    ['top', 'right', 'bottom', 'left'].map((side) => `${given[side] ?? 0}px`).join(' ');
  const observer = {
    relativeTo(selector: string, given?: Record<string, number>) {
      root = find(component, selector)[0]?.$$ ?? root;
      margin = margins(given);
      return observer;
    },
    relativeToViewport(given?: Record<string, number>) {
      root = component?._$.$$?.closest('.page-area') ?? root;
      margin = margins(given);
      return observer;
    },
    observe(selector: string, tell: (entry: unknown) => void) {
      let ratio = options.initialRatio ?? 0;
      watcher = new IntersectionObserver(
        (entries) => {
          for (const entry of entries) {
            if (entry.intersectionRatio === ratio && ratio === 0) continue;
            ratio = entry.intersectionRatio;
            const element = (entry.target as Element & { __wxElement?: TreeElement }).__wxElement;
            tell({
              id: element?.id ?? '',
              dataset: element?.dataset ?? {},
              intersectionRatio: ratio,
              time: entry.time,
              boundingClientRect: onPage(entry.boundingClientRect),
              intersectionRect: onPage(entry.intersectionRect),
              relativeRect: onPage(entry.rootBounds),
            });
          }
        },
        { root, rootMargin: margin, threshold: options.thresholds ?? [0] },
      );
      const found = find(component, selector);
      for (const element of options.observeAll ? found : found.slice(0, 1))
        if (element.$$) watcher.observe(element.$$);
    },
    disconnect: () => watcher?.disconnect(),
  };
  return observer;
}
