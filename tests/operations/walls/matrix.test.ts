import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { callEverything, type Called } from './called';
import { MATRIX_PAGE, matrixPage } from './matrix-page';
import { SHOWS_OF_OTHERS } from './may-see';
import { OPERATIONS } from './doors';

/** All operations times everybody. `npm run matrix`. */

jest.setTimeout(600_000);

let called: Called[];
beforeAll(async () => {
  called = await callEverything();
  if (process.env.MATRIX_RAW) writeFileSync(process.env.MATRIX_RAW, JSON.stringify(called));
});
afterAll(() => {
  const wrong = called.filter(({ declared, outcome }) => declared !== outcome).length;
  console.log(`${called.length} calls of ${OPERATIONS.length} operations, ${wrong} not as declared`);
});

it('lets in whom an operation declares, and nobody else', () => {
  const wrong = called.filter(({ declared, outcome }) => declared !== outcome);
  expect(
    wrong.map(
      ({ action, asks, who, said, declared }) => `${action} (${asks}) as ${who}: ${said}, not ${declared}`,
    ),
  ).toEqual([]);
});

it('shows of others what is declared, and to those alone who were let in', () => {
  const wrong = called.flatMap(({ action, who, seen, outcome }) =>
    seen
      .filter((mark) => {
        const shown: readonly string[] =
          new Map<string, readonly string[]>(Object.entries(SHOWS_OF_OTHERS)).get(action) ?? [];
        return outcome !== 'in' || !shown.includes(mark.split(' ')[0] ?? '');
      })
      .map((mark) => `${action} as ${who}: ${mark}`),
  );
  expect(wrong).toEqual([]);
});

it('finds what is personal where it is: a search that finds nothing proves nothing', () => {
  const seen = new Set(called.flatMap((each) => each.seen.map((mark) => mark.split(' ')[0])));
  expect([...seen].sort()).toEqual(expect.arrayContaining(['card', 'name']));
});

it('stands in docs/matrix.md as it is; else `npm run matrix` writes it anew', () => {
  const due = matrixPage(called);
  const page = join(__dirname, '..', '..', '..', MATRIX_PAGE);
  if (process.env.WRITE) writeFileSync(page, due);
  expect(readFileSync(page, 'utf8')).toBe(due);
});
