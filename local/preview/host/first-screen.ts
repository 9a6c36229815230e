import { diagnostics } from './diagnostics';
import type { Diagnostics } from './diagnostics';
import type { Navigation } from './pages/navigation';
import { pages } from './pages/open-pages';
import type { Network } from './settings';
import { change, settings } from './settings';
import { cloudIsIdle, onIdle } from './wx/cloud';

/** What tests, benchmarks and journeys use: the diagnostics, and the panel's switches. */
interface PreviewHandle extends Diagnostics {
  network(mode: Network): void;
  dark(on: boolean): void;
  look(dark: boolean, elder: boolean): void;
  go(url: string): void;
  identity(): string;
}

declare global {
  interface Window {
    __preview: PreviewHandle;
  }
}

const QUIET = 60;

/** Publishes `window.__preview` and measures the first screen once it stands still. */
export function startDiagnostics(navigation: Navigation): void {
  const started = performance.now();
  window.__preview = Object.assign(diagnostics, {
    network: (mode: Network) => change('network', mode),
    dark: (on: boolean) => change('dark', on),
    /** Both at once and without starting afresh: pages take it over as they take over the system's theme. */
    look: (dark: boolean, elder: boolean) => {
      settings.elder = elder;
      change('dark', dark);
    },
    go: (url: string) => navigation.launch(url),
    identity: () => settings.identity.openid,
  });
  let timer: ReturnType<typeof setTimeout>;
  const consider = (): void => {
    if (diagnostics.ready) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!cloudIsIdle() || !pages.top()) return;
      measure(started);
      diagnostics.ready = true;
      document.documentElement.dataset.ready = '1';
    }, QUIET);
  };
  navigation.onMove(consider);
  onIdle(consider);
}

function measure(started: number): void {
  const page = pages.top();
  if (!page) return;
  const { bytes, calls, componentBytes, componentCalls } = page.traffic;
  const nodes = page.root.element.querySelectorAll('*').length + 1;
  diagnostics.firstScreen = {
    page: page.route,
    bytes: bytes + componentBytes,
    calls,
    componentCalls,
    milliseconds: Math.round(performance.now() - started - QUIET),
    nodes,
    depth: depthOf(page.root.element),
  };
}

function depthOf(element: Element): number {
  return 1 + Math.max(0, ...[...element.children].map(depthOf));
}
