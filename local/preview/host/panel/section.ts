import { make } from '../sheets/sheet';

/** A titled block of the panel. */
export function section(title: string, content: HTMLElement): HTMLElement {
  return make('section', 'panel-section', '', [make('h2', '', title), content]);
}
