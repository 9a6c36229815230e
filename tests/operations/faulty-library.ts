import { randomUUID } from 'node:crypto';
import { inconsistencies } from '../../demo/consistency';
import { collections } from '../../cloudfunctions/collections';
import type { CollectionName } from '../../cloudfunctions/documents';
import type { Fault } from '../../local/cloud/faults/fault';
import { doorOf } from '../../miniprogram/lib/door';
import type { SmallLibrary } from './library';

/** An operation that is going to meet faults: the library before it, and what asks for it. */
export interface Scene {
  name: string;
  who: string;
  action: Parameters<SmallLibrary['ask']>[1];
  /** Makes the library as it stands before, and gives the input. */
  prepare(library: SmallLibrary): Promise<object>;
}

type Everything = Awaited<ReturnType<SmallLibrary['everything']>>;
const NAMES = Object.keys(collections) as CollectionName[];

/** Random names, moments and digests tell two runs of one operation apart, and nothing else may. */
const named = (document: unknown): string =>
  JSON.stringify(document)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<moment>')
    .replace(/"fingerprint":"[\w-]{43}"/g, '"fingerprint":"<digest>"');

/** A library without what chance and the clock put into it: equal for equal effects. */
const effectOf = (all: Everything): string[] =>
  NAMES.flatMap((name) => all[name].map((document) => `${name} ${named(document)}`)).sort();

/** Puts everything back as it was, writing only what differs. */
export const restore = async (library: SmallLibrary, before: Everything): Promise<void> => {
  const now = await library.everything();
  for (const name of NAMES) {
    if (JSON.stringify(now[name]) === JSON.stringify(before[name])) continue;
    await library.cloud.db.clear(name);
    await library.cloud.db.upsert(name, before[name] as object[] as Record<string, unknown>[]);
  }
};

/** An operation before which the library can be put back as often as wanted. */
export interface Stage {
  scene: Scene;
  before: Everything;
  /** When it is done. */
  at: string;
  /** What is there after it was done once, undisturbed. */
  after: string[];
  /** Sends it once; undefined: no answer came. */
  send(requestId: string): Promise<{ ok: boolean; whole: unknown } | undefined>;
}

export const setTheStage = async (library: SmallLibrary, scene: Scene): Promise<Stage> => {
  await library.startOver();
  const input = await scene.prepare(library);
  const before = await library.everything();
  const at = new Date(library.cloud.clock.now()).toISOString();
  const door = doorOf(scene.action);
  const send: Stage['send'] = async (requestId) => {
    const data = { action: scene.action, input, requestId };
    const answer = await library.cloud.call(door, data, `o-${scene.who}`);
    return 'result' in answer
      ? { ok: (answer.result as { ok: boolean }).ok, whole: answer.result }
      : undefined;
  };
  const undisturbed = await send(randomUUID());
  if (!undisturbed?.ok) throw new Error(`${scene.name}: ${JSON.stringify(undisturbed)}`);
  const all = await library.everything();
  expect(inconsistencies(all)).toEqual([]);
  return { scene, before, at, after: effectOf(all), send };
};

export interface Met {
  struck: boolean;
  /** The first answer was a yes, in spite of the fault. */
  ok: boolean;
  /** What the database was asked for when it struck. */
  where: string;
}

/**
 * The moment of the stage once more. Hundreds of times in one minute would be more than anybody may call; a
 * clock that went back begins that count anew. An instance reads the library's rules again then: for somebody
 * else, so that the operation's own requests keep their numbers.
 */
export const beginAnew = async ({ cloud }: SmallLibrary, { scene, at }: Stage): Promise<void> => {
  await cloud.clock.move({ set: at });
  await cloud.call(doorOf(scene.action), { action: scene.action, input: {} }, `o-${randomUUID()}`);
};

/**
 * Lets the operation meet a fault, then sends the same request until it is through and once more: no fact may
 * break in between, a request without a yes has done nothing or everything, and in the end it was done
 * exactly once.
 */
export const meet = async (
  library: SmallLibrary,
  stage: Stage,
  fault: Omit<Fault, 'function'>,
): Promise<Met> => {
  await restore(library, stage.before);
  const { faults, log } = library.cloud;
  const requestId = randomUUID();
  const planted = faults.next({ function: doorOf(stage.scene.action), ...fault });
  const first = await stage.send(requestId);
  faults.expireTransactions();
  const told = `${stage.scene.name}, ${JSON.stringify(fault)}`;

  const between = await library.everything();
  const states = [effectOf(stage.before), stage.after];
  const broken = inconsistencies(between);
  if (broken.length > 0) throw new Error(`${told}: ${broken.join('; ')}`);
  if (!states.some((state) => same(state, effectOf(between))))
    throw new Error(`${told}: it was done in part\n${difference(states[0] ?? [], effectOf(between))}`);

  const second = await stage.send(requestId);
  const third = await stage.send(requestId);
  if (!second?.ok) throw new Error(`${told}: sent again it answers ${JSON.stringify(second)}`);
  expect(third?.whole).toEqual(second.whole);
  if (first?.ok) expect(second.whole).toEqual(first.whole);
  const inTheEnd = await library.everything();
  const left = difference(stage.after, effectOf(inTheEnd));
  if (left) throw new Error(`${told}: not what happens without a fault\n${left}`);
  const entry = log.read(0, 'fault').entries.at(-1);
  faults.clear();
  return {
    struck: planted.struck(),
    ok: first?.ok === true,
    where: planted.struck() ? String(entry?.['where'] ?? '') : '',
  };
};

const same = (one: string[], other: string[]): boolean => one.join('\n') === other.join('\n');

/** Lines that only one of two has; "" when there are none. */
const difference = (one: string[], other: string[]): string =>
  same(one, other)
    ? ''
    : [
        ...one.filter((line) => !other.includes(line)).map((line) => `- ${line}`),
        ...other.filter((line) => !one.includes(line)).map((line) => `+ ${line}`),
        `${one.length} documents, then ${other.length}`,
      ].join('\n');
