import { pages } from '../pages/open-pages';
import { promised, Refusal, type Options } from './promised';

/** What the page on top says of its bar, its background, pulling it down and how far it is scrolled. */
export function pageApi(): Record<string, unknown> {
  const bar = () => pages.top()?.bar;
  return promised({
    setNavigationBarTitle: ({ title }) => bar()?.title(String(title)),
    setNavigationBarColor: ({ frontColor, backgroundColor }) =>
      bar()?.colours(String(frontColor ?? ''), String(backgroundColor ?? '')),
    showNavigationBarLoading: () => bar()?.loading(true),
    hideNavigationBarLoading: () => bar()?.loading(false),
    hideHomeButton: () => bar()?.element.querySelector('.bar-home')?.remove(),
    setBackgroundColor({ backgroundColor }) {
      if (backgroundColor)
        pages.top()?.scroll.parentElement?.style.setProperty('--page-back', String(backgroundColor));
    },
    setBackgroundTextStyle: () => undefined,
    startPullDownRefresh: () => pages.top()?.pull.start(),
    stopPullDownRefresh: () => pages.stack().forEach(({ pull }) => pull.stop()),
    pageScrollTo,
  });
}

function pageScrollTo({ scrollTop, selector, duration, offsetTop }: Options): void {
  const page = pages.top();
  if (!page) return;
  const target = selector ? page.root.component.getShadowRoot()?.querySelector(String(selector))?.$$ : null;
  if (selector && !target) throw new Refusal(`selector ${String(selector)} not found`);
  const base = target
    ? page.scroll.scrollTop + target.getBoundingClientRect().top - page.scroll.getBoundingClientRect().top
    : Number(scrollTop ?? 0);
  page.scroll.scrollTo({
    top: base + Number(offsetTop ?? 0),
    behavior: duration === 0 ? 'auto' : 'smooth',
  });
}
