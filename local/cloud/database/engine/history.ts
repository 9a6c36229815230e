import { documentLock } from './locks';
import { inOneWrite, type Records } from './records';

/**
 * What documents were before recent writes, kept only while transactions are open that began before, so that
 * each transaction goes on seeing the database of its beginning (snapshot isolation) and a later write to a
 * document it wants to write is noticed.
 */
export interface History {
  /** A transaction begins; tells its moment, a counter of writes. */
  open(): number;
  /** A transaction of this moment has ended. */
  close(since: number): void;
  record(key: string, before: string | undefined): void;
  /** Ends one write: what was recorded belongs to a new moment. */
  tick(): void;
  changedSince(key: string, moment: number): boolean;
  /** The document's text as of a moment, when it has changed since; undefined when it has not. */
  asOf(key: string, moment: number): { text: string | undefined } | undefined;
  /** How many changes are held in memory. */
  remembered(): number;
}

interface Change {
  moment: number;
  before: string | undefined;
}

export function openHistory(): History {
  const changes = new Map<string, Change[]>();
  /** How many transactions began at a moment; the earliest stands first, since moments only grow. */
  const openSince = new Map<number, number>();
  /** Keys of changes in their order, to be forgotten from the front. */
  let order: string[] = [];
  let forgotten = 0;
  let moment = 0;
  const firstSince = (key: string, since: number): Change | undefined =>
    changes.get(key)?.find((change) => change.moment > since);

  /** Forgets what nobody can ask for any more: changes up to the moment of the earliest that is open. */
  function forget(): void {
    const earliest = openSince.keys().next().value ?? Infinity;
    for (; forgotten < order.length; forgotten++) {
      const key = order[forgotten] as string;
      const list = changes.get(key);
      if ((list?.[0]?.moment ?? 0) > earliest) break;
      list?.shift();
      if (list?.length === 0) changes.delete(key);
    }
    if (forgotten * 2 < order.length) return;
    order = order.slice(forgotten);
    forgotten = 0;
  }

  return {
    open: () => {
      openSince.set(moment, (openSince.get(moment) ?? 0) + 1);
      return moment;
    },
    close: (since) => {
      const left = (openSince.get(since) ?? 0) - 1;
      if (left > 0) openSince.set(since, left);
      else openSince.delete(since);
      forget();
    },
    record: (key, before) => {
      if (openSince.size === 0) return;
      const list = changes.get(key) ?? [];
      list.push({ moment: moment + 1, before });
      changes.set(key, list);
      order.push(key);
    },
    tick: () => {
      moment++;
    },
    changedSince: (key, since) => firstSince(key, since) !== undefined,
    asOf: (key, since) => {
      const change = firstSince(key, since);
      return change && { text: change.before };
    },
    remembered: () => order.length - forgotten,
  };
}

/** One write that transactions open now do not see. */
export function writeRemembered<T>(records: Records, history: History, work: () => T): T {
  const result = inOneWrite(records, work, (collection, id, before) =>
    history.record(documentLock(collection, id), before),
  );
  history.tick();
  return result;
}
