import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { pipeline } from 'node:stream';
import { limits } from '../limits';
import { readBytes, sendText } from '../http/messages';
import type { Files, StoredFile } from './files';
import { paced } from './pace';
import { refuseBadPath } from './cloud-path';

const types: Record<string, string> = {
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.mov': 'video/quicktime',
  '.webm': 'video/webm',
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.ts': 'video/mp2t',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.aac': 'audio/aac',
  '.wav': 'audio/wav',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.pdf': 'application/pdf',
  '.vtt': 'text/vtt; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

const contentTypeOf = (path: string): string =>
  types[extname(path).toLowerCase()] ?? 'application/octet-stream';

/** Takes the bytes the SDK sends after it has asked where to. An empty answer means success. */
export async function receiveUpload(
  files: Files,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const path = Buffer.from(url.pathname.slice('/storage/upload/'.length), 'base64url').toString('utf8');
  refuseBadPath(path);
  files.put(path, await readBytes(request));
  response.writeHead(200, { 'content-length': 0 });
  response.end();
}

/** Hands out bytes, whole or the range asked for, so that a video can be moved about in. */
export function serveFile(files: Files, request: IncomingMessage, response: ServerResponse, url: URL): void {
  const file = files.findByAddress(url.pathname.slice('/storage/file/'.length).replace(/\..*$/, ''));
  if (!file) return sendText(response, 404, 'text/plain; charset=utf-8', 'no such file');
  const until = url.searchParams.get('until');
  if (until !== null && Number(until) < Date.now()) {
    return sendText(response, 403, 'text/plain; charset=utf-8', 'the temporary address has expired');
  }
  const headers = {
    'content-type': contentTypeOf(file.path),
    'accept-ranges': 'bytes',
    etag: `"${file.etag}"`,
  };
  if (request.headers['if-none-match'] === headers.etag) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  const range = rangeOf(request.headers.range, file);
  if (range === 'unsatisfiable') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${file.size}` });
    response.end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: file.size - 1 };
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'content-length': Math.max(0, end - start + 1),
    ...(range ? { 'content-range': `bytes ${start}-${end}/${file.size}` } : {}),
  });
  if (request.method === 'HEAD' || file.size === 0) {
    response.end();
    return;
  }
  pipeline(
    createReadStream(files.locate(file), { start, end }),
    paced(limits.storageBytesPerSecond),
    response,
    // A reader that goes away in the middle is no fault; a broken file ends the answer early.
    () => undefined,
  );
}

type Range = { start: number; end: number };

/** One range of bytes (RFC 9110); several at once are answered with the whole file. */
function rangeOf(header: string | undefined, file: StoredFile): Range | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const last = file.size - 1;
  const start = match[1] === '' ? Math.max(0, file.size - Number(match[2])) : Number(match[1]);
  const end = match[1] === '' || match[2] === '' ? last : Math.min(Number(match[2]), last);
  return start > last || start > end ? 'unsatisfiable' : { start, end };
}
