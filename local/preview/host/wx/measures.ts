import type { Caller, TreeElement } from '../glass';
import { pageOrigin } from '../phone/touch-points';

/** What page code may ask of an element. */
export type Fields = {
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

/** Elements of a component's own tree; `a >>> b` goes into the components found by `a`. */
export function find(component: Caller | undefined, selector: string): TreeElement[] {
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

export function rectOf(node: HTMLElement | null): Record<string, number> {
  return onPage(node?.getBoundingClientRect() ?? null);
}

/** A box of the browser's window in the page's own coordinates. */
export function onPage(box: DOMRectReadOnly | null): Record<string, number> {
  const origin = pageOrigin();
  const { left: x = 0, top: y = 0, width: wide = 0, height: high = 0 } = box ?? {};
  const [left, top] = [(x - origin.left) / origin.scale, (y - origin.top) / origin.scale];
  const [width, height] = [wide / origin.scale, high / origin.scale];
  return { left, top, right: left + width, bottom: top + height, width, height };
}

export function scrollOf(node: HTMLElement | null): Record<string, number> {
  const { scrollLeft = 0, scrollTop = 0, scrollWidth = 0, scrollHeight = 0 } = node ?? {};
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight };
}

export function fieldsOf(element: TreeElement, fields: Fields): Record<string, unknown> {
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
