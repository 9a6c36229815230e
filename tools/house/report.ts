import { table } from '../table';
import type { Figures, Room } from './figures';
import { GOALS, missedBy } from './goals';
import type { Sized } from './largest';

const LARGEST_SHOWN = 5;

/** The figures of a tree as text, beside those of another where one is given; the totals stand last. */
export function report(now: Figures, other: Figures | undefined, shown: number): string {
  return [
    roomTable(now, other),
    pairTable(now, other),
    ...largest(now),
    culprits(now, shown),
    totals(now, other),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function roomTable(now: Figures, other: Figures | undefined): string {
  const names = [...new Set([...now.rooms, ...(other?.rooms ?? [])].map(({ name }) => name))].sort();
  const cells = (rooms: Room[], name: string): (string | number)[] => {
    const room = rooms.find((one) => one.name === name);
    return room ? [room.files, room.lines, room.testLines, room.casts] : ['', '', '', ''];
  };
  const heads = ['files', 'lines', 'of tests', 'casts'];
  return table(
    ['room', ...(other ? heads.map((head) => `${head} there`) : []), ...heads],
    names.map((name) => [name, ...(other ? cells(other.rooms, name) : []), ...cells(now.rooms, name)]),
  );
}

function pairTable(now: Figures, other: Figures | undefined): string {
  const count = ({ pairs }: Figures, kind: string): number =>
    pairs.filter((pair) => pair.kind === kind).length;
  return table(
    ['repeated pairs', ...(other ? ['there'] : []), 'here'],
    ['real', 'table', 'thin'].map((kind) => [kind, ...(other ? [count(other, kind)] : []), count(now, kind)]),
  );
}

const largest = ({ files, functions, pagesBySize }: Figures): string[] =>
  Object.entries({
    'longest files': files,
    'longest functions': functions,
    'longest pages': pagesBySize,
  }).map(([head, list]: [string, Sized[]]) =>
    table(
      [head, 'lines'],
      list.slice(0, LARGEST_SHOWN).map(({ what, lines }) => [what, lines]),
    ),
  );

function culprits(now: Figures, shown: number): string {
  return missedBy(now)
    .map((goal) => {
      const all = goal.culprits(now);
      const left = all.length - shown;
      return [
        `${goal.name}:`,
        ...all.slice(0, shown).map((culprit) => `  ${culprit}`),
        ...(left > 0 ? [`  and ${left} more (--all)`] : []),
      ].join('\n');
    })
    .join('\n\n');
}

const totals = (now: Figures, other: Figures | undefined): string =>
  table(
    ['total', '0.3.0', ...(other ? ['there'] : []), 'here', 'at most', ''],
    GOALS.map(({ name, before, most, value }) => [
      name,
      before,
      ...(other ? [value(other)] : []),
      value(now),
      most,
      value(now) > most ? 'MISSED' : 'met',
    ]),
  );
