import { rewriteUnits } from '../units';
import type { Caller, TreeComponent, TreeElement } from './glass';
import { glassEasel } from './glass';

/** What a WXS function is given for an element: a few quick ways to change it without the page's script. */
interface Descriptor {
  selectComponent(selector: string): Descriptor | null;
  selectAllComponents(selector: string): Descriptor[];
  setStyle(style: string | Record<string, string | number>): Descriptor;
  addClass(names: string): Descriptor;
  removeClass(names: string): Descriptor;
  hasClass(name: string): boolean;
  getDataset(): Record<string, unknown>;
  callMethod(name: string, detail?: unknown): void;
  triggerEvent(name: string, detail?: unknown): void;
  getState(): Record<string, unknown>;
  getBoundingClientRect(): {
    left: number;
    top: number;
    right: number;
    bottom: number;
    width: number;
    height: number;
  };
  getComputedStyle(names: string[]): Record<string, string>;
  requestAnimationFrame(act: () => void): number;
  setTimeout(act: () => void, milliseconds: number): number;
  clearTimeout(timer: number): void;
}

type Handler = (this: unknown, ...parts: unknown[]) => unknown;

/** glass-easel's segments of an element's style and class that templates do not touch. */
const STYLE_SEGMENT = 2;
const CLASS_SEGMENT = 3;

const fromWxs = new WeakSet<object>();
const states = new WeakMap<object, Record<string, unknown>>();
const descriptors = new WeakMap<object, Descriptor>();

function describe(node: TreeElement): Descriptor {
  const known = descriptors.get(node);
  if (known) return known;
  const component = node as Partial<TreeComponent> & TreeElement;
  const caller = (): Caller | undefined => component.getMethodCaller?.();
  const made: Descriptor = {
    selectComponent(selector) {
      const found = component.getShadowRoot?.()?.querySelector(selector);
      return found ? describe(found) : null;
    },
    selectAllComponents: (selector) =>
      (component.getShadowRoot?.()?.querySelectorAll(selector) ?? []).map(describe),
    setStyle(style) {
      const text =
        typeof style === 'string'
          ? style
          : Object.entries(style)
              .map(
                ([name, value]) =>
                  `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`,
              )
              .join(';');
      node.setNodeStyle(rewriteUnits(text), STYLE_SEGMENT);
      return made;
    },
    addClass(names) {
      node.toggleNodeClass(names, true, CLASS_SEGMENT);
      return made;
    },
    removeClass(names) {
      node.toggleNodeClass(names, false, CLASS_SEGMENT);
      return made;
    },
    hasClass: (name) =>
      [...(node.$$?.classList ?? [])].some((one) => one === name || one.endsWith(`--${name}`)),
    getDataset: () => node.dataset,
    callMethod(name, detail) {
      const method = caller()?.[name];
      if (typeof method !== 'function') throw new Error(`callMethod: no method "${name}"`);
      (method as Handler).call(caller(), detail);
    },
    triggerEvent: (name, detail) => node.triggerEvent(name, detail),
    getState() {
      const state = states.get(node) ?? {};
      states.set(node, state);
      return state;
    },
    getBoundingClientRect: () => node.$$?.getBoundingClientRect() ?? new DOMRect(),
    getComputedStyle(names) {
      const style = node.$$ ? getComputedStyle(node.$$) : null;
      return Object.fromEntries(names.map((name) => [name, style?.getPropertyValue(name) ?? '']));
    },
    requestAnimationFrame: (act) => requestAnimationFrame(() => act()),
    setTimeout: (act, milliseconds) => window.setTimeout(act, milliseconds),
    clearTimeout: (timer) => clearTimeout(timer),
  };
  descriptors.set(node, made);
  return made;
}

const nodeOf = (given: Caller | TreeElement): TreeElement =>
  '_$' in given ? (given as Caller)._$ : (given as TreeElement);

/** Called by the compiled templates. */
export const wxsSupport = {
  /** A module's functions are known as WXS from here on. */
  loaded(exported: unknown): void {
    if (typeof exported !== 'object' || exported === null) return;
    for (const value of Object.values(exported)) if (typeof value === 'function') fromWxs.add(value);
  },

  /** Runs an event's handler: a method of the component, or a WXS function with the event and the owner. */
  handle(owner: Caller, event: { currentTarget: Caller | TreeElement }, handler: Handler): unknown {
    if (!fromWxs.has(handler)) return handler.call(owner, event);
    const described = Object.assign(Object.create(event) as object, {
      instance: describe(nodeOf(event.currentTarget)),
    });
    return handler.call(undefined, described, describe(owner._$));
  },

  /** Wraps a `change:` observer, which hears values before and after, the owner and the element. */
  observer: (listener: Handler) =>
    function (now: unknown, before: unknown, owner: TreeComponent, element: TreeElement): void {
      const hear = (): unknown => listener.call(undefined, now, before, describe(owner), describe(element));
      // The first value comes while the tree is still being made, and the observer may look for its parts.
      if (glassEasel.Element.isAttached(owner as never)) hear();
      else queueMicrotask(hear);
    },
};
