import { documentLock } from './locks';
import { inOneWrite, type Records } from './records';

/**
 * What documents were before recent writes, kept only while transactions are open, so that each transaction
 * goes on seeing the database of its beginning (snapshot isolation) and a later write to a document it wants
 * to write is noticed.
 */
export interface History {
  /** The moment now, as a counter of writes. */
  moment(): number;
  open(): void;
  close(): void;
  record(key: string, before: string | undefined): void;
  /** Ends one write: what was recorded belongs to a new moment. */
  tick(): void;
  changedSince(key: string, moment: number): boolean;
  /** The document's text as of a moment, when it has changed since; undefined when it has not. */
  asOf(key: string, moment: number): { text: string | undefined } | undefined;
}

export function openHistory(): History {
  const changes = new Map<string, { moment: number; before: string | undefined }[]>();
  let moment = 0;
  let readers = 0;
  const firstSince = (key: string, since: number): { before: string | undefined } | undefined =>
    changes.get(key)?.find((change) => change.moment > since);
  return {
    moment: () => moment,
    open: () => {
      readers++;
    },
    close: () => {
      readers--;
      if (readers === 0) changes.clear();
    },
    record: (key, before) => {
      if (readers === 0) return;
      const list = changes.get(key) ?? [];
      list.push({ moment: moment + 1, before });
      changes.set(key, list);
    },
    tick: () => {
      moment++;
    },
    changedSince: (key, since) => firstSince(key, since) !== undefined,
    asOf: (key, since) => {
      const change = firstSince(key, since);
      return change && { text: change.before };
    },
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
