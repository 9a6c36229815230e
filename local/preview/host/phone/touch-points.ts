/** A finger, or a mouse, as page code sees it: counted from the page area's corner, below the bar. */
export interface Point {
  identifier: number;
  pageX: number;
  pageY: number;
  clientX: number;
  clientY: number;
}

/** Where the browser saw it. */
interface Seen {
  identifier: number;
  clientX: number;
  clientY: number;
}

export function pointOf({ identifier, clientX, clientY }: Seen): Point {
  const { left, top, scrolled, scale } = pageOrigin();
  const x = (clientX - left) / scale;
  const y = (clientY - top) / scale;
  return { identifier, clientX: x, clientY: y, pageX: x, pageY: y + scrolled };
}

/**
 * Where the visible page's area begins in the browser's window, how far it is scrolled, and how much smaller
 * than life the phone is drawn in a low window.
 */
export function pageOrigin(): { left: number; top: number; scrolled: number; scale: number } {
  const area = document.querySelector<HTMLElement>('.layer.on-top .page-area');
  const scroll = area?.querySelector('.page-scroll');
  const box = area?.getBoundingClientRect();
  const scale = area && box && area.offsetWidth > 0 ? box.width / area.offsetWidth : 1;
  return { left: box?.left ?? 0, top: box?.top ?? 0, scrolled: scroll?.scrollTop ?? 0, scale };
}
