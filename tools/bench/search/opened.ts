import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

interface Opened {
  /** Reading the file, checking it and laying the arrays over it. */
  openMs: number;
  /** Resident, before the file was read and after the queries. */
  before: number;
  megabytes: number;
}

/** Opens an index in a process of its own that has nothing else: the search bundled, as it is deployed. */
export function measureOpened(indexPath: string): Opened {
  const folder = mkdtempSync(join(tmpdir(), 'shuxiang-opened-'));
  try {
    const program = join(folder, 'opened.cjs');
    buildSync({
      entryPoints: [join(__dirname, 'opened-process.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node18',
    });
    return JSON.parse(execFileSync(process.execPath, [program, indexPath], { encoding: 'utf8' })) as Opened;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
