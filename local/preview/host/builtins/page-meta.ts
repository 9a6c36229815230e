import { pages } from '../pages/open-pages';
import { settings } from '../settings';
import { rewriteUnits } from '../../units';
import type { glassEasel } from '../glass';
import type { Builtin, Properties, Reactions } from './define';
import { defineBuiltin } from './define';

/** Text size the phone reports: 16 px, or 22 px when the reader's phone is set large (platform 9.7). */
export const systemFontSize = (): number => (settings.elder ? 22 : 16);

/** page-meta and navigation-bar: what a page says of itself from its template. */
export function definePageMeta(space: glassEasel.ComponentSpace): void {
  defineBuiltin(space, 'page-meta', PAGE_META_PROPERTIES, pageMeta);

  defineBuiltin(space, 'navigation-bar', NAVIGATION_BAR_PROPERTIES, navigationBar);
}

const PAGE_META_PROPERTIES: Properties = {
  backgroundTextStyle: '',
  backgroundColor: '',
  backgroundColorTop: '',
  backgroundColorBottom: '',
  rootBackgroundColor: '',
  scrollTop: '',
  scrollDuration: 300,
  pageStyle: '',
  pageFontSize: '',
  rootFontSize: '',
  pageOrientation: '',
};

function pageMeta({ host, get }: Builtin): Reactions {
  const area = (): HTMLElement | null => host.closest('.page-area');
  const page = (): HTMLElement | null => host.closest('wx-page');
  const size = (value: string): string => (value === 'system' ? `${systemFontSize()}px` : value);
  return {
    rootFontSize(value: string) {
      if (value) area()?.style.setProperty('--rem', size(value));
    },
    pageFontSize: (value: string) => value && page()?.style.setProperty('font-size', size(value)),
    pageStyle(value: string) {
      const target = page();
      if (!target) return;
      target.setAttribute('style', rewriteUnits(value));
      // "overflow: hidden" on the page is how popups stop the page behind them from scrolling.
      const scroll = target.closest<HTMLElement>('.page-scroll');
      if (scroll) scroll.style.overflow = /overflow\s*:\s*hidden/.test(value) ? 'hidden' : '';
      const fontSize = get<string>('pageFontSize');
      if (fontSize) target.style.fontSize = size(fontSize);
    },
    backgroundColor: (value: string) => value && area()?.style.setProperty('background-color', value),
    rootBackgroundColor: (value: string) => value && area()?.style.setProperty('background-color', value),
    scrollTop(value: string) {
      if (value) host.closest('.page-scroll')?.scrollTo({ top: Number.parseFloat(value) || 0 });
    },
  };
}

const NAVIGATION_BAR_PROPERTIES: Properties = {
  title: null,
  loading: false,
  frontColor: '',
  backgroundColor: '',
  colorAnimationDuration: 0,
  colorAnimationTimingFunc: '',
};

function navigationBar({ host, get }: Builtin): Reactions {
  const show = (): void => {
    const page = pages.ofElement(host);
    if (!page) return;
    const title = get<string | null>('title');
    if (title !== null) page.bar.title(title);
    if (get('frontColor') || get('backgroundColor'))
      page.bar.colours(get('frontColor'), get('backgroundColor'));
    page.bar.loading(get('loading') === true);
  };
  return { title: show, frontColor: show, backgroundColor: show, loading: show };
}
