import { PhoneBackend } from './backend';
import { defineBuiltins } from './builtins/all';
import { complain, stackOf, textOf, warn } from './complaints';
import type { Description, UnitConfig } from './description';
import type { Caller, PageRoot, TreeComponent } from './glass';
import { elementPrototype, glassEasel, MiniProgramEnv } from './glass';
import { guardSetData } from './set-data';

export type Templates = Record<string, (name: string) => unknown>;
type Definition = Record<string, unknown>;

/** The WXML/WXSS/JS engine: registers what the scripts declare and makes page roots. */
export interface Engine {
  backend: PhoneBackend;
  /** Says that the code of this page or component is about to run. */
  enter(unit: string): void;
  Page(definition: Definition): void;
  Component(definition: Definition): void;
  Behavior(definition: Definition): unknown;
  createPage(route: string, query: Record<string, string>, parent: HTMLElement): PageRoot;
}

const SCOPE = '__scope__';

/** Opens the engine on a compiled mini program; `run` executes the script of a page or component. */
export function openEngine(
  description: Description,
  templates: Templates,
  run: (unit: string) => void,
): Engine {
  const environment = new MiniProgramEnv();
  const space = environment.createCodeSpace('', true);
  const backend = new PhoneBackend();
  const associated = environment.associateBackend(backend as never);
  const componentSpace = space.getComponentSpace();
  const registered = new Set<string>();
  const opening = new Set<string>();
  let current = '';

  glassEasel.globalOptions.writeExtraInfoToAttr = true;
  (backend.onEvent as (listener: unknown) => void).call(
    backend,
    (target: never, type: string, detail: unknown, options: never) =>
      triggerFromBackend(target, type, detail, options),
  );
  reportEngineTrouble();
  reflectDataset();
  guardSetData();
  const builtins = defineBuiltins(componentSpace as never);
  space.setOverallBehavior(everyComponent(componentSpace, (is) => scopeOf(is)));

  const names = new Set(
    Object.values(description.units).flatMap(({ usingComponents, componentGenerics }) => [
      ...Object.keys(usingComponents),
      ...Object.keys((componentGenerics ?? {}) as object),
    ]),
  );
  backend.isKnownTag = (tag) => tag === 'page' || builtins.has(tag) || names.has(tag);

  const scopes = new Map<string, string>();
  Object.entries(description.units).forEach(([unit, config], index) => {
    const isPage = description.pages.includes(unit);
    const shared = sharesStyle(config, isPage);
    const scope = shared ? '' : `${unit.split('/').pop()}-${index}`;
    scopes.set(unit, scope);
    space.addStyleSheet(unit, undefined, scope || undefined);
    const component = isPage && config.styleIsolation === undefined ? false : config.component;
    space.addComponentStaticConfig(unit, { ...config, component } as never);
    const content = templates[unit];
    if (content) space.addCompiledTemplate(unit, { groupList: templates, content } as never);
  });
  addStyle('app', description.styles.app ?? '', '');

  function scopeOf(is: string): string {
    return scopes.get(is) ?? '';
  }

  function ensure(unit: string): void {
    if (registered.has(unit) || opening.has(unit)) return;
    opening.add(unit);
    const config = description.units[unit];
    for (const used of Object.values(config?.usingComponents ?? {})) ensure(used.slice(1));
    addStyle(unit, description.styles[unit] ?? '', scopeOf(unit), description.pages.includes(unit));
    try {
      run(unit);
    } catch (thrown) {
      complain(`${unit}: ${textOf(thrown)}`, stackOf(thrown));
    }
    if (!registered.has(unit)) complain(`${unit}: its script calls neither Page() nor Component()`);
    opening.delete(unit);
  }

  function register(definition: Definition, asPage: boolean): void {
    const unit = current;
    registered.add(unit);
    const builder = space.component(unit);
    const known = { ...definition, behaviors: behaviorsOf(definition.behaviors) } as never;
    if (asPage) builder.pageDefinition(known).register();
    else builder.definition(known).register();
  }

  const formField = space
    .behavior()
    .definition({ properties: { name: String, value: null } } as never)
    .register();
  const formButton = space
    .behavior()
    .definition({ properties: {} } as never)
    .register();
  const builtinBehaviors: Record<string, unknown> = {
    'wx://form-field': formField,
    'wx://form-field-group': formButton,
    'wx://form-field-button': formButton,
    'wx://component-export': formButton,
  };

  function behaviorsOf(list: unknown): unknown[] {
    return ((list ?? []) as unknown[]).map((behavior) => {
      if (typeof behavior !== 'string') return behavior;
      const known = builtinBehaviors[behavior];
      if (!known) complain(`${current}: behavior "${behavior}" is not supported by the preview`);
      return known ?? formButton;
    });
  }

  function createPage(route: string, query: Record<string, string>, parent: HTMLElement): PageRoot {
    ensure(route);
    const asked = new URLSearchParams(query).toString();
    const root = associated.createRoot('page', space, `/${route}${asked ? `?${asked}` : ''}`);
    const component = root.getComponent() as unknown as TreeComponent;
    const element = component.$$ as HTMLElement;
    element.dataset.route = route;
    const placeholder = document.createElement('div');
    parent.append(placeholder);
    const caller = root.get() as unknown as Caller;
    caller.route = route;
    caller.options = query;
    root.attach(parent as never, placeholder as never);
    return { caller, component, element, release: () => root.release() };
  }

  return {
    backend,
    enter: (unit) => void (current = unit),
    Page: (definition) => register(definition, true),
    Component: (definition) => register(definition, false),
    Behavior: (definition) =>
      space
        .behavior()
        .definition({ ...definition, behaviors: behaviorsOf(definition.behaviors) } as never)
        .register(),
    createPage,
  };
}

