import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

/** A way of giving a command, and all that it starts, only a part of the processors. */
export interface Slower {
  name: string;
  /** The command line that runs another one slowed down. */
  around(command: string[]): string[];
  end(): void;
}

const PERIOD_US = 100_000;
/**
 * The kernel makes the files of a group: where there is none, the folder is no group and nothing would be
 * slowed.
 */
const EXISTING = { flag: 'r+' };
const GROUP = `shuxiang-slower-${process.pid}`;

/** How much of a period all processes together may run. */
const quotaOf = (share: number): number => Math.round(availableParallelism() * share * PERIOD_US);

const isWritable = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK);
    mkdirSync(join(folder, GROUP), { recursive: true });
    return true;
  } catch {
    return false;
  }
};

/** A group of processes of the kernel: whoever is in it hands it down to what it starts. */
const byGroup = (name: string, folder: string, settings: Record<string, string>): Slower | undefined => {
  if (!existsSync(folder) || !isWritable(folder)) return undefined;
  const group = join(folder, GROUP);
  const end = (): void => rmdirSync(group);
  try {
    for (const [file, value] of Object.entries(settings)) writeFileSync(join(group, file), value, EXISTING);
  } catch {
    end();
    return undefined;
  }
  const enter = `echo $$ > ${join(group, 'cgroup.procs')} && exec "$@"`;
  return { name, end, around: (command) => ['sh', '-c', enter, 'slower', ...command] };
};

const byCpulimit = (share: number): Slower | undefined => {
  try {
    execFileSync('cpulimit', ['--help'], { stdio: 'ignore' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  }
  const percent = String(Math.round(availableParallelism() * share * 100));
  return {
    name: 'cpulimit',
    end: () => undefined,
    around: (command) => ['cpulimit', '--quiet', '--include-children', '--limit', percent, '--', ...command],
  };
};

/** The best way that this computer has; undefined when it has none. */
export const openSlower = (share: number): Slower | undefined => {
  const quota = String(quotaOf(share));
  return (
    byGroup('a control group of version 2', '/sys/fs/cgroup', { 'cpu.max': `${quota} ${PERIOD_US}` }) ??
    byGroup('a control group of version 1', '/sys/fs/cgroup/cpu', {
      'cpu.cfs_period_us': String(PERIOD_US),
      'cpu.cfs_quota_us': quota,
    }) ??
    byCpulimit(share)
  );
};
