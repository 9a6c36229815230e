import type { Command } from 'commander';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { collections } from '../../cloudfunctions/collections';
import { openDatabase } from '../cloud/database/engine/database';
import { holderOf } from '../cloud/database/engine/folder-lock';
import { readSnapshot, writeSnapshot, type Kept, type SnapshotReport } from '../cloud/snapshot';
import { openFiles } from '../cloud/storage/files';
import { ask, isRunning, withServerOption, type ServerOption } from './server-address';

interface DataOption extends ServerOption {
  data: string;
}

/** Commands that work on the running library, or on its data folder when it is not running. */
export function addKeepingCommands(program: Command): void {
  withDataOption(program.command('reset'))
    .description('throw everything away and begin with the demo library again')
    .action(reset);
  withDataOption(program.command('snapshot'))
    .description('keep everything in one file')
    .argument('<file>', 'where to')
    .action((file: string, options: DataOption) => snapshot(resolve(file), options));
  withDataOption(program.command('restore'))
    .description('put everything back as a snapshot has it; what is there now goes')
    .argument('<file>', 'a snapshot')
    .action((file: string, options: DataOption) => restore(resolve(file), options));
}

const withDataOption = (command: Command): Command =>
  withServerOption(command).option('--data <folder>', 'the data folder', '.shuxiang/data');

async function reset(options: DataOption): Promise<void> {
  if (await isRunning(options)) {
    await ask(options, '/dev/reset', {});
    console.log('The library is as new.');
    return;
  }
  const holder = holderOf(resolve(options.data));
  if (holder !== undefined)
    throw new Error(`the library with process id ${holder} works on ${options.data}: give its --port`);
  rmSync(resolve(options.data), { recursive: true, force: true });
  console.log('The data folder is gone; the next start sets up the demo library.');
}

async function snapshot(file: string, options: DataOption): Promise<void> {
  const report = (await isRunning(options))
    ? ((await ask(options, '/dev/snapshot', { file })) as SnapshotReport)
    : await onFolder(options, async (kept) => writeSnapshot(kept, file));
  console.log(`Kept ${report.documents} documents and ${report.files} files in ${file}`);
}

async function restore(file: string, options: DataOption): Promise<void> {
  const report = (await isRunning(options))
    ? ((await ask(options, '/dev/restore', { file })) as SnapshotReport)
    : await onFolder(options, (kept) => readSnapshot(kept, file));
  console.log(`Put back ${report.documents} documents and ${report.files} files`);
}

async function onFolder<T>({ data }: DataOption, work: (kept: Kept) => Promise<T>): Promise<T> {
  const folder = resolve(data);
  const database = openDatabase({ folder });
  try {
    database.declare(collections);
    return await work({ database, files: openFiles(database.store, join(folder, 'files')) });
  } finally {
    await database.close();
  }
}