/** Pages and `shared` components use the app's one style scope. */
function sharesStyle(config: UnitConfig, isPage: boolean): boolean {
  if (config.styleIsolation !== undefined) return config.styleIsolation === 'shared';
  return isPage;
}

function addStyle(unit: string, css: string, scope: string, isPage = false): void {
  if (!css) return;
  const element = document.createElement('style');
  element.dataset.unit = unit;
  element.textContent = scope
    ? css.replaceAll(SCOPE, scope)
    : css
        .replaceAll(`:where([data-scope='${SCOPE}'])`, '')
        .replaceAll(`${SCOPE}--`, '')
        .replaceAll(`[wx-host='${SCOPE}']`, `[data-is='${unit}']`);
  if (isPage) {
    element.dataset.page = '1';
    document.head.append(element);
    return;
  }
  // Pages come last, so that what a page says of a component's outside class wins.
  document.head.insertBefore(element, document.head.querySelector('style[data-page]'));
}

function triggerFromBackend(target: never, type: string, detail: unknown, options: never): number {
  const event = new glassEasel.Event(type, detail, options);
  glassEasel.Event.dispatchEvent(target, event);
  return event.getEventBubbleStatus();
}

/** `ready` comes after the whole tree stands, and hosts say which component they are. */
function everyComponent(space: glassEasel.ComponentSpace, scopeOf: (is: string) => string): never {
  const waiting: TreeComponent[] = [];
  const behavior = space
    .define()
    .lifetime('created', function () {
      const { _$: component } = this as unknown as Caller;
      component.$$?.setAttribute('data-is', component.is);
      const scope = scopeOf(component.is);
      if (scope) component.$$?.setAttribute('wx-host', scope);
    })
    .lifetime('attached', function () {
      waiting.push((this as unknown as Caller)._$);
      if (waiting.length > 1) return;
      queueMicrotask(() => {
        for (const component of waiting.splice(0)) component.triggerLifetime('ready', []);
      });
    })
    .registerBehavior();
  return behavior as never;
}

/** `data-*` is reflected, so journeys and stylesheets can select by it. */
function reflectDataset(): void {
  const original = elementPrototype.setDataset;
  elementPrototype.setDataset = function (this: typeof elementPrototype, name: string, value: unknown) {
    original.call(this, name, value);
    if (value === undefined || value === null || typeof value === 'object') return;
    this.$$?.setAttribute(
      `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      String(value),
    );
  };
}

function reportEngineTrouble(): void {
  glassEasel.addGlobalErrorListener((thrown, method, related) => {
    const where = typeof related === 'string' ? related : (related?.is ?? '');
    complain(`${where ? `${where}: ` : ''}${textOf(thrown)}`, `${method ?? ''}\n${stackOf(thrown)}`);
    return false;
  });
  glassEasel.addGlobalWarningListener((message, related) => {
    const where = typeof related === 'string' ? related : related.is;
    // A package's own slips (keys, optional relations, attributes of newer platforms) are not this project's
    // to mend.
    if (`${where} ${message}`.includes('miniprogram_npm/')) return false;
    warn(`${where}: ${message}`);
    return false;
  });
}
