import type { TreeComponent, TreeElement } from '../glass';
import { glassEasel } from '../glass';

type PropertyType = typeof String | typeof Number | typeof Boolean | null;

/** A built-in's properties: a type, or a value whose type is taken. `null` keeps whatever is given. */
export type Properties = Record<string, PropertyType | string | number | boolean>;

/** A built-in element as its implementation sees it. */
export interface Builtin {
  readonly host: HTMLElement;
  readonly node: TreeComponent;
  get<T = unknown>(property: string): T;
  /** Changes one of its own properties as the user would: two-way bindings follow. */
  put(property: string, value: unknown): void;
  /** Tells the page; `bubbles` for the few events that do. Answers what the handler returned. */
  tell(event: string, detail?: unknown, options?: { bubbles?: boolean; composed?: boolean }): unknown;
  /** The real class names that a name stands for where this element was written. */
  classes(names: string): string[];
}

export interface Reactions {
  [property: string]: ((value: never) => void) | undefined;
  attached?: () => void;
  detached?: () => void;
}

const COMMON: Properties = {
  hidden: false,
  hoverClass: 'none',
  hoverStayTime: 400,
  hoverStartTime: 50,
  hoverStopPropagation: false,
  ariaLabel: null,
  ariaRole: null,
  ariaHidden: null,
  ariaLive: null,
  ariaChecked: null,
  ariaSelected: null,
  ariaDisabled: null,
  ariaExpanded: null,
  ariaPressed: null,
  ariaLabelledby: null,
  ariaDescribedby: null,
  ariaRoledescription: null,
  ariaHaspopup: null,
  ariaModal: null,
  ariaRequired: null,
  ariaInvalid: null,
  ariaValuemin: null,
  ariaValuemax: null,
  ariaValuenow: null,
  ariaValuetext: null,
  ariaLevel: null,
  ariaCurrent: null,
  ariaAtomic: null,
  ariaBusy: null,
  ariaControls: null,
  ariaOwns: null,
  ariaMultiline: null,
  ariaPosinset: null,
  ariaSetsize: null,
  ariaSort: null,
  tabindex: null,
};

/** Defines one built-in tag of the code space. */
export function defineBuiltin(
  space: glassEasel.ComponentSpace,
  tag: string,
  properties: Properties,
  set: (element: Builtin) => Reactions | void = () => undefined,
): void {
  const all = { ...COMMON, ...properties };
  const reactionsOf = new WeakMap<object, Reactions>();
  const attached = new WeakSet<object>();
  const declared: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(all)) {
    declared[name] = {
      ...typed(given),
      observer(this: TreeComponent, value: never) {
        if (attached.has(this)) react(this, name, value);
      },
    };
  }

  function react(node: TreeComponent, name: string, value: never): void {
    reflect(node, name, value);
    reactionsOf.get(node)?.[name]?.(value);
  }

  const definition = space
    .define(`wx-builtin/${tag}`)
    .definition({
      properties: declared as never,
      options: { virtualHost: false, propertyEarlyInit: false },
      lifetimes: {
        created(this: unknown) {
          const node = this as TreeComponent;
          const element = builtinOf(node);
          reactionsOf.set(node, set(element) ?? {});
          watchHover(element);
        },
        attached(this: unknown) {
          const node = this as TreeComponent;
          attached.add(node);
          for (const name of Object.keys(all)) react(node, name, node.data[name] as never);
          reactionsOf.get(node)?.attached?.();
        },
        detached(this: unknown) {
          reactionsOf.get(this as TreeComponent)?.detached?.();
        },
      },
    } as never)
    .registerComponent();
  space.setGlobalUsingComponent(tag, definition as never);
}

function typed(given: Properties[string]): { type: unknown; value?: unknown } {
  if (given === null || typeof given === 'function') return { type: given };
  return {
    type: { string: String, number: Number, boolean: Boolean }[typeof given as 'string'],
    value: given,
  };
}

