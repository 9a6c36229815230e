import type { IncomingMessage, ServerResponse } from 'node:http';

/** Reading requests and writing answers of the one HTTP server. */
export class BadRequest extends Error {}

const LARGEST_BODY = 64 * 1024 * 1024;

export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > LARGEST_BODY) throw new BadRequest(`the body is larger than ${LARGEST_BODY} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

export async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const bytes = await readBytes(request);
  try {
    const value: unknown = bytes.length === 0 ? {} : JSON.parse(bytes.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    throw new BadRequest('the body is not JSON');
  }
  throw new BadRequest('the body must be a JSON object');
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  sendText(response, status, 'application/json; charset=utf-8', JSON.stringify(value));
}

export function sendText(
  response: ServerResponse,
  status: number,
  type: string,
  text: string | Buffer,
): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
