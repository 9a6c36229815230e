import type { Command } from 'commander';
import { setTimeout as pause } from 'node:timers/promises';
import { ask, withServerOption, type ServerOption } from './server-address';

interface LogOptions extends ServerOption {
  follow?: boolean;
  kind?: string;
  last: string;
}

interface Entry {
  n: number;
  at: string;
  kind: string;
  [detail: string]: unknown;
}

export function addLogCommand(program: Command): void {
  withServerOption(program.command('log'))
    .description('what happened: calls, messages, slow queries, timers, failures, console')
    .option('--follow', 'go on printing')
    .option('--kind <kind>', 'only call, message, slow-query, timer, failure, console or fault')
    .option('--last <n>', 'how many to begin with', '50')
    .action(log);
}

async function log(options: LogOptions): Promise<void> {
  const kind = options.kind ? `&kind=${encodeURIComponent(options.kind)}` : '';
  let since = 0;
  for (;;) {
    const page = (await ask(options, `/dev/log?since=${since}${kind}`)) as { last: number; entries: Entry[] };
    const entries = since === 0 ? page.entries.slice(-Number(options.last)) : page.entries;
    for (const entry of entries) console.log(lineOf(entry));
    since = page.last;
    if (!options.follow) return;
    await pause(500);
  }
}

function lineOf({ n, at, kind, ...details }: Entry): string {
  return `${String(n).padStart(5)}  ${at}  ${kind.padEnd(10)}  ${JSON.stringify(details)}`;
}