function reflect(node: TreeComponent, name: string, value: unknown): void {
  const host = node.$$;
  if (!host) return;
  if (name === 'hidden') {
    host.toggleAttribute('hidden', value === true);
    return;
  }
  // What says that it is a button can be reached and pressed by keyboard.
  if (name === 'ariaRole') becomePressable(host, value);
  if (name !== 'tabindex' && !name.startsWith('aria')) return;
  const attribute =
    name === 'ariaRole'
      ? 'role'
      : name.replace(/^aria(.*)$/, (_all, rest: string) => `aria-${rest.toLowerCase()}`);
  if (value === null || value === undefined || value === '') host.removeAttribute(attribute);
  else host.setAttribute(attribute, String(value));
}

const PRESSABLE = new Set(['button', 'link', 'tab', 'checkbox', 'radio', 'switch', 'option', 'menuitem']);
const pressable = new WeakSet<HTMLElement>();

function becomePressable(host: HTMLElement, role: unknown): void {
  if (!PRESSABLE.has(String(role)) || pressable.has(host)) return;
  pressable.add(host);
  host.tabIndex = 0;
  host.addEventListener('keydown', (event) => {
    if (event.target !== host || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    host.click();
  });
}

function builtinOf(node: TreeComponent): Builtin {
  return {
    host: node.$$ as HTMLElement,
    node,
    get: <T>(property: string) => node.data[property] as T,
    put: (property, value) => node.setData({ [property]: value }),
    tell(event, detail = {}, options = {}) {
      let answer: unknown;
      const handleListenerReturn = (returned: unknown): void => {
        if (returned !== undefined) answer = returned;
      };
      node.triggerEvent(event, detail, { bubbles: false, composed: false, ...options, handleListenerReturn });
      return answer;
    },
    classes: (names) => classNamesOf(node, names),
  };
}

type ResolvePrefixes = (name: string, each: (scope: number | undefined, className: string) => void) => void;

/** Asks glass-easel's class list, which knows scopes and outside classes. */
function classNamesOf(node: TreeElement, names: string): string[] {
  const list = node.classList as unknown as {
    _$resolvePrefixes: ResolvePrefixes;
    _$prefixManager?: { queryName(id: number): string | undefined };
  } | null;
  if (!list) return [];
  const found: string[] = [];
  for (const name of names.split(/\s+/).filter(Boolean)) {
    list._$resolvePrefixes(name, (scope, className) => {
      const prefix = scope === undefined ? '' : list._$prefixManager?.queryName(scope);
      found.push(prefix ? `${prefix}--${className}` : className);
    });
  }
  return found;
}

/** hover-class: on shortly after the finger rests, off a while after it leaves. */
function watchHover(element: Builtin): void {
  const { host } = element;
  let on: ReturnType<typeof setTimeout>;
  let shown: string[] = [];
  const start = (event: Event): void => {
    const wanted = element.get<string>('hoverClass');
    if (!wanted || wanted === 'none' || element.get('disabled') === true) return;
    if (hoverTaken.has(event)) return;
    if (element.get('hoverStopPropagation') === true) hoverTaken.add(event);
    clearTimeout(on);
    on = setTimeout(
      () => host.classList.add(...(shown = element.classes(wanted))),
      element.get<number>('hoverStartTime'),
    );
  };
  const stop = (): void => {
    clearTimeout(on);
    setTimeout(() => host.classList.remove(...shown), element.get<number>('hoverStayTime'));
  };
  host.addEventListener('pointerdown', start);
  host.addEventListener('pointerup', stop);
  host.addEventListener('pointercancel', stop);
  host.addEventListener('pointerleave', stop);
}

const hoverTaken = new WeakSet<Event>();

/** A number of CSS pixels for what a property says in px or rpx, or as a bare number of px. */
export function pixels(value: unknown, host: HTMLElement): number {
  const text = String(value ?? '');
  const number = Number.parseFloat(text);
  if (Number.isNaN(number)) return 0;
  if (!text.endsWith('rpx')) return number;
  return number * (Number.parseFloat(getComputedStyle(host).getPropertyValue('--rpx')) || 0.52);
}
