import type { AnyPart, HookName, Hooks, Own, Query } from './part';

const HOOKS: readonly HookName[] = [
  'onLoad',
  'onShow',
  'onReady',
  'onHide',
  'onUnload',
  'onResize',
  'onPullDownRefresh',
  'onReachBottom',
];

/** The options of WeChat's `Page` for a page of parts. Throws where two of them use the same name. */
export function compose(parts: readonly AnyPart[], own: Own & Hooks): Record<string, unknown> {
  const { data = {}, undrawn = () => ({}), ...rest } = own;
  const methods = Object.fromEntries(Object.entries(rest).filter(([name]) => !isHook(name)));
  return {
    ...chained(parts, own, undrawn),
    ...together('methods', [...parts.map((part) => [part.name, part.methods] as const), [THE_PAGE, methods]]),
    data: together('data', [...parts.map((part) => [part.name, part.data()] as const), [THE_PAGE, data]]),
  };
}

const THE_PAGE = 'the page itself';

function isHook(name: string): boolean {
  return HOOKS.some((hook) => hook === name);
}

/** Everything that the sides of a page bring of one kind, each name once. */
function together(kind: string, sides: readonly (readonly [string, object])[]): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  const owner: Record<string, string> = {};
  for (const [side, brought] of sides) {
    for (const [name, value] of Object.entries(brought)) {
      if (name in all) throw new Error(`${kind}: "${name}" is of ${owner[name]} and of ${side}`);
      all[name] = value;
      owner[name] = side;
    }
  }
  return all;
}

type Step = (this: object, query: Query) => unknown;

function chained(parts: readonly AnyPart[], own: Own & Hooks, undrawn: () => object): Record<string, Step> {
  const begin: Step = function (this: { undrawn?: object }) {
    const ofParts = parts.map((part) => [part.name, part.undrawn?.() ?? {}] as const);
    this.undrawn = together('undrawn', [...ofParts, [THE_PAGE, undrawn()]]);
  };
  const chains = HOOKS.map((name) => {
    const steps = stepsOf(name, parts, own);
    return [name, name === 'onLoad' ? [begin, ...steps] : steps] as const;
  });
  return Object.fromEntries(
    chains.filter(([, steps]) => steps.length > 0).map(([name, steps]) => [name, inTurn(steps)]),
  );
}

function stepsOf(name: HookName, parts: readonly AnyPart[], own: Hooks): Step[] {
  const afterwards = parts.map((part) =>
    name === 'onLoad' || name === 'onShow' ? part.afterwards?.[name] : undefined,
  );
  const steps: (Step | undefined)[] = [...parts.map(({ hooks }) => hooks?.[name]), own[name], ...afterwards];
  return steps.filter((step) => step !== undefined);
}

/** Runs steps in their order; one that takes time is waited for, as the next may need what it makes ready. */
function inTurn(steps: readonly Step[]): Step {
  return function (this: object, query: Query) {
    return steps.reduce<unknown>(
      (before, step) =>
        before instanceof Promise ? before.then(() => step.call(this, query)) : step.call(this, query),
      undefined,
    );
  };
}
