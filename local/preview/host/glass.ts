import * as glassEasel from 'glass-easel';
import { component, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';

export { glassEasel, MiniProgramEnv };

/** Where the code of one mini program is registered. */
export type CodeSpace = ReturnType<MiniProgramEnv['createCodeSpace']>;

/** A node of the shadow tree, as far as the preview looks into it. */
export interface TreeElement {
  readonly $$: HTMLElement | null;
  id: string;
  is?: string;
  dataset: Record<string, unknown>;
  ownerShadowRoot: { getHostNode(): TreeComponent } | null;
  classList: { _$resolvePrefixes?: unknown } | null;
  triggerEvent(name: string, detail?: unknown, options?: EventOptions): void;
  toggleNodeClass(names: string, force: boolean, segment?: number): void;
  setNodeStyle(style: string, segment?: number): void;
  _$eventTarget?: { listeners: Record<string, unknown>; captureListeners: Record<string, unknown> | null };
}

export interface TreeComponent extends TreeElement {
  is: string;
  data: Record<string, unknown>;
  setData(change: Record<string, unknown>): void;
  getMethodCaller(): Caller;
  getShadowRoot(): {
    querySelector(selector: string): TreeElement | null;
    querySelectorAll(selector: string): TreeElement[];
  } | null;
  triggerLifetime(name: string, parts: unknown[]): void;
  triggerPageLifetime(name: string, parts: unknown[]): void;
  getComponentOptions(): { styleScope?: number; extraStyleScope?: number };
}

interface EventOptions {
  bubbles?: boolean;
  composed?: boolean;
  capturePhase?: boolean;
  originalEvent?: unknown;
  extraFields?: Record<string, unknown>;
  handleListenerReturn?: (answer: unknown) => boolean | void;
}

/** `this` inside a page or component. */
export interface Caller {
  _$: TreeComponent;
  is: string;
  data: Record<string, unknown>;
  setData(change: Record<string, unknown>, then?: () => void): void;
  route?: string;
  options?: Record<string, string>;
  [method: string]: unknown;
}

/** The prototype behind every `this`; the preview measures setData there. */
export const callerPrototype = component.ComponentCaller.prototype as unknown as Caller;
export const elementPrototype = glassEasel.Element.prototype as unknown as TreeElement & {
  setDataset(name: string, value: unknown): void;
};

/** The tree element behind a DOM node, or the nearest one above it. */
export function treeElementOf(node: EventTarget | null): TreeElement | null {
  for (let at = node as (Node & { __wxElement?: TreeElement }) | null; at; at = at.parentNode) {
    if (at.__wxElement) return at.__wxElement;
  }
  return null;
}

/** A page's component in the document. */
export interface PageRoot {
  caller: Caller;
  component: TreeComponent;
  element: HTMLElement;
  release(): void;
}
