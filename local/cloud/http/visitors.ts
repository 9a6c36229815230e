import type { IncomingMessage } from 'node:http';

const OWN_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Why a request is not answered, or null. The server listens on loopback, but a browser on this machine
 * reaches it for every page that it shows: a name that somebody else made point here, or a page of another
 * origin, gets nothing and changes nothing. The port is not compared with our own: it may be passed on.
 */
export function refusedVisitor({ method, headers }: IncomingMessage): string | null {
  const { host = '', origin } = headers;
  if (!OWN_NAMES.has(host.replace(/:\d+$/, ''))) return `this server is not ${host || 'without a name'}`;
  if (origin !== undefined && origin !== `http://${host}`) return `nothing is taken from ${origin}`;
  const followsLink = method === 'GET' && headers['sec-fetch-mode'] === 'navigate';
  if (headers['sec-fetch-site'] === 'cross-site' && !followsLink) return 'nothing is given to other pages';
  return null;
}
