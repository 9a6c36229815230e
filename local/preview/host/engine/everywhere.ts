import type { PhoneBackend } from './backend';
import { complain, stackOf, textOf, warn } from '../complaints';
import type { Caller, TreeComponent } from '../glass';
import { elementPrototype, glassEasel } from '../glass';

/** Takes what the phone's gestures and built-ins tell, and sends it up the tree. */
export function hearBackend(backend: PhoneBackend): void {
  (backend.onEvent as (listener: unknown) => void).call(backend, triggerFromBackend);
}

function triggerFromBackend(target: never, type: string, detail: unknown, options: never): number {
  const event = new glassEasel.Event(type, detail, options);
  glassEasel.Event.dispatchEvent(target, event);
  return event.getEventBubbleStatus();
}

/** `ready` comes after the whole tree stands, and hosts say which component they are. */
export function everyComponent(space: glassEasel.ComponentSpace, scopeOf: (is: string) => string): never {
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
export function reflectDataset(): void {
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

export function reportEngineTrouble(): void {
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
