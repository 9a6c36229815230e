import type { IncomingMessage, ServerResponse } from 'node:http';
import { openCompiler } from './compiler/compile';
import { watchChanges } from './server/changes';
import { compileOnDemand, type Compilation } from './server/compilation';
import { openHostBundle, type HostBundle } from './server/host-bundle';
import { sendAsset, sendText } from './server/replies';
import { shell } from './server/shell';

interface PreviewOptions {
  /** Folder that holds miniprogram/. */
  root: string;
  /** Port of the server that mounts the preview: the local cloud answers on the same one. */
  port: number;
}

interface Preview {
  /** Resolves when every change of the source is seen. */
  watching: Promise<void>;
  /** Answers `/` and `/preview/…`; false when the address is somebody else's. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  close(): Promise<void>;
}

/** Compiles and serves the mini program, recompiles on change and tells open browsers to load it again. */
export async function mountPreview({ root }: PreviewOptions): Promise<Preview> {
  const compiler = openCompiler(root);
  const host = await openHostBundle();
  const compilation = compileOnDemand(compiler);
  const documents = documentsOf(host, compilation);

  // The first look should not wait for the compilers to wake up; what fails here is told at the first
  // request.
  Promise.all([compilation.compiled(), host.script('host.js')]).catch(compilation.forget);
  const changes = watchChanges(compiler.miniprogram, compilation.forget);

  return {
    watching: changes.watching,
    async handle(request, response) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return false;
      const { pathname } = new URL(request.url ?? '/', 'http://local');
      const document = documents[pathname];
      if (document) sendText(response, 200, document.type, await document.text());
      else if (pathname === '/preview/changes') changes.follow(response);
      else if (pathname.startsWith(ASSETS))
        sendAsset(response, compiler.miniprogram, pathname.slice(ASSETS.length));
      else if (pathname.startsWith('/preview/'))
        sendText(response, 404, 'text/plain; charset=utf-8', `the preview has no ${pathname}`);
      else return false;
      return true;
    },
    async close() {
      await changes.close();
      await compiler.close();
      await host.close();
    },
  };
}

const ASSETS = '/preview/files/';

interface Document {
  type: string;
  text(): string | Promise<string>;
}

/** What is served under which address. */
function documentsOf(host: HostBundle, { compiled }: Compilation): Record<string, Document> {
  const page = { type: 'text/html; charset=utf-8', text: shell };
  const script = (text: Document['text']): Document => ({ type: 'text/javascript; charset=utf-8', text });
  const json = (text: Document['text']): Document => ({ type: 'application/json', text });
  return {
    '/': page,
    '/preview/': page,
    '/preview/host.js': script(() => host.script('host.js')),
    '/preview/host.js.map': json(() => host.script('host.js.map')),
    '/preview/host.css': { type: 'text/css; charset=utf-8', text: () => host.style() },
    '/preview/app.js': script(async () => (await compiled()).app),
    '/preview/scripts.js': script(async () => (await compiled()).scripts),
    '/preview/problems': json(async () => {
      const { problems, milliseconds } = await compiled();
      return JSON.stringify({ problems, milliseconds });
    }),
  };
}
