import { Command } from 'commander';
import { addCallCommand } from './cli/call';
import { addStartCommand } from './cli/start';

/** The command line of the library on this machine. */
const program = new Command('shuxiang')
  .description('书香, a public library inside WeChat, on this machine alone')
  .showHelpAfterError()
  .configureHelp({ sortSubcommands: true });

addStartCommand(program);
addCallCommand(program);

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
