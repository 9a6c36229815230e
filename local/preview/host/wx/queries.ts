import { canvasOf } from '../builtins/canvas';
import { filmIn } from '../builtins/media';
import type { Caller, TreeElement } from '../glass';
import { callerPrototype } from '../glass';
import { pages } from '../pages/open-pages';
import { intersectionObserver, type ObserverOptions } from './intersections';
import { fieldsOf, find, rectOf, scrollOf, type Fields } from './measures';

type Then = (answer: never) => void;
/** Puts one question on a query's list and gives the query back. */
type Ask = (read: () => unknown, then?: Then) => object;
type ReadElement = (element: TreeElement) => unknown;

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
  const asked: { read: () => unknown; then?: Then }[] = [];
  const ask: Ask = (read, then) => {
    asked.push({ read, then });
    return query;
  };
  const query = {
    in(component: Caller) {
      scope = () => component;
      return query;
    },
    select: (selector: string) =>
      nodes(ask, (read) => {
        const [element] = find(scope(), selector);
        return element ? read(element) : null;
      }),
    selectAll: (selector: string) => nodes(ask, (read) => find(scope(), selector).map(read)),
    selectViewport: () => viewport(ask),
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
  return query;
}

/** What may be asked of the elements that a selector finds; `read` reads each of them. */
function nodes(ask: Ask, found: (read: ReadElement) => unknown): object {
  const push = (read: ReadElement, then?: Then): object => ask(() => found(read), then);
  const known = ({ id, dataset }: TreeElement): object => ({ id, dataset });
  return {
    boundingClientRect: (then?: Then) =>
      push((element) => ({ ...known(element), ...rectOf(element.$$) }), then),
    scrollOffset: (then?: Then) => push((element) => ({ ...known(element), ...scrollOf(element.$$) }), then),
    fields: (fields: Fields, then?: Then) => push((element) => fieldsOf(element, fields), then),
    context: (then?: Then) => push((element) => ({ context: filmIn(document, element.id) }), then),
    node: (then?: Then) =>
      push(
        (element) => ({
          node: canvasOf(element) ?? (element as Partial<Caller['_$']>).getMethodCaller?.() ?? null,
        }),
        then,
      ),
  };
}

/** What may be asked of the page on top, as far as it is seen. */
function viewport(ask: Ask): object {
  const area = (): HTMLElement | null => pages.top()?.scroll ?? null;
  const rect = (): object => {
    const { clientWidth: width = 0, clientHeight: height = 0 } = area() ?? {};
    return { id: '', dataset: {}, left: 0, top: 0, right: width, bottom: height, width, height };
  };
  const offset = (): object => ({ id: '', dataset: {}, ...scrollOf(area()) });
  return {
    boundingClientRect: (then?: Then) => ask(rect, then),
    scrollOffset: (then?: Then) => ask(offset, then),
    fields: (_fields: Fields, then?: Then) => ask(() => ({ ...rect(), ...offset() }), then),
  };
}
