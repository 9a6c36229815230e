import { scene } from '../settings';
import { promised } from './promised';

/** How a mini program was opened: its first page. */
export interface Launch {
  path: string;
  query: Record<string, string>;
}

/** The running mini program: how it was opened, its updates, its end, its logs. */
export function appApi(launch: Launch): Record<string, unknown> {
  const start = { ...launch, scene, referrerInfo: {}, forwardMaterials: [], apiCategory: 'default' };
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
      plugin: {},
    }),
    getLaunchOptionsSync: () => start,
    getEnterOptionsSync: () => start,
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => location.reload(),
    }),
    reportEvent: () => undefined,
    reportPerformance: () => undefined,
    getRealtimeLogManager: () => logger('realtime'),
    getLogManager: () => logger('log'),
    nextTick: (then: () => void) => void queueMicrotask(then),
    getPerformance: () => ({
      now: () => performance.now(),
      getEntries: () => [],
      createObserver: () => ({ observe: () => undefined, disconnect: () => undefined }),
    }),
    arrayBufferToBase64: (buffer: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))),
    base64ToArrayBuffer: (text: string) =>
      Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer,
    ...promised({ preloadAssets: () => undefined, exitMiniProgram: () => location.reload() }),
  };
}

function logger(kind: string): Record<string, unknown> {
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (...parts: unknown[]) =>
      console[level](`[${kind}]`, ...parts);
  const self: Record<string, unknown> = {
    info: write('info'),
    log: write('info'),
    debug: write('info'),
    warn: write('warn'),
    error: write('warn'),
  };
  self.setFilterMsg = () => undefined;
  self.addFilterMsg = () => undefined;
  self.tag = () => self;
  return self;
}
