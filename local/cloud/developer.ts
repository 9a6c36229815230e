import type { IncomingMessage, ServerResponse } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { answerBulk } from './developer-database';
import { answerFaults } from './faults/over-http';
import { withAdditions, type Barcode } from './identity/barcodes';
import { BadRequest, readJson, sendJson } from './http/messages';
import { eraseEverything, readSnapshot, writeSnapshot } from './snapshot';
import type { Routes } from './http/routes';
import type { Parts } from './parts';
import type { ClockMove, Timekeeper } from './timers/timekeeper';
import { runTimer } from './timers/timers';

/** The developer's side: the product never calls any of it. */
export function developerRoutes(parts: Parts, timekeeper: Timekeeper): Routes {
  return {
    'GET /dev/clock': (_request, response) => sendJson(response, clockOf(parts)),
    'POST /dev/clock': async (request, response) => {
      const fired = await timekeeper.move((await readJson(request)) as ClockMove);
      sendJson(response, { ...clockOf(parts), fired });
    },
    'POST /dev/timer': async (request, response) => {
      const { name } = await readJson(request);
      if (typeof name !== 'string') throw new BadRequest('name must be a text');
      sendJson(response, await runTimer(parts, name, parts.clock.now()));
    },
    'GET /dev/log': (_request, response, url) => {
      const since = Number(url.searchParams.get('since') ?? 0);
      sendJson(response, parts.log.read(since, url.searchParams.get('kind') ?? undefined));
    },
    'GET /dev/log/stream': (_request, response) => streamLog(parts, response),
    'GET /dev/counters': (_request, response) => sendJson(response, parts.counters.read()),
    'GET /dev/identities': (_request, response) => sendJson(response, demoFile(parts, 'identities.json')),
    'GET /dev/barcodes': (_request, response) => {
      const known = demoFile(parts, 'barcodes.json') as Barcode[];
      sendJson(response, withAdditions(known, parts.database));
    },
    'GET /dev/templates': (_request, response) => sendJson(response, demoFile(parts, 'templates.json', {})),
    'POST /dev/grants': async (request, response) => {
      const { openid, templateId, count = 1 } = await readJson(request);
      if (typeof openid !== 'string' || typeof templateId !== 'string' || !Number.isInteger(count)) {
        throw new BadRequest('openid and templateId must be texts, count a whole number');
      }
      parts.subscriptions.grant(openid, templateId, count as number);
      sendJson(response, { left: parts.subscriptions.left(openid, templateId) });
    },
    'POST /dev/snapshot': async (request, response) =>
      sendJson(response, writeSnapshot(parts, await fileIn(request))),
    'POST /dev/restore': async (request, response) => {
      const file = await fileIn(request);
      const report = await timekeeper.undisturbed(() =>
        readSnapshot(parts, file).finally(parts.clock.reread),
      );
      await endInstances(parts);
      sendJson(response, report);
    },
    'POST /dev/reset': async (_request, response) => {
      await timekeeper.undisturbed(async () => {
        eraseEverything(parts);
        parts.faults.clear();
        parts.clock.reread();
        await parts.seed();
      });
      await endInstances(parts);
      sendJson(response, clockOf(parts));
    },
    'GET /dev/faults': (_request, response) => sendJson(response, { waiting: parts.faults.waiting() }),
    'POST /dev/faults': async (request, response) =>
      sendJson(response, answerFaults(parts.faults, await readJson(request))),
    'POST /dev/db': async (request, response) =>
      sendJson(response, await answerBulk(parts.database, await readJson(request))),
  };
}

/** What warm instances keep in memory is of the library that was there before. */
const endInstances = ({ functions }: Parts): Promise<void> => functions.replace(functions.definitions());

const clockOf = ({ clock }: Parts): { now: string; offsetMs: number } => ({
  now: new Date(clock.now()).toISOString(),
  offsetMs: clock.offsetMs(),
});

async function fileIn(request: IncomingMessage): Promise<string> {
  const { file } = await readJson(request);
  if (typeof file !== 'string' || !isAbsolute(file)) throw new BadRequest('file must be an absolute path');
  return file;
}

function demoFile(parts: Parts, name: string, otherwise: unknown = []): unknown {
  const file = join(parts.root, 'demo', name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : otherwise;
}

function streamLog({ log }: Parts, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache',
    connection: 'keep-alive',
  });
  response.write(': the log\n\n');
  const stop = log.follow((entry) => response.write(`id: ${entry.n}\ndata: ${JSON.stringify(entry)}\n\n`));
  response.on('close', stop);
}
