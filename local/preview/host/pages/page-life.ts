import { call, stack, type OpenPage } from './open-pages';
import { bookOn } from '../set-data';

/** The page comes to the front. */
export function show(page: OpenPage): void {
  bookOn(page.traffic);
  call(page, 'onShow');
  page.root.component.triggerPageLifetime('show', []);
}

/** Another page covers it, or the phone is put away. */
export function hide(page: OpenPage): void {
  call(page, 'onHide');
  page.root.component.triggerPageLifetime('hide', []);
}

export function unload(page: OpenPage): void {
  call(page, 'onUnload');
  page.root.release();
  page.layer.remove();
  if (stack.tabs.get(page.route) === page) stack.tabs.delete(page.route);
}
