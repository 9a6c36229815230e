import type { Action } from '../../../typings/contract';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { callEverything, type Called } from './called';
import { MATRIX_PAGE, matrixPage } from './matrix-page';
import { showsOfOthers } from './may-see';
import { OPERATIONS } from './doors';

/** All operations times everybody. `npm run matrix`. */

jest.setTimeout(600_000);

/** What nobody can be answered here by one call alone; its own suite calls it as those it is for. */
const SHOWN_ELSEWHERE: readonly Action[] = [
  // A child that waits for a guardian.
  'account.answerGuardian',
  'account.askGuardian',
  // Somebody who is registered.
  'events.cancel',
  // A code that is good for half a minute.
  'events.checkIn',
  // A loan of many days that another reader waits for.
  'desk.recall',
  // An opinion that waits for an answer, or for a word whether that helped.
  'satisfaction.helped',
  'caseDesk.take',
  'caseDesk.answer',
  // A file of more records than the start of its import does.
  'imports.stop',
  'imports.aside',
  // A file that a phone has sent, and a verdict on it; works, media and talk-media open theirs.
  'works.openMedia',
  'workDesk.openMedia',
  'judging.openMedia',
  'mediaDesk.hand',
  // A colleague who is there at the same time; a ranking that was looked at before.
  'talkDesk.invite',
  'workDesk.decide',
];

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
        const shown: readonly string[] = showsOfOthers(action);
        return outcome !== 'in' || !shown.includes(mark.split(' ')[0] ?? '');
      })
      .map((mark) => `${action} as ${who}: ${mark}`),
  );
  expect(wrong).toEqual([]);
});

it('leaves in the log nobody’s name and nobody’s words once its comments have gone', () => {
  const wrong = called.flatMap(({ action, stays }) => stays.map((mark) => `${action}: ${mark}`));
  expect([...new Set(wrong)]).toEqual([]);
});

it('did every operation for somebody: who is refused for another reason proves nothing of the wall', () => {
  const done = new Set(called.filter(({ said }) => said === 'ok').map(({ action }) => action));
  const never = OPERATIONS.map(({ action }) => action).filter((action) => !done.has(action));
  expect(never.filter((action) => !SHOWN_ELSEWHERE.includes(action))).toEqual([]);
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
