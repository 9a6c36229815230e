import * as fc from 'fast-check';
import { doorOf } from '../../../miniprogram/lib/door';
import type { Answer } from '../../../typings/contract/answer';
import { startSmallLibrary, type SmallLibrary } from '../library';
import { OPERATIONS, type Declared } from './doors';
import { withoutCounts } from './counted-tries';
import { saidBy } from './expected';
import { showsOfOthers } from './may-see';
import { PEOPLE, callAs, marksOfOthers, settle, type Person } from './people';
import type { KnownIds } from './known-ids';
import { validInput } from './valid-input';

/** Hostile inputs, seeded: the same seed makes the same calls. */

/** What a run found, and how much it looked at. */
interface Fuzzed {
  inputs: number;
  done: number;
  refused: number;
  invalid: number;
  limited: number;
  /** No answer, a failure, or an answer longer than a function may give. */
  unclean: Finding[];
  /** Something stands otherwise in the database after a call that was refused. */
  changed: Finding[];
  /** What is personal of somebody else. */
  seen: Finding[];
}

interface Finding {
  number: number;
  who: string;
  event: object;
  why: string;
}

interface Sent {
  operation: Declared;
  who: Person;
  event: object;
}

/** Everything begins anew after so many, since what came in changes what stands there. */
const SETTLED_EACH = 1000;
/** An instance remembers how often it was called; a fresh library has fresh instances. */
const FRESH_EACH = 20_000;
const LONGEST_ANSWER = 1_000_000;

const CALLERS = PEOPLE.filter(({ kind }) =>
  ['nobody', 'visitor', 'reader', 'guardian', 'child', 'circulation', 'manager', 'director'].includes(kind),
);

const deep = (depth: number): unknown => (depth === 0 ? 'end' : { in: [deep(depth - 1)] });
const HOSTILE: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  true,
  [],
  {},
  [[]],
  'x'.repeat(100_000),
  '書'.repeat(5000),
  '\u0000',
  '\u202e\u2066abc\u200b',
  '\ud800',
  '𠮷👨‍👩‍👧',
  '__proto__',
  'constructor',
  '$where',
  { $gt: '' },
  { $regex: '.*' },
  { toString: 1, valueOf: 1 },
  JSON.parse('{"__proto__":{"role":"director"}}'),
  { constructor: { prototype: { openid: 'o-director' } } },
  { length: 1e9 },
  '../../etc/passwd',
  'cloud://other.bucket/one.csv',
  "' OR 1=1 --",
  '=HYPERLINK("http://x")',
  '{{constructor}}',
  '2026-02-30',
  '2099-01-01',
  '0000-00-00',
  '9999-12-31T23:59:59.999Z',
  'reader-guardian',
  'reader-child',
  'o-director',
  '30177777771',
  '13976543211',
  'title-one',
  'A1',
  'main',
  '(((((((((((((((((((((a+)+)+)+)+',
  deep(60),
  Array.from({ length: 2000 }, (_, n) => n),
];

const randomOf = (seed: number) => {
  let state = seed >>> 0;
  /** A whole number below `below` (mulberry32). */
  return (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};
type Random = ReturnType<typeof randomOf>;

const oneOf = <T>(values: readonly T[], random: Random): T => {
  const value = values[random(values.length)];
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
};

/** Only what can travel. */
const travelling = (value: unknown): unknown => {
  const text = JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'bigint' ? String(each) : each,
  );
  return text === undefined ? null : (JSON.parse(text) as unknown);
};

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same input with one place of it, however deep, replaced or one thing added. */
const changedAtOnePlace = (input: unknown, random: Random, hostile: unknown): unknown => {
  if (Array.isArray(input) && input.length > 0 && random(4) > 0) {
    const at = random(input.length);
    return input.map((each: unknown, n) => (n === at ? changedAtOnePlace(each, random, hostile) : each));
  }
  if (!isPlain(input) || random(12) === 0) return hostile;
  const names = Object.keys(input);
  if (names.length === 0 || random(10) === 0)
    return { ...input, [oneOf(['__proto__x', 'readerId', 'openid', 'role', '$set'], random)]: hostile };
  const name = oneOf(names, random);
  return { ...input, [name]: changedAtOnePlace(input[name], random, hostile) };
};

const eventOf = (
  number: number,
  seed: number,
  random: Random,
  ids: KnownIds,
  odd: readonly unknown[],
): Sent => {
  const operation = oneOf(OPERATIONS, random);
  const valid = validInput(operation, ids, random(2) === 0);
  const hostile = random(3) === 0 ? oneOf(odd, random) : (HOSTILE[random(HOSTILE.length)] ?? null);
  const kind = random(20);
  const input = kind === 0 ? hostile : kind < 4 ? valid : changedAtOnePlace(valid, random, hostile);
  const event = {
    action: random(100) === 0 ? hostile : operation.action,
    input,
    requestId: random(50) === 0 ? hostile : `fuzz-${seed}-${number}`,
  };
  return { operation, who: oneOf(CALLERS, random), event };
};

