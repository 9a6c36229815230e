import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TitleForIndex } from '../../../cloudfunctions/search/index/title';

/**
 * What an engine answered: places of titles, best first, and how long each query took, by the clock and by
 * the processor.
 */
export interface Answers {
  ids: number[][];
  ms: number[];
  cpu: number[];
  buildSeconds: number;
  bytes: number;
}

export type Outcome = Answers | { missing: string };

/** SQLite FTS5 and Xapian, by a process of the machine's own Python: neither is a part of the product. */
export function otherEngines(
  engines: string[],
  titles: TitleForIndex[],
  queries: string[],
): Record<string, Outcome> {
  const python = pythonFor(engines);
  if (python === null)
    return Object.fromEntries(engines.map((name) => [name, { missing: 'no python3 here' }]));
  const folder = mkdtempSync(join(tmpdir(), 'shuxiang-search-'));
  try {
    const [asked, answered] = [join(folder, 'asked.json'), join(folder, 'answered.json')];
    const rows = titles.map((title) => [
      title.title,
      title.subtitle,
      title.authors.join(' '),
      title.publisher,
      title.year > 0 ? String(title.year) : '',
      title.subjects.join(' '),
      title.isbns.join(' '),
      title.callNumber,
    ]);
    writeFileSync(asked, JSON.stringify({ titles: rows, queries, engines }));
    execFileSync(python, [join(__dirname, 'others.py'), asked, answered], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    return JSON.parse(readFileSync(answered, 'utf8')) as Record<string, Outcome>;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Xapian's module comes with Debian's own Python, which need not be the first on the path. */
function pythonFor(engines: string[]): string | null {
  const there = ['/usr/bin/python3', 'python3'].filter(
    (python) => spawnSync(python, ['-c', '']).status === 0,
  );
  const wanted = engines.includes('Xapian') ? 'import sqlite3, xapian' : 'import sqlite3';
  return there.find((python) => spawnSync(python, ['-c', wanted]).status === 0) ?? there[0] ?? null;
}
