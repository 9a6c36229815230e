import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers one address; the URL is parsed already. */
type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>;

/** Addresses by `METHOD /path`; a path that ends in `/` takes everything below it. */
export type Routes = Record<string, Handler>;

export function findRoute(routes: Routes, method: string, path: string): Handler | undefined {
  const exact = routes[`${method} ${path}`];
  if (exact) return exact;
  const prefix = Object.keys(routes).find((key) => key.endsWith('/') && `${method} ${path}`.startsWith(key));
  return prefix === undefined ? undefined : routes[prefix];
}