const isAnswer = (value: unknown): value is Answer<unknown> =>
  typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';

const WRITES = ['database.insertDocument', 'database.modifyDocument', 'database.removeDocument'];
const writesOf = (library: SmallLibrary): number => {
  const { byAction } = library.cloud.counters();
  return WRITES.reduce((sum, each) => sum + (byAction[each] ?? 0), 0);
};
const everythingOf = async (library: SmallLibrary, { operation }: Sent) =>
  JSON.stringify(withoutCounts(await library.everything(), operation.action));

/** Asks again under another request id, between two looks at the whole database. */
const changesAgain = async (library: SmallLibrary, sent: Sent): Promise<boolean> => {
  const { operation, who, event } = sent;
  const before = await everythingOf(library, sent);
  await callAs(library, doorOf(operation.action), who, { ...event, requestId: 'fuzz-once-more' });
  return (await everythingOf(library, sent)) !== before;
};

/**
 * What somebody typed and the library took, since everything began anew: a card number in a comment, say. It
 * may stand in what is read.
 */
type Typed = string[];

const look = async (
  library: SmallLibrary,
  sent: Sent,
  number: number,
  { found, typed }: { found: Fuzzed; typed: Typed },
): Promise<void> => {
  const { operation, who, event } = sent;
  const finding = (why: string): Finding => ({ number, who: who.kind, event, why });
  const before = writesOf(library);
  const given = await callAs(library, doorOf(operation.action), who, event);
  const answer = 'result' in given && isAnswer(given.result) ? given.result : undefined;
  const said = answer ? saidBy(answer) : JSON.stringify(given).slice(0, 300);
  const isLong = JSON.stringify(given).length > LONGEST_ANSWER;
  if (!answer || said === 'failure' || isLong) found.unclean.push(finding(isLong ? 'too long' : said));
  if (answer?.ok && operation.kind === 'writing') typed.push(JSON.stringify(event));
  if (answer?.ok) found.done++;
  else if (said === 'too_many_calls') found.limited++;
  else if (said.startsWith('invalid')) found.invalid++;
  else found.refused++;
  if (answer && !answer.ok && writesOf(library) !== before && (await changesAgain(library, sent)))
    found.changed.push(finding(said));
  const shown: readonly string[] = showsOfOthers(operation.action);
  const marks = marksOfOthers(given, who, [event, typed]).filter(
    (mark) => who.roles.length === 0 || !shown.includes(mark.split(' ')[0] ?? ''),
  );
  if (marks.length > 0) found.seen.push(finding(marks.join(', ')));
};

export const fuzz = async (inputs: number, seed: number): Promise<Fuzzed> => {
  const random = randomOf(seed);
  const odd = fc.sample(fc.anything({ withNullPrototype: false }), { seed, numRuns: 500 }).map(travelling);
  const found: Fuzzed = {
    inputs: 0,
    done: 0,
    refused: 0,
    invalid: 0,
    limited: 0,
    unclean: [],
    changed: [],
    seen: [],
  };
  let library: SmallLibrary | undefined;
  let ids: KnownIds = {};
  let stood: Awaited<ReturnType<SmallLibrary['everything']>> | undefined;
  let typed: Typed = [];
  for (let number = 0; number < inputs; number++) {
    if (number % FRESH_EACH === 0) {
      await library?.close();
      library = await startSmallLibrary();
      ids = await settle(library);
      stood = await library.everything();
    }
    if (!library) throw new Error('no library');
    if (number % SETTLED_EACH === 0) {
      if (stood) await library.putBack(stood);
      typed = [];
    }
    await look(library, eventOf(number, seed, random, ids, odd), number, { found, typed });
    found.inputs++;
  }
  await library?.close();
  return found;
};

/** What a run found, the smallest case of each kind first, and the totals last. */
export const told = (found: Fuzzed, seed: number): string =>
  [
    ...(['unclean', 'changed', 'seen'] as const).flatMap((kind) =>
      [...found[kind]]
        .sort((one, other) => JSON.stringify(one.event).length - JSON.stringify(other.event).length)
        .slice(0, 12)
        .map(
          (each) =>
            `${kind}: ${each.why.slice(0, 200)} | ${each.who} | ${JSON.stringify(each.event).slice(0, 400)} | input ${each.number}`,
        ),
    ),
    `seed ${seed}: ${found.inputs} inputs, ${found.done} done, ${found.refused} refused, ${found.invalid} invalid, ${found.limited} over a limit`,
    `${found.unclean.length} unclean answers, ${found.changed.length} changes by refused inputs, ${found.seen.length} with what is personal of others`,
  ].join('\n');
