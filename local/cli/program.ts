import { Command } from 'commander';
import { addCallCommand } from './call';
import { addClockCommand } from './clock';
import { addExportCommand } from './export';
import { addImportCommand } from './import';
import { addKeepingCommands } from './keeping';
import { addLogCommand } from './log';
import { addMergeCommand } from './merge';
import { addRecountCommand } from './recount';
import { addStartCommand } from './start';

/** The command line of the library on this machine. */
export function shuxiang(): Command {
  const program = new Command('shuxiang')
    .description('书香, a public library inside WeChat, on this machine alone')
    .showHelpAfterError()
    .configureHelp({ sortSubcommands: true });
  addStartCommand(program);
  addCallCommand(program);
  addImportCommand(program);
  addExportCommand(program);
  addMergeCommand(program);
  addClockCommand(program);
  addLogCommand(program);
  addKeepingCommands(program);
  addRecountCommand(program);
  return program;
}
