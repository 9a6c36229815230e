import type { ServerResponse } from 'node:http';
import type { Document } from '../database/engine/records';
import { BadRequest } from '../http/messages';
import { limits } from '../limits';
import type { Parts } from '../parts';
import { isAllowed } from './access-rule';

/**
 * `wx.cloud.database().collection().where().watch()`: what the platform pushes to a phone, as server-sent
 * events. The first says what is there ("init"), each further one what has changed.
 */
export function answerWatch(parts: Parts, response: ServerResponse, url: URL): void {
  const { openid, collection, where } = askedBy(url);
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  const send = (event: 'snapshot' | 'dead', data: object): void => {
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const end = (errCode: number, errMsg: string): void => {
    stop();
    send('dead', { errCode, errMsg });
    response.end();
  };
  const stopListening = parts.database.store.onWrite(() => look());
  let isOpen = true;
  const stop = (): void => {
    if (!isOpen) return;
    isOpen = false;
    parts.watches.open--;
    stopListening();
  };
  parts.watches.open++;
  response.on('close', stop);

  let known: Map<string, string> | undefined;
  let soon = false;
  const look = (): void => {
    if (soon) return;
    soon = true;
    // A commit is told of once it stands; several at once are told of together.
    setImmediate(() => {
      soon = false;
      if (isOpen) push();
    });
  };
  let id = 0;
  const push = (): void => {
    const docs = parts.database.find(collection, { criteria: where, limit: limits.watchedRecords + 1 });
    if (docs.length > limits.watchedRecords)
      return end(-402003, `watch: more than ${limits.watchedRecords} records`);
    const now = new Map(docs.map((doc) => [String(doc['_id']), JSON.stringify(doc)]));
    const docChanges = changesBetween(known ?? new Map(), now, docs);
    const isFirst = known === undefined;
    known = now;
    if (isFirst || docChanges.length > 0)
      send('snapshot', { id: id++, docs, docChanges, ...(isFirst && { type: 'init' }) });
  };

  if (!isAllowed(parts.access[collection] ?? '', where, openid)) return end(-502003, 'Permission denied');
  if (parts.watches.open > limits.watches) return end(-402002, 'watch: too many connections');
  push();
}

function askedBy(url: URL): { openid: string; collection: string; where: Record<string, unknown> } {
  const openid = url.searchParams.get('openid') ?? '';
  const collection = url.searchParams.get('collection') ?? '';
  const where: unknown = JSON.parse(url.searchParams.get('where') ?? '{}');
  if (typeof where !== 'object' || where === null || Array.isArray(where))
    throw new BadRequest('where must be an object');
  // "{openid}" in a condition of the client stands for the caller's.
  const entries = Object.entries(where).map(([key, value]) => [key, value === '{openid}' ? openid : value]);
  return { openid, collection, where: Object.fromEntries(entries) as Record<string, unknown> };
}

function changesBetween(before: Map<string, string>, now: Map<string, string>, docs: readonly Document[]) {
  const changed = docs.flatMap((doc) => {
    const docId = String(doc['_id']);
    const was = before.get(docId);
    if (was === now.get(docId)) return [];
    return [{ docId, doc, queueType: was === undefined ? 'enqueue' : 'update', dataType: 'update' }];
  });
  const gone = [...before.keys()].filter((docId) => !now.has(docId));
  return [...changed, ...gone.map((docId) => ({ docId, doc: {}, queueType: 'dequeue', dataType: 'remove' }))];
}
