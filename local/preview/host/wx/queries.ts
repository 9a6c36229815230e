import { filmIn } from '../builtins/media';
import type { Caller, TreeElement } from '../glass';
import { callerPrototype } from '../glass';
import { pageOrigin } from '../touch-points';
import { pages } from '../open-pages';

type Fields = {
  id?: boolean;
  dataset?: boolean;
  mark?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  properties?: string[];
  computedStyle?: string[];
  context?: boolean;
  node?: boolean;
};
type Then = (answer: never) => void;
type Ask = { read: () => unknown; then?: Then };

/** createSelectorQuery and createIntersectionObserver, measured from the page area's corner. */
export function queryApi(): Record<string, unknown> {
  callerPrototype.createSelectorQuery = function (this: Caller) {
    return selectorQuery(() => this);
  };
  callerPrototype.createIntersectionObserver = function (this: Caller, options?: ObserverOptions) {
    return intersectionObserver(this, options);
  };
  return {
    createSelectorQuery: () => selectorQuery(() => pages.top()?.root.caller),
    createIntersectionObserver: (component?: Caller, options?: ObserverOptions) =>
      intersectionObserver(component ?? pages.top()?.root.caller, options),
    createMediaQueryObserver: () => ({ observe: () => undefined, disconnect: () => undefined }),
  };
}

function selectorQuery(first: () => Caller | undefined): object {
  let scope = first;
  const asked: Ask[] = [];
  const query = {
    in(component: Caller) {
      scope = () => component;
      return query;
    },
    select: (selector: string) => nodes(() => find(scope(), selector).slice(0, 1), true),
    selectAll: (selector: string) => nodes(() => find(scope(), selector), false),
    selectViewport: () => viewport(),
    exec(then?: (answers: unknown[]) => void) {
      // The real one answers after a trip to the view.
      setTimeout(() => {
        const answers = asked.map(({ read, then: each }) => {
          const answer = read();
          each?.(answer as never);
          return answer;
        });
        then?.(answers);
      }, 0);
      return query;
    },
  };

  function nodes(found: () => TreeElement[], single: boolean): object {
    const push = (read: (element: TreeElement) => unknown, then?: Then): typeof query => {
      asked.push({ read: () => (single ? (found().map(read)[0] ?? null) : found().map(read)), then });
      return query;
    };
    return {
      boundingClientRect: (then?: Then) =>
        push((element) => ({ id: element.id, dataset: element.dataset, ...rectOf(element.$$) }), then),
      scrollOffset: (then?: Then) =>
        push((element) => ({ id: element.id, dataset: element.dataset, ...scrollOf(element.$$) }), then),
      fields: (fields: Fields, then?: Then) => push((element) => fieldsOf(element, fields), then),
      context: (then?: Then) => push((element) => ({ context: filmIn(document, element.id) }), then),
      node: (then?: Then) =>
        push(
          (element) => ({
            node: (element as unknown as { getMethodCaller?: () => unknown }).getMethodCaller?.() ?? null,
          }),
          then,
        ),
    };
  }

  function viewport(): object {
    const area = (): HTMLElement | null => pages.top()?.scroll ?? null;
    const push = (read: () => unknown, then?: Then): typeof query => {
      asked.push({ read, then });
      return query;
    };
    const rect = () => ({
      id: '',
      dataset: {},
      left: 0,
      top: 0,
      right: area()?.clientWidth ?? 0,
      bottom: area()?.clientHeight ?? 0,
      width: area()?.clientWidth ?? 0,
      height: area()?.clientHeight ?? 0,
    });
    const offset = () => ({ id: '', dataset: {}, ...scrollOf(area()) });
    return {
      boundingClientRect: (then?: Then) => push(rect, then),
      scrollOffset: (then?: Then) => push(offset, then),
      fields: (_fields: Fields, then?: Then) => push(() => ({ ...rect(), ...offset() }), then),
    };
  }
  return query;
}

/** Elements of a component's own tree; `a >>> b` goes into the components found by `a`. */
function find(component: Caller | undefined, selector: string): TreeElement[] {
  const tree = component?._$.getShadowRoot();
  if (!tree) return [];
  const parts = selector.split('>>>').map((part) => part.trim());
  let found = tree.querySelectorAll(parts[0] ?? '');
  for (const part of parts.slice(1)) {
    found = found.flatMap((element) => {
      const inner = (element as Partial<Caller['_$']>).getShadowRoot?.();
      return inner ? inner.querySelectorAll(part) : [];
    });
  }
  return found;
}

function rectOf(node: HTMLElement | null): Record<string, number> {
  return onPage(node?.getBoundingClientRect() ?? null);
}

/** A box of the browser's window in the page's own coordinates. */
function onPage(box: DOMRectReadOnly | null): Record<string, number> {
  const origin = pageOrigin();
  const { left: x = 0, top: y = 0, width: wide = 0, height: high = 0 } = box ?? {};
  const [left, top] = [(x - origin.left) / origin.scale, (y - origin.top) / origin.scale];
  const [width, height] = [wide / origin.scale, high / origin.scale];
  return { left, top, right: left + width, bottom: top + height, width, height };
}

function scrollOf(node: HTMLElement | null): Record<string, number> {
  const { scrollLeft = 0, scrollTop = 0, scrollWidth = 0, scrollHeight = 0 } = node ?? {};
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight };
}

function fieldsOf(element: TreeElement, fields: Fields): Record<string, unknown> {
  const { left, top, right, bottom, width, height } = rectOf(element.$$);
  const style = element.$$ && fields.computedStyle ? getComputedStyle(element.$$) : null;
  const data = (element as Partial<Caller['_$']>).data ?? {};
  return {
    ...(fields.id ? { id: element.id } : {}),
    ...(fields.dataset ? { dataset: element.dataset } : {}),
    ...(fields.rect ? { left, top, right, bottom } : {}),
    ...(fields.size ? { width, height } : {}),
    ...(fields.scrollOffset ? scrollOf(element.$$) : {}),
    ...Object.fromEntries((fields.properties ?? []).map((name) => [name, data[name]])),
    ...Object.fromEntries(
      (fields.computedStyle ?? []).map((name) => [name, (style as unknown as Record<string, string>)[name]]),
    ),
  };
}

interface ObserverOptions {
  thresholds?: number[];
  initialRatio?: number;
  observeAll?: boolean;
}

function intersectionObserver(component: Caller | undefined, options: ObserverOptions = {}): object {
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
