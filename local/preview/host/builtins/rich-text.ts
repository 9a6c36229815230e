import type { glassEasel } from '../glass';
import { rewriteUnits } from '../../units';
import { addressOf, leavesLoopback } from './assets';
import { defineBuiltin } from './define';

interface RichNode {
  type?: string;
  name?: string;
  text?: string;
  attrs?: Record<string, string>;
  children?: RichNode[];
}

/** What the real rich-text renders; other tags vanish with their content. */
const TAGS = new Set(
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section small span strong sub sup table tbody td tfoot th thead tr tt u ul'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set([
  'class',
  'style',
  'alt',
  'src',
  'height',
  'width',
  'colspan',
  'rowspan',
  'start',
  'type',
  'dir',
  'span',
]);

/** rich-text: nodes or an HTML string, with nothing that could act. */
export function defineRichText(space: glassEasel.ComponentSpace): void {
  defineBuiltin(
    space,
    'rich-text',
    { nodes: null, space: '', userSelect: false, mode: 'default' },
    ({ host, classes }) => ({
      nodes(nodes: unknown) {
        host.replaceChildren();
        if (typeof nodes === 'string') {
          const parsed = new DOMParser().parseFromString(nodes, 'text/html');
          host.append(...[...parsed.body.childNodes].flatMap((node) => cleaned(node, classes)));
        } else if (Array.isArray(nodes)) {
          host.append(...(nodes as RichNode[]).flatMap((node) => built(node, classes)));
        }
      },
      userSelect: (on: boolean) => void host.classList.toggle('selectable', on),
    }),
  );
}

type Classes = (names: string) => string[];

function cleaned(node: Node, classes: Classes): Node[] {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.textContent ?? '')];
  if (!(node instanceof Element)) return [];
  const attrs = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  const made = element(node.localName, attrs, classes);
  if (!made) return [];
  made.append(...[...node.childNodes].flatMap((child) => cleaned(child, classes)));
  return [made];
}

function built(node: RichNode, classes: Classes): Node[] {
  if (node.type === 'text' || (node.text !== undefined && !node.name)) {
    const holder = document.createElement('textarea');
    holder.innerHTML = node.text ?? '';
    return [document.createTextNode(holder.value)];
  }
  const made = element((node.name ?? '').toLowerCase(), node.attrs ?? {}, classes);
  if (!made) return [];
  made.append(...(node.children ?? []).flatMap((child) => built(child, classes)));
  return [made];
}

function element(tag: string, attrs: Record<string, string>, classes: Classes): HTMLElement | null {
  if (!TAGS.has(tag)) return null;
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs)) {
    if (!ATTRIBUTES.has(name)) continue;
    if (name === 'class') made.classList.add(...classes(value));
    else if (name === 'style') made.setAttribute('style', rewriteUnits(value));
    else if (name === 'src') {
      const address = addressOf(value);
      if (!leavesLoopback(address)) made.setAttribute('src', address);
    } else made.setAttribute(name, value);
  }
  return made;
}
