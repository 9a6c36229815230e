import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes the names of classes as the Mini Program ships them: its compiler takes modules alone. Run
 * `npx tsx tables/make-classes.ts` after classes.txt or regions.txt was changed.
 *
 * - classes.txt: the Chinese Library Classification (中图法), names short enough for a line of a phone: all
 *   of
 *   the second level, of the third and below those that a public library has. Numbers that only gather others
 *   (K8, R7) are named after them.
 * - regions.txt: its table of regions, which is laid over countries; only those that a public library meets.
 */
export const target = join(__dirname, '../miniprogram/features/browse/class-table.ts');

const textOf = (file: string): string => readFileSync(join(__dirname, file), 'utf8').trim();

export const classModule =
  (): string => `// Made by tables/make-classes.ts from tables/classes.txt and tables/regions.txt. Do not edit.
const CLASSES = \`
${textOf('classes.txt')}
\`;
const REGIONS = \`
${textOf('regions.txt')}
\`;

const named = (table: string): Record<string, string> =>
  Object.fromEntries(
    table
      .trim()
      .split('\\n')
      .map((line) => {
        const at = line.indexOf(' ');
        return [line.slice(0, at), line.slice(at + 1)] as const;
      }),
  );

/** Number without dots → name; under countries the names are made (class-regions.ts). */
export const names = named(CLASSES);
/** Number in the table of regions → name. */
export const regions = named(REGIONS);
`;

if (require.main === module) writeFileSync(target, classModule());
