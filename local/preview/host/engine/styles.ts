import type { Description, UnitConfig } from '../description';

const SCOPE = '__scope__';

/** The style scope of every page and component; '' is the app's own, which they may share. */
export function scopesOf({ units, pages }: Description): Map<string, string> {
  return new Map(
    Object.entries(units).map(([unit, config], index) => {
      const shared = sharesStyle(config, pages.includes(unit));
      return [unit, shared ? '' : `${unit.split('/').pop()}-${index}`];
    }),
  );
}

/** Pages and `shared` components use the app's one style scope. */
function sharesStyle(config: UnitConfig, isPage: boolean): boolean {
  if (config.styleIsolation !== undefined) return config.styleIsolation === 'shared';
  return isPage;
}

export function addStyle(unit: string, css: string, scope: string, isPage = false): void {
  if (!css) return;
  const element = document.createElement('style');
  element.dataset.unit = unit;
  element.textContent = scope
    ? css.replaceAll(SCOPE, scope)
    : css
        .replaceAll(`:where([data-scope='${SCOPE}'])`, '')
        .replaceAll(`${SCOPE}--`, '')
        .replaceAll(`[wx-host='${SCOPE}']`, `[data-is='${unit}']`);
  if (isPage) {
    element.dataset.page = '1';
    document.head.append(element);
    return;
  }
  // Pages come last, so that what a page says of a component's outside class wins.
  document.head.insertBefore(element, document.head.querySelector('style[data-page]'));
}
