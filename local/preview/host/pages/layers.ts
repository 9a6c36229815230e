/**
 * Puts a layer above the others. A browser forgets how far an element was scrolled when it is moved; WeChat
 * keeps it.
 */
export function bringToFront(layers: HTMLElement, layer: HTMLElement): void {
  if (layers.lastElementChild === layer) return;
  const places = [...layer.querySelectorAll('*')]
    .map((element) => ({ element, top: element.scrollTop, left: element.scrollLeft }))
    .filter(({ top, left }) => top !== 0 || left !== 0);
  layers.append(layer);
  for (const { element, top, left } of places) element.scrollTo({ top, left, behavior: 'instant' });
}

/** Status bar and capsule follow the colour of the page's bar. */
export function tintCapsule(layers: HTMLElement, light: boolean): void {
  layers.parentElement?.toggleAttribute('data-light-bar', light);
}
