import { Command } from 'commander';
import { addCallCommand } from './cli/call';
import { addClockCommand } from './cli/clock';
import { addImportCommand } from './cli/import';
import { addKeepingCommands } from './cli/keeping';
import { addLogCommand } from './cli/log';
import { addStartCommand } from './cli/start';

/** The command line of the library on this machine. */
const program = new Command('shuxiang')
  .description('书香, a public library inside WeChat, on this machine alone')
  .showHelpAfterError()
  .configureHelp({ sortSubcommands: true });

addStartCommand(program);
addCallCommand(program);
addImportCommand(program);
addClockCommand(program);
addLogCommand(program);
addKeepingCommands(program);

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
