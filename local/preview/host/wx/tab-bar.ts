import type { TabBar } from '../phone/tab-bar';
import { promised, Refusal, type Options } from './promised';

/** The tab bar's badges, rows and looks; a mini program without one refuses. */
export function tabBarApi(tabs: TabBar | null): Record<string, unknown> {
  const onTab =
    (act: (bar: TabBar, options: Options) => void) =>
    (options: Options): void => {
      if (!tabs) throw new Refusal('not TabBar page');
      act(tabs, options);
    };
  return promised({
    setTabBarBadge: onTab((bar, { index, text }) => bar.badge(Number(index), String(text))),
    removeTabBarBadge: onTab((bar, { index }) => bar.badge(Number(index), null)),
    showTabBarRedDot: onTab((bar, { index }) => bar.dot(Number(index), true)),
    hideTabBarRedDot: onTab((bar, { index }) => bar.dot(Number(index), false)),
    setTabBarItem: onTab((bar, { index, ...change }) => bar.item(Number(index), change as never)),
    setTabBarStyle: onTab((bar, options) => bar.style(options as never)),
    showTabBar: onTab((bar) => bar.visible(true)),
    hideTabBar: onTab((bar) => bar.visible(false)),
  });
}
