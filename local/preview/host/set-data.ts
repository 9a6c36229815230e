import { complain, warn } from './complaints';
import type { PageTraffic } from './diagnostics';
import { diagnostics } from './diagnostics';
import type { Caller, TreeComponent } from './glass';
import { callerPrototype } from './glass';

/** Above this the real app's view channel stutters, and the experience score marks it (platform 9.4). */
const LIMIT = 256 * 1024;

let top: PageTraffic | null = null;

/** Starts a new page's account; setData is booked on the page on top. */
export function openTraffic(page: string): PageTraffic {
  const traffic: PageTraffic = {
    page,
    bytes: 0,
    calls: 0,
    componentBytes: 0,
    componentCalls: 0,
    libraryBytes: 0,
    libraryCalls: 0,
    largest: 0,
  };
  diagnostics.setData.push(traffic);
  return traffic;
}

export function bookOn(traffic: PageTraffic): void {
  top = traffic;
}

/** A page that was left has given its elements back; what is set on it, or inside it, is drawn nowhere. */
function wasLeft(component: TreeComponent): boolean {
  let page = component;
  for (let owner = page.ownerShadowRoot; owner; owner = page.ownerShadowRoot) page = owner.getHostNode();
  return page.$$ === null;
}

/** Makes setData as strict as the real one: what is no JSON does not pass, and every byte is counted. */
export function guardSetData(): void {
  const original = callerPrototype.setData;
  callerPrototype.setData = function (this: Caller, change: Record<string, unknown>, then?: () => void) {
    if (typeof change !== 'object' || change === null) {
      complain(`${this.is}: setData needs an object, got ${String(change)}`);
      return;
    }
    if (wasLeft(this._$)) return;
    const library = this.is.startsWith('miniprogram_npm/');
    const passed = library ? change : cloneAsJson(change, this.is);
    book(library ? 'library' : this.route === undefined ? 'component' : 'page', sizeOf(passed), this.is);
    original.call(this, passed, then);
  };
}

function book(kind: 'page' | 'component' | 'library', bytes: number, who: string): void {
  if (!top) return;
  if (kind === 'library') {
    top.libraryBytes += bytes;
    top.libraryCalls += 1;
    return;
  }
  if (kind === 'component') {
    top.componentBytes += bytes;
    top.componentCalls += 1;
  } else {
    top.bytes += bytes;
    top.calls += 1;
  }
  top.largest = Math.max(top.largest, bytes);
  if (bytes > LIMIT) complain(`${who}: one setData of ${Math.round(bytes / 1024)} KB, the limit is 256 KB`);
}

function sizeOf(value: unknown): number {
  try {
    return new TextEncoder().encode(JSON.stringify(value)).length;
  } catch {
    // Cyclic data of a package's component: it stays inside that component, so its size is not known.
    return 0;
  }
}

/** Clones as the bridge to the view does: functions and undefined are dropped, dates become text. */
function cloneAsJson(change: Record<string, unknown>, who: string): Record<string, unknown> {
  const clone = (value: unknown, path: string, above: unknown[]): unknown => {
    if (
      value === null ||
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean'
    )
      return value;
    if (typeof value !== 'object') {
      warn(`${who}: setData drops ${path} (${typeof value}): only JSON reaches the view`);
      return undefined;
    }
    if (above.includes(value)) {
      complain(`${who}: setData of ${path} is cyclic`);
      return undefined;
    }
    const deeper = [...above, value];
    if (Array.isArray(value))
      return value.map((item, index) => clone(item, `${path}[${index}]`, deeper) ?? null);
    if (value instanceof Date) {
      warn(`${who}: setData turns the date ${path} into text`);
      return value.toISOString();
    }
    if (value instanceof Map || value instanceof Set)
      warn(`${who}: setData empties ${path}, a ${value.constructor.name}`);
    const copy: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) {
      const kept = clone(item, `${path}.${key}`, deeper);
      if (kept !== undefined) copy[key] = kept;
    }
    return copy;
  };
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) {
      warn(`${who}: setting data field "${key}" to undefined is invalid`);
      continue;
    }
    const kept = clone(value, key, []);
    if (kept !== undefined) copy[key] = kept;
  }
  return copy;
}
