import { complain } from '../complaints';
import type { CodeSpace } from '../glass';

export type Definition = Record<string, unknown>;

/** What the scripts of pages and components have declared so far. */
export interface Registry {
  space: CodeSpace;
  /** The page or component whose code runs. */
  current: string;
  declared: Set<string>;
  /** WeChat's own behaviors, by the names that stand for them. */
  behaviors: Record<string, unknown>;
}

export function openRegistry(space: CodeSpace): Registry {
  const field = behaviorIn(space, { properties: { name: String, value: null } });
  const plain = behaviorIn(space, { properties: {} });
  const behaviors = {
    'wx://form-field': field,
    'wx://form-field-group': plain,
    'wx://form-field-button': plain,
    'wx://component-export': plain,
  };
  return { space, current: '', declared: new Set(), behaviors };
}

/** Page() and Component(). */
export function declare(registry: Registry, definition: Definition, as: 'page' | 'component'): void {
  const { space, current, declared } = registry;
  declared.add(current);
  const builder = space.component(current);
  const known = withBehaviors(registry, definition) as never;
  if (as === 'page') builder.pageDefinition(known).register();
  else builder.definition(known).register();
}

/** Behavior(). */
export const declareBehavior = (registry: Registry, definition: Definition): unknown =>
  behaviorIn(registry.space, withBehaviors(registry, definition));

const behaviorIn = (space: CodeSpace, definition: Definition): unknown =>
  space
    .behavior()
    .definition(definition as never)
    .register();

/** The engine refuses behaviors by name: the named ones are put in their place. */
function withBehaviors({ behaviors, current }: Registry, definition: Definition): Definition {
  const list = (definition.behaviors ?? []) as unknown[];
  const known = list.map((behavior) => {
    if (typeof behavior !== 'string') return behavior;
    const named = behaviors[behavior];
    if (!named) complain(`${current}: behavior "${behavior}" is not supported by the preview`);
    return named ?? behaviors['wx://component-export'];
  });
  return { ...definition, behaviors: known };
}
