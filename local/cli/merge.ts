import type { Command } from 'commander';
import { mergeTitles } from '../../bulk/merge/merge-titles';
import { databaseOf } from './running-database';
import { ask, withServerOption, type ServerOption } from './server-address';

export function addMergeCommand(program: Command): void {
  withServerOption(program.command('merge'))
    .description('join two titles that are one book: copies, holds and history go to the first')
    .argument('<kept>', 'id of the title that stays')
    .argument('<gone>', 'id of the title that goes')
    .addHelpText(
      'after',
      '\nEnds with 2 when it cannot be done safely, and says why; nothing is changed then.',
    )
    .action(merge);
}

async function merge(kept: string, gone: string, server: ServerOption): Promise<void> {
  const { now } = (await ask(server, '/dev/clock')) as { now: string };
  const outcome = await mergeTitles(kept, gone, await databaseOf(server), now);
  if ('refused' in outcome) {
    console.error(outcome.refused.join('\n'));
    process.exitCode = 2;
    return;
  }
  const { copies, onLoan, holds, pastHolds } = outcome.merged;
  console.log(
    `${gone} is part of ${kept} now: ${copies} copies (${onLoan} on loan), ${holds} open holds, ${pastHolds} past holds`,
  );
}
