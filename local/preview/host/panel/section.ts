import { make } from '../sheets/sheet';

/** A titled block of the panel. */
export function section(title: string, content: HTMLElement): HTMLElement {
  return make('section', 'panel-section', '', [make('h2', '', title), content]);
}

/** Below this the panel has no room for everything and the log. */
const LOW = '(max-height: 860px)';

/** A block that is needed now and then: folded where the window is low, so that the log has its room. */
export function folding(title: string, content: HTMLElement): HTMLElement {
  const head = make('summary', '', '', [make('h2', '', title)]);
  const block = make('details', 'panel-section panel-fold', '', [head, content]) as HTMLDetailsElement;
  block.open = !matchMedia(LOW).matches;
  return block;
}
