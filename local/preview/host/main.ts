import { setClockOffset, LocalDate } from './clock';
import { complain, stackOf, textOf, warn } from './complaints';
import { followWhileVisible } from './follow';
import { startDiagnostics } from './first-screen';
import type { Description } from './description';
import type { Templates } from './engine/engine';
import { openEngine } from './engine/engine';
import type { Caller } from './glass';
import { watchGestures } from './gestures';
import { openNavigation } from './navigation';
import { pages, urlOf } from './open-pages';
import { openPanel } from './panel/panel';
import { makePhone } from './phone';
import { services } from './services';
import { identities } from './identities';
import type { Identity } from './settings';
import {
  askedIdentity,
  askedPage,
  bare,
  rememberPage,
  onChange,
  scene,
  settings,
  settleIdentity,
} from './settings';
import { openActions, openModal } from './sheets/dialogs';
import { parseUrl } from '../navigation/stack';
import { makeWx } from './wx/all';
import { share } from './wx/share';
import { wxsSupport } from './wxs';

type ScriptFactory = (...provided: unknown[]) => void;

declare global {
  interface Window {
    __previewApp: (description: Description, templates: () => Templates) => void;
    __previewScripts: (factory: ScriptFactory) => void;
    __wxs: typeof wxsSupport;
    getRegExp: (pattern: string, flags?: string) => RegExp;
    getDate: (...parts: []) => Date;
  }
}

let description: Description | null = null;
let templates: Templates = {};

window.__previewApp = (given, makeTemplates) => {
  prepareTemplateLanguage();
  description = given;
  templates = makeTemplates();
};

window.__previewScripts = (factory) => {
  start(factory).catch((thrown: unknown) => complain(textOf(thrown), stackOf(thrown)));
};

/** What WXS offers and JavaScript does not; `__wxsType` is how compiled WXS reads `value.constructor`. */
function prepareTemplateLanguage(): void {
  window.__wxs = wxsSupport;
  window.getRegExp = (pattern, flags) => new RegExp(pattern, flags);
  window.getDate = (...parts) => new LocalDate(...parts);
  Object.defineProperty(Object.prototype, '__wxsType', {
    get(this: unknown) {
      return Object.prototype.toString.call(this).slice(8, -1);
    },
    set(this: object, value: unknown) {
      Object.defineProperty(this, '__wxsType', { value, writable: true, configurable: true });
    },
    configurable: true,
  });
}

async function start(factory: ScriptFactory): Promise<void> {
  if (!description) throw new Error('the mini program did not compile');
  const told = description;
  await Promise.all([readClock(), readIdentities()]);
  document.body.classList.toggle('bare', bare);

  const modules = new Map<string, () => unknown>();
  const ran = new Set<string>();
  const run = (unit: string): void => {
    if (ran.has(unit)) return;
    ran.add(unit);
    const module = modules.get(unit);
    if (!module) throw new Error(`no script for ${unit}`);
    module();
  };
  const engine = openEngine(told, templates, run);
  const phone = makePhone(
    told,
    (route) => navigation.go('switchTab', `/${route}`, 1, 'tap'),
    () => void showMenu(),
  );
  document.getElementById('preview')?.append(phone.element);
  watchGestures(phone.element, engine.backend);
  const navigation = openNavigation(told, engine, phone.layers);
  navigation.onMove(() => {
    const top = pages.top();
    const onTab = top && told.app.tabBar?.list.some(({ pagePath }) => pagePath === top.route);
    phone.screen.toggleAttribute('data-tabs', Boolean(onTab));
    if (top) phone.tabs?.select(top.route);
  });
  const home = told.app.entryPagePath ?? told.pages[0] ?? '';
  const launch = parseUrl(`/${(askedPage ?? home).replace(/^\//, '')}`, '');
  const wx = makeWx(told, navigation, phone.tabs, { path: launch.route, query: launch.query });

  let app: Record<string, unknown> = {};
  const App = (definition: Record<string, unknown>): void => {
    app = definition;
  };
  const host = {
    module: (unit: string, load: () => unknown) => void modules.set(unit, load),
    enter: engine.enter,
  };
  const getCurrentPages = (): Caller[] => pages.callers();
  factory(
    host,
    wx,
    App,
    engine.Page,
    engine.Component,
    engine.Behavior,
    () => app,
    getCurrentPages,
    LocalDate,
    console,
  );

  for (const problem of told.problems) {
    const place = `${problem.file}${problem.line ? `:${problem.line}:${problem.column}` : ''}`;
    if (problem.severity === 'error') complain(`${place} ${problem.message}`);
    else warn(`${place} ${problem.message}`);
  }
  connectServices(navigation);
  reportLooseErrors(() => app);
  startDiagnostics(navigation);
  openPanel(told, navigation);
  watchChanges();

  const lifecycle = (name: string, ...parts: unknown[]): void => {
    const method = app[name];
    if (typeof method === 'function') (method as (...given: unknown[]) => unknown).apply(app, parts);
  };
  const options = { path: launch.route, query: launch.query, scene, referrerInfo: {} };
  run('app');
  lifecycle('onLaunch', options);
  lifecycle('onShow', options);
  if (!told.pages.includes(launch.route)) {
    complain(`app.json has no page "${launch.route}"`);
    lifecycle('onPageNotFound', { ...options, isEntryPage: true });
  }
  navigation.launch(told.pages.includes(launch.route) ? urlOf(launch) : `/${home}`);
  document.addEventListener('visibilitychange', () => {
    navigation.setVisible(!document.hidden);
    lifecycle(document.hidden ? 'onHide' : 'onShow', options);
  });
  onChange((changed) => {
    if (changed === 'dark') {
      navigation.retheme();
      lifecycle('onThemeChange', { theme: settings.dark ? 'dark' : 'light' });
    }
    // Another reader, another text size or language: a phone would start the mini program afresh.
    if (changed === 'identity' || changed === 'elder' || changed === 'language') location.reload();
  });
}

