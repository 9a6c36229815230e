import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Module from 'node:module';
import { dirname } from 'node:path';
import { threadId } from 'node:worker_threads';
import { Script } from 'node:vm';

/** Node's own loader, of which the types tell nothing. */
interface Loader {
  _load(request: string, parent: unknown, isMain: boolean): unknown;
}

/** Whoever requires the SDK in this thread gets it from this file, compiled once for all threads. */
export function loadSdkFrom(file: string): void {
  const loader = Module as unknown as Loader;
  const load = loader._load;
  let sdk: unknown;
  loader._load = (request, parent, isMain) =>
    request === 'wx-server-sdk' ? (sdk ??= compiled(file)) : load(request, parent, isMain);
}

function compiled(file: string): unknown {
  const kept = `${file}.v8`;
  const cachedData = existsSync(kept) ? readFileSync(kept) : undefined;
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`;
  const script = new Script(source, { filename: file, ...(cachedData && { cachedData }) });
  const module = { exports: {} };
  const run = script.runInThisContext() as (...parts: unknown[]) => void;
  run(module.exports, createRequire(file), module, file, dirname(file));
  if (!cachedData || script.cachedDataRejected) keep(kept, script.createCachedData());
  return module.exports;
}

/** Whole at once: several workers may be the first. */
function keep(file: string, bytes: Buffer): void {
  const unfinished = `${file}.${process.pid}-${threadId}`;
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, file);
}
