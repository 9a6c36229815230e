import type { Called } from './called';
import { showsOfOthers } from './may-see';

export const MATRIX_PAGE = 'docs/matrix.md';

const ASKS: Record<string, string> = {
  visitor: 'anybody in WeChat',
  reader: 'who has a card',
  any: 'the staff',
  timer: 'the timer',
};

/** The matrix as a page: a row for each operation, with those whom it let in. */
export const matrixPage = (called: readonly Called[]): string => {
  const actions = [...new Set(called.map(({ action }) => action))];
  const people = [...new Set(called.map(({ who }) => who))];
  const rows = actions.map((action) => {
    const calls = called.filter((each) => each.action === action);
    const marks = people.map((who) => (calls.find((each) => each.who === who)?.outcome === 'in' ? '●' : ''));
    const asks = calls[0]?.asks ?? '';
    return `| \`${action}\` | ${[ASKS[asks] ?? asks, ...marks, showsOfOthers(action).join(', ')].join(' | ')} |`;
  });
  return `${[
    '# Who may call what',
    '',
    'Written by `npm run matrix` from calls of every operation as everybody, through the real doors; do not change it by hand.',
    '● was let in: it was done, or refused for a reason that is not who asks. Everybody else was told that it is not for them.',
    'The last column: what of others the answer may show: what its type in the contract says (ReaderName, CardNumber, PhoneNumber, BirthDate). Of oneself and of one’s family everybody',
    'reads everything, and so no row names that.',
    '',
    `${called.length} calls: ${actions.length} operations as ${people.length} kinds of callers.`,
    '',
    `| operation | declared for | ${people.join(' | ')} | of others |`,
    `|--|--|${people.map(() => ':-:|').join('')}--|`,
    ...rows,
  ].join('\n')}\n`;
};
