import { createReadStream, existsSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';

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

export function sendText(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'content-security-policy': SECURITY_POLICY,
  });
  response.end(body);
}

const ASSETS: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
};

/** A picture, sound or film out of `folder`; nothing else of it, and nothing from outside. */
export function sendAsset(response: ServerResponse, folder: string, relative: string): void {
  const file = path.join(folder, path.posix.normalize(`/${decodeURIComponent(relative)}`));
  const type = ASSETS[path.extname(file)];
  if (!type || !existsSync(file) || !statSync(file).isFile())
    return sendText(
      response,
      404,
      'text/plain; charset=utf-8',
      `no such file in the mini program: ${relative}`,
    );
  response.writeHead(200, {
    'content-type': type,
    'content-length': statSync(file).size,
    'cache-control': 'no-cache',
  });
  createReadStream(file).pipe(response);
}
