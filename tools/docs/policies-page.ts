import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ruleTables } from './rule-fields';

export const POLICIES_PAGE = resolve(__dirname, '..', '..', 'docs', 'policies.md');

const BEGIN = '<!-- written by `npm run docs` -->';
const END = '<!-- up to here -->';

/** docs/policies.md as it stands and as it should, with the tables of today's fields in it. */
export const policiesPage = (page = readFileSync(POLICIES_PAGE, 'utf8')): { stands: string; due: string } => {
  const [before, rest] = page.split(`${BEGIN}\n`);
  const [, after] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined)
    throw new Error(`docs/policies.md has no place for its tables: ${BEGIN}`);
  return { stands: page, due: `${before}${BEGIN}\n\n${ruleTables()}\n\n${END}${after}` };
};
