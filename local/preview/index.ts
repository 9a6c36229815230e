import { createReadStream, existsSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { watch } from 'chokidar';
import type { Compiled } from './compiler/compile';
import { openCompiler } from './compiler/compile';
import { openHostBundle } from './host-bundle';
import { shell } from './shell';

interface PreviewOptions {
  /** Folder that holds miniprogram/. */
  root: string;
  /** Port of the server that mounts the preview: the local cloud answers on the same one. */
  port: number;
}

interface Preview {
  /** Answers `/` and `/preview/…`; false when the address is somebody else's. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
};

/**
 * Everything the page may load comes from this origin: a font or image on another host is refused by the
 * browser.
 */
const SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "media-src 'self' data: blob:",
  // A chosen file lies under an address of the browser's own until it is uploaded.
  "connect-src 'self' blob:",
].join('; ');

/** Compiles and serves the mini program, recompiles on change and tells open browsers to load it again. */
export async function mountPreview({ root }: PreviewOptions): Promise<Preview> {
  const compiler = openCompiler(root);
  const host = await openHostBundle();
  const listeners = new Set<ServerResponse>();
  let current: Promise<Compiled> | null = null;
  let version = Date.now();

  // One compilation at a time: a change during one waits for it and starts the next.
  let last: Promise<unknown> = Promise.resolve();
  const compiled = (): Promise<Compiled> => {
    if (!current) {
      current = last.then(() => compiler.compile());
      last = current.catch(() => undefined);
    }
    return current;
  };

  // The first look should not wait for the compilers to wake up; what fails here is told at the first
  // request.
  Promise.all([compiled(), host.script('host.js')]).catch(() => (current = null));

  let settle: NodeJS.Timeout | null = null;
  const watcher = watch(compiler.miniprogram, {
    ignoreInitial: true,
    ignored: /miniprogram_npm|\.test\.ts$/,
  });
  watcher.on('all', () => {
    current = null;
    version += 1;
    if (settle) clearTimeout(settle);
    settle = setTimeout(() => {
      for (const listener of listeners) listener.write(`data: ${version}\n\n`);
    }, 80);
  });

  async function answer(pathname: string, response: ServerResponse): Promise<boolean> {
    switch (pathname) {
      case '/':
      case '/preview/':
        send(response, 200, 'text/html; charset=utf-8', shell());
        return true;
      case '/preview/host.js':
        send(response, 200, 'text/javascript; charset=utf-8', await host.script('host.js'));
        return true;
      case '/preview/host.js.map':
        send(response, 200, 'application/json', await host.script('host.js.map'));
        return true;
      case '/preview/host.css':
        send(response, 200, 'text/css; charset=utf-8', await host.style());
        return true;
      case '/preview/app.js':
        send(response, 200, 'text/javascript; charset=utf-8', (await compiled()).app);
        return true;
      case '/preview/scripts.js':
        send(response, 200, 'text/javascript; charset=utf-8', (await compiled()).scripts);
        return true;
      case '/preview/problems':
        send(response, 200, 'application/json', JSON.stringify(await summary(compiled())));
        return true;
      case '/preview/changes':
        response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
        response.write(`data: ${version}\n\n`);
        listeners.add(response);
        response.on('close', () => listeners.delete(response));
        return true;
    }
    if (pathname.startsWith('/preview/files/'))
      return sendAsset(pathname.slice('/preview/files/'.length), response);
    if (!pathname.startsWith('/preview/')) return false;
    send(response, 404, 'text/plain; charset=utf-8', `the preview has no ${pathname}`);
    return true;
  }

  function sendAsset(relative: string, response: ServerResponse): true {
    const file = path.join(compiler.miniprogram, path.posix.normalize(`/${decodeURIComponent(relative)}`));
    const type = TYPES[path.extname(file)];
    if (!type || !existsSync(file) || !statSync(file).isFile()) {
      send(response, 404, 'text/plain; charset=utf-8', `no such file in the mini program: ${relative}`);
      return true;
    }
    response.writeHead(200, {
      'content-type': type,
      'content-length': statSync(file).size,
      'cache-control': 'no-cache',
    });
    createReadStream(file).pipe(response);
    return true;
  }

  return {
    async handle(request, response) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return false;
      const { pathname } = new URL(request.url ?? '/', 'http://local');
      return answer(pathname, response);
    },
    async close() {
      if (settle) clearTimeout(settle);
      await watcher.close();
      for (const listener of listeners) listener.end();
      await compiler.close();
      await host.close();
    },
  };
}

async function summary(compiled: Promise<Compiled>): Promise<Pick<Compiled, 'problems' | 'milliseconds'>> {
  const { problems, milliseconds } = await compiled;
  return { problems, milliseconds };
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'content-security-policy': SECURITY_POLICY,
  });
  response.end(body);
}
