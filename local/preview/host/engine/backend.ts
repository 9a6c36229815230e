import { complain } from '../complaints';
import { glassEasel } from '../glass';
import { rewriteUnits } from '../../units';

type EventListener = Parameters<glassEasel.CurrentWindowBackendContext['onEvent']>[0];

/** DOM events that templates may listen to directly; everything else comes from gestures or built-ins. */
const DIRECT_EVENTS = ['transitionend', 'animationstart', 'animationiteration', 'animationend'];

/** glass-easel's browser backend, with elements named `wx-…` and events made by the preview. */
export class PhoneBackend extends glassEasel.CurrentWindowBackendContext {
  listener: EventListener | null = null;
  isKnownTag: (tag: string) => boolean = () => true;

  constructor() {
    super();
    this.document = {
      createElement: (tag: string) => this.makeElement(tag),
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    } as unknown as typeof this.document;
  }

  override onEvent(listener: EventListener): void {
    this.listener = listener;
  }

  override setListenerStats(element: unknown, type: string): void {
    if (!element || !DIRECT_EVENTS.includes(type)) return;
    const node = element as HTMLElement & { __direct?: Set<string>; __wxElement?: unknown };
    node.__direct ??= new Set();
    if (node.__direct.has(type)) return;
    node.__direct.add(type);
    node.addEventListener(type, (event) => {
      if (event.target !== node || !node.__wxElement) return;
      this.listener?.(
        node.__wxElement as never,
        type,
        {},
        { originalEvent: event, bubbles: false, composed: false },
      );
    });
  }

  override setModelBindingStat(): void {
    // Built-ins are components here and carry their own two-way bindings.
  }

  private makeElement(tag: string): HTMLElement {
    if (!this.isKnownTag(tag)) complain(`unknown tag <${tag}>: the preview cannot draw it`);
    const element = document.createElement(tag.startsWith('wx-') ? tag : `wx-${tag}`);
    element.setAttribute = setAttribute;
    return element;
  }
}

/** Inline rpx, and glass-easel's extra information under names that stylesheets and tests can use. */
function setAttribute(this: HTMLElement, name: string, value: string): void {
  const set = HTMLElement.prototype.setAttribute.bind(this);
  if (name === 'style') return set('style', rewriteUnits(value));
  if (!name.startsWith('exparser:')) return set(name, value);
  if (name === 'exparser:info-class-prefix') set('data-scope', value.replace(/--$/, ''));
  if (name === 'exparser:info-attr-id') this.id = value;
}
