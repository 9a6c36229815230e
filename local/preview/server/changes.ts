import type { ServerResponse } from 'node:http';
import { watch } from 'chokidar';

/** The versions of the source, told to open browsers. */
interface Changes {
  /** Resolves when no change is missed any more. */
  watching: Promise<void>;
  /** Tells this browser the version now, and every later one. */
  follow(response: ServerResponse): void;
  close(): Promise<void>;
}

const SETTLED = 80;

/** Watches a folder; `changed` is called at every change, browsers are told once it rests. */
export function watchChanges(folder: string, changed: () => void): Changes {
  const browsers = new Set<ServerResponse>();
  let version = Date.now();
  let timer: NodeJS.Timeout | undefined;
  const tell = (browser: ServerResponse): void => void browser.write(`data: ${version}\n\n`);
  const watcher = watch(folder, { ignoreInitial: true, ignored: /miniprogram_npm|\.test\.ts$/ });
  watcher.on('all', () => {
    changed();
    version += 1;
    clearTimeout(timer);
    timer = setTimeout(() => browsers.forEach(tell), SETTLED);
  });
  return {
    watching: new Promise((resolve) => watcher.once('ready', resolve)),
    follow(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      tell(response);
      browsers.add(response);
      response.on('close', () => browsers.delete(response));
    },
    async close() {
      clearTimeout(timer);
      await watcher.close();
      for (const browser of browsers) browser.end();
    },
  };
}
