import { homeOf } from './app-config';
import { complain, stackOf, textOf } from './complaints';
import type { Description } from './description';
import type { Navigation } from './pages/navigation';
import { urlOf } from './pages/open-pages';
import { onChange, scene, settings } from './settings';
import type { Launch } from './wx/app';

/** What the mini program gave to App(); nothing until its script has run. */
export interface App {
  definition: Record<string, unknown>;
}

/** Calls one of the app's functions if it has it. */
function callApp({ definition }: App, name: string, ...parts: unknown[]): void {
  const method = definition[name];
  if (typeof method === 'function') (method as (...given: unknown[]) => unknown).apply(definition, parts);
}

/** Launches the app whose script has run, opens its first page and tells it what happens to the phone. */
export function launchApp(
  app: App,
  { path, query }: Launch,
  description: Description,
  navigation: Navigation,
): void {
  const options = { path, query, scene, referrerInfo: {} };
  callApp(app, 'onLaunch', options);
  callApp(app, 'onShow', options);
  const isKnown = description.pages.includes(path);
  if (!isKnown) {
    complain(`app.json has no page "${path}"`);
    callApp(app, 'onPageNotFound', { ...options, isEntryPage: true });
  }
  navigation.launch(isKnown ? urlOf({ route: path, query }) : `/${homeOf(description)}`);
  document.addEventListener('visibilitychange', () => {
    navigation.setVisible(!document.hidden);
    callApp(app, document.hidden ? 'onHide' : 'onShow', options);
  });
  onChange((changed) => {
    if (changed === 'dark') {
      navigation.retheme();
      callApp(app, 'onThemeChange', { theme: settings.dark ? 'dark' : 'light' });
    }
    // Another reader, another text size or language: a phone would start the mini program afresh.
    if (changed === 'identity' || changed === 'elder' || changed === 'language') location.reload();
  });
}

/** What nobody caught is told to the developer, and to the app as WeChat tells it. */
export function reportLooseErrors(app: App): void {
  addEventListener('error', (event) => {
    if (!event.error) return;
    complain(textOf(event.error), stackOf(event.error));
    callApp(app, 'onError', textOf(event.error));
  });
  addEventListener('unhandledrejection', (event) => {
    complain(`unhandled rejection: ${textOf(event.reason)}`, stackOf(event.reason));
    callApp(app, 'onUnhandledRejection', { reason: event.reason as unknown, promise: event.promise });
  });
}
