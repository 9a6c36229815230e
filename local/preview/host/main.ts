import { launchApp, reportLooseErrors, type App } from './app';
import { homeOf, isTab } from './app-config';
import { LocalDate } from './clock';
import { complain, stackOf, textOf, warn } from './complaints';
import type { Description } from './description';
import { openEngine, type Templates } from './engine/engine';
import { startDiagnostics } from './first-screen';
import { followWhileVisible } from './follow';
import { watchGestures } from './phone/gestures';
import { readClock, readIdentities } from './local-cloud';
import { openNavigation } from './pages/navigation';
import { pages, urlOf } from './pages/open-pages';
import { openPanel } from './panel/panel';
import { makePhone } from './phone/phone';
import { connectServices, showMenu } from './phone/phone-services';
import { openScripts } from './scripts';
import { askedPage, bare, rememberPage } from './settings';
import { prepareTemplateLanguage } from './template-language';
import { parseUrl } from '../navigation/stack';
import { makeWx } from './wx/all';

type ScriptFactory = (...provided: unknown[]) => void;

declare global {
  interface Window {
    __previewApp: (description: Description, templates: () => Templates) => void;
    __previewScripts: (factory: ScriptFactory) => void;
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

async function start(factory: ScriptFactory): Promise<void> {
  if (!description) throw new Error('the mini program did not compile');
  const told = description;
  await Promise.all([readClock(), readIdentities()]);
  document.body.classList.toggle('bare', bare);

  const scripts = openScripts();
  const engine = openEngine(told, templates, scripts.run);
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
    phone.screen.toggleAttribute('data-tabs', Boolean(top && isTab(told, top.route)));
    if (top) phone.tabs?.select(top.route);
  });
  const { route, query } = parseUrl(`/${(askedPage ?? homeOf(told)).replace(/^\//, '')}`, '');
  const launch = { path: route, query };
  const app: App = { definition: {} };
  factory(
    { module: scripts.add, enter: engine.enter },
    makeWx(told, navigation, phone.tabs, launch),
    (definition: App['definition']) => void (app.definition = definition),
    engine.Page,
    engine.Component,
    engine.Behavior,
    () => app.definition,
    () => pages.callers(),
    LocalDate,
    console,
  );

  tellProblems(told);
  connectServices(navigation);
  reportLooseErrors(app);
  startDiagnostics(navigation);
  openPanel(told, navigation);
  watchChanges();
  scripts.run('app');
  launchApp(app, launch, told, navigation);
}

function tellProblems({ problems }: Description): void {
  for (const { severity, file, line, column, message } of problems) {
    const place = `${file}${line ? `:${line}:${column}` : ''}`;
    if (severity === 'error') complain(`${place} ${message}`);
    else warn(`${place} ${message}`);
  }
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
