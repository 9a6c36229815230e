import type { Command } from 'commander';
import { ask, withServerOption, type ServerOption } from './server-address';

interface AdvanceOptions extends ServerOption {
  days: string;
  hours: string;
  minutes: string;
}

interface ClockAnswer {
  now: string;
  offsetMs: number;
  fired?: { function: string; trigger: string; at: string; ok: boolean }[];
}

export function addClockCommand(program: Command): void {
  const clock = program
    .command('clock')
    .description("read or move the library's clock; timers run as it passes");
  withServerOption(clock.command('show', { isDefault: true }))
    .description('what time it is in the library')
    .action(async (options: ServerOption) => tell(await ask(options, '/dev/clock')));
  withServerOption(clock.command('set'))
    .description('set the clock to a moment')
    .argument(
      '<moment>',
      '2026-12-24 or 2026-12-24T10:30 as the library reads it (UTC+8), or ISO with a zone',
    )
    .action(async (moment: string, options: ServerOption) =>
      tell(await ask(options, '/dev/clock', { set: instantOf(moment) })),
    );
  withServerOption(clock.command('advance'))
    .description('move the clock forward')
    .option('--days <n>', 'days', '0')
    .option('--hours <n>', 'hours', '0')
    .option('--minutes <n>', 'minutes', '0')
    .action(async ({ days, hours, minutes, ...options }: AdvanceOptions) => {
      const advance = { days: Number(days), hours: Number(hours), minutes: Number(minutes) };
      tell(await ask(options, '/dev/clock', { advance }));
    });
  withServerOption(clock.command('reset'))
    .description('back to real time')
    .action(async (options: ServerOption) => tell(await ask(options, '/dev/clock', { reset: true })));
}

/** A moment without a zone is meant as the library reads it. */
function instantOf(text: string): string {
  const full = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text;
  const moment = new Date(/(Z|[+-]\d{2}:?\d{2})$/.test(full) ? full : `${full}+08:00`);
  if (Number.isNaN(moment.getTime())) throw new Error(`not a moment: ${text}`);
  return moment.toISOString();
}

function tell(answer: unknown): void {
  const { now, fired = [] } = answer as ClockAnswer;
  for (const { function: name, at, ok } of fired) console.log(`${at}  ${name} ${ok ? 'ran' : 'failed'}`);
  const local = new Date(Date.parse(now) + 8 * 3600_000).toISOString().slice(0, 16).replace('T', ' ');
  console.log(`${local} in the library (${now})`);
}