async function readClock(): Promise<void> {
  const answer = await ask<{ offsetMs: number }>('/dev/clock');
  if (answer) setClockOffset(answer.offsetMs);
}

async function readIdentities(): Promise<void> {
  const answer = await ask<Identity[] | { identities: Identity[] }>('/dev/identities');
  identities.push(...(Array.isArray(answer) ? answer : (answer?.identities ?? [])));
  if (!settleIdentity(identities)) complain(`nobody in the demo library is called "${askedIdentity ?? ''}"`);
}

async function ask<T>(path: string): Promise<T | null> {
  try {
    const response = await fetch(path);
    if (response.ok) return (await response.json()) as T;
    warn(`${path} answered HTTP ${response.status}: is the local cloud running?`);
  } catch (thrown) {
    warn(`${path}: ${textOf(thrown)}`);
  }
  return null;
}

function connectServices(navigation: ReturnType<typeof openNavigation>): void {
  services.confirm = async (question) =>
    (await openModal({ showCancel: question.cancelText !== undefined, ...question })).confirm;
  services.navigate = (kind, url, delta) => {
    const kinds = {
      navigate: 'navigateTo',
      redirect: 'redirectTo',
      switchTab: 'switchTab',
      reLaunch: 'reLaunch',
      navigateBack: 'navigateBack',
    } as const;
    const move = kinds[kind as keyof typeof kinds];
    try {
      if (!move) throw new Error(`<navigator open-type="${kind}"> is not supported by the preview`);
      navigation.go(move, url, delta);
    } catch (thrown) {
      complain(`navigator: ${textOf(thrown)}`);
    }
  };
  services.share = () => void share('button');
  services.phoneCode = () => `local-phone-${settings.identity.openid}`;
  services.avatar = () => avatarOf(settings.identity.label);
}

function avatarOf(name: string): string {
  const letter = name.slice(0, 1).replace(/[<>&"]/g, '');
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="132" height="132"><rect width="132" height="132" fill="#7a8b7f"/><text x="66" y="86" font-size="60" text-anchor="middle" fill="#fff">${letter}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(picture)}`;
}

async function showMenu(): Promise<void> {
  const chosen = await openActions(['转发给朋友', '重新进入小程序']);
  if (chosen === 0) await share('menu');
  if (chosen === 1) location.reload();
}

function reportLooseErrors(app: () => Record<string, unknown>): void {
  addEventListener('error', (event) => {
    if (!event.error) return;
    complain(textOf(event.error), stackOf(event.error));
    const heard = app().onError;
    if (typeof heard === 'function') heard.call(app(), textOf(event.error));
  });
  addEventListener('unhandledrejection', (event) => {
    complain(`unhandled rejection: ${textOf(event.reason)}`, stackOf(event.reason));
    const heard = app().onUnhandledRejection;
    if (typeof heard === 'function')
      heard.call(app(), { reason: event.reason as unknown, promise: event.promise });
  });
}

/** The server tells which version of the source it holds, at once and after every change. */
function watchChanges(): void {
  let first: string | null = null;
  followWhileVisible('/preview/changes', (version) => {
    first ??= version;
    if (version === first) return;
    rememberPage(urlOf(pages.top()));
    location.reload();
  });
}
