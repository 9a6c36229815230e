import { complain } from '../complaints';
import type { TreeElement, glassEasel } from '../glass';
import type { Builtin, Reactions } from './define';
import { defineBuiltin } from './define';

/** canvas of type "2d": the browser's own, which page code reaches as the node of a query. */
export function defineCanvas(space: glassEasel.ComponentSpace): void {
  defineBuiltin(space, 'canvas', { type: '', canvasId: '', disableScroll: false }, canvas);
}

function canvas({ host, get }: Builtin): Reactions {
  const drawn = document.createElement('canvas');
  host.append(drawn);
  return {
    attached() {
      if (get('type') !== '2d') complain('<canvas> is drawn by the preview with type="2d" alone');
    },
  };
}

/** The canvas that an element of the page is; null: it is none. */
export function canvasOf(element: TreeElement): HTMLCanvasElement | null {
  return element.$$?.querySelector(':scope > canvas') ?? null;
}
