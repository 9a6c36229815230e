import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { publishedRows } from './published-rows';
import { ruleTables } from './rule-fields';

export const POLICIES_PAGE = resolve(__dirname, '..', '..', 'docs', 'policies.md');

const WRITTEN = [
  { begin: '<!-- written by `npm run docs` -->', text: ruleTables },
  { begin: '<!-- published rules, written by `npm run docs` -->', text: publishedRows },
];
const END = '<!-- up to here -->';

/** docs/policies.md as it stands and as it should, with today's fields and published rules in it. */
export const policiesPage = (
  page = readFileSync(POLICIES_PAGE, 'utf8'),
): { stands: string; due: string } => ({
  stands: page,
  due: WRITTEN.reduce((due, { begin, text }) => filled(due, begin, text()), page),
});

const filled = (page: string, begin: string, text: string): string => {
  const from = page.indexOf(`${begin}\n`);
  const to = page.indexOf(END, from);
  if (from < 0 || to < 0) throw new Error(`docs/policies.md has no place for what is written: ${begin}`);
  return `${page.slice(0, from)}${begin}\n\n${text}\n\n${page.slice(to)}`;
};
