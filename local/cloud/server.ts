import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerAdmin } from './admin';
import { answerCallFunction, redirectToFile } from './client';
import { developerRoutes } from './developer';
import { BadRequest, sendJson } from './http/messages';
import { findRoute, type Routes } from './http/routes';
import { refusedVisitor } from './http/visitors';
import type { Parts } from './parts';
import { receiveUpload, serveFile } from './storage/serve';
import { answerWatch } from './watch/watch';
import type { Timekeeper } from './timers/timekeeper';

/** Answers what no route of the cloud answers (the preview); false hands it on. */
export type Fallback = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

interface Listening {
  port: number;
  setFallback(fallback: Fallback): void;
  close(): Promise<void>;
}

/** The one server, on loopback only. */
export async function listen(parts: Parts, timekeeper: Timekeeper, port: number): Promise<Listening> {
  const routes: Routes = { ...cloudRoutes(parts), ...developerRoutes(parts, timekeeper) };
  let fallback: Fallback | undefined;
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  server.keepAliveTimeout = 30_000;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const refused = refusedVisitor(request);
      if (refused) return sendJson(response, { errMsg: refused }, 403);
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
      const handler = findRoute(routes, method, url.pathname);
      if (handler) return await handler(request, response, url);
      if (fallback && (await fallback(request, response))) return;
      sendJson(response, { errMsg: `nothing answers ${request.method} ${url.pathname}` }, 404);
    } catch (error) {
      failed(error, response);
    }
  }

  function failed(error: unknown, response: ServerResponse): void {
    const message = error instanceof Error ? error.message : String(error);
    if (!(error instanceof BadRequest)) {
      parts.log.write('failure', { where: 'the local cloud', message: (error as Error).stack ?? message });
    }
    if (response.headersSent) response.destroy();
    else sendJson(response, { errMsg: message }, error instanceof BadRequest ? 400 : 500);
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' ? new Error(`port ${port} is taken: choose another with --port`) : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    setFallback: (handle) => {
      fallback = handle;
    },
    close: () => closeServer(server),
  };
}

function cloudRoutes(parts: Parts): Routes {
  return {
    'POST /admin': (request, response, url) => answerAdmin(parts, request, response, url),
    'PUT /storage/upload/': (request, response, url) => receiveUpload(parts.files, request, response, url),
    'GET /storage/file/': (request, response, url) => serveFile(parts.files, request, response, url),
    'POST /client/callFunction': (request, response) => answerCallFunction(parts, request, response),
    'GET /client/watch': (_request, response, url) => answerWatch(parts, response, url),
    'GET /client/file': (_request, response, url) => redirectToFile(parts, response, url),
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
