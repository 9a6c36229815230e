import { PhoneBackend } from './backend';
import { defineBuiltins } from '../builtins/all';
import { complain, stackOf, textOf } from '../complaints';
import type { Description } from '../description';
import type { Caller, CodeSpace, PageRoot, TreeComponent } from '../glass';
import { glassEasel, MiniProgramEnv } from '../glass';
import { guardSetData } from '../set-data';
import { everyComponent, hearBackend, reflectDataset, reportEngineTrouble } from './everywhere';
import { declare, declareBehavior, openRegistry, type Definition, type Registry } from './registry';
import { addStyle, scopesOf } from './styles';

export type Templates = Record<string, (name: string) => unknown>;

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

/** A compiled mini program and how its code comes to run. */
interface Program {
  description: Description;
  templates: Templates;
  scopes: Map<string, string>;
  registry: Registry;
  /** Executes the script of a page or component. */
  run: (unit: string) => void;
  /** Whose scripts are about to run, so that components that use each other do not go in circles. */
  opening: Set<string>;
}

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
  const scopes = scopesOf(description);

  glassEasel.globalOptions.writeExtraInfoToAttr = true;
  hearBackend(backend);
  reportEngineTrouble();
  reflectDataset();
  guardSetData();
  const builtins = defineBuiltins(componentSpace as never);
  space.setOverallBehavior(everyComponent(componentSpace, (is) => scopes.get(is) ?? ''));
  const named = namesOfComponents(description);
  backend.isKnownTag = (tag) => tag === 'page' || builtins.has(tag) || named.has(tag);

  const registry = openRegistry(space);
  const program: Program = { description, templates, scopes, registry, run, opening: new Set() };
  addUnits(space, program);
  addStyle('app', description.styles.app ?? '', '');
  return {
    backend,
    enter: (unit) => void (registry.current = unit),
    Page: (definition) => declare(registry, definition, 'page'),
    Component: (definition) => declare(registry, definition, 'component'),
    Behavior: (definition) => declareBehavior(registry, definition),
    createPage(route, query, parent) {
      ensure(program, route);
      const asked = new URLSearchParams(query).toString();
      const root = associated.createRoot('page', space, `/${route}${asked ? `?${asked}` : ''}`);
      return attach(root, route, query, parent);
    },
  };
}

/** Tags that some page or component uses for its own. */
function namesOfComponents({ units }: Description): Set<string> {
  return new Set(
    Object.values(units).flatMap(({ usingComponents, componentGenerics }) => [
      ...Object.keys(usingComponents),
      ...Object.keys((componentGenerics ?? {}) as object),
    ]),
  );
}

/** Tells the engine every page's and component's configuration and template; their scripts run later. */
function addUnits(space: CodeSpace, { description, templates, scopes }: Program): void {
  for (const [unit, config] of Object.entries(description.units)) {
    space.addStyleSheet(unit, undefined, scopes.get(unit) || undefined);
    const isPage = description.pages.includes(unit);
    const component = isPage && config.styleIsolation === undefined ? false : config.component;
    space.addComponentStaticConfig(unit, { ...config, component } as never);
    const content = templates[unit];
    if (content) space.addCompiledTemplate(unit, { groupList: templates, content } as never);
  }
}

/** Runs a page's or component's script once, after those of the components that it uses. */
function ensure(program: Program, unit: string): void {
  const { description, scopes, registry, run, opening } = program;
  if (registry.declared.has(unit) || opening.has(unit)) return;
  opening.add(unit);
  const config = description.units[unit];
  for (const used of Object.values(config?.usingComponents ?? {})) ensure(program, used.slice(1));
  addStyle(unit, description.styles[unit] ?? '', scopes.get(unit) ?? '', description.pages.includes(unit));
  try {
    run(unit);
  } catch (thrown) {
    complain(`${unit}: ${textOf(thrown)}`, stackOf(thrown));
  }
  if (!registry.declared.has(unit)) complain(`${unit}: its script calls neither Page() nor Component()`);
  opening.delete(unit);
}

type Root = ReturnType<ReturnType<MiniProgramEnv['associateBackend']>['createRoot']>;

function attach(root: Root, route: string, query: Record<string, string>, parent: HTMLElement): PageRoot {
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
