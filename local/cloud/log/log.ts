/** What happened, newest last, in one ring of fixed length. */
type LogKind = 'call' | 'message' | 'slow-query' | 'timer' | 'failure' | 'console' | 'fault';

interface LogEntry {
  n: number;
  /** Local clock, ISO. */
  at: string;
  kind: LogKind;
  [detail: string]: unknown;
}

export interface Log {
  write(kind: LogKind, details: Record<string, unknown>): LogEntry;
  read(since: number, kind?: string): { last: number; entries: LogEntry[] };
  follow(listener: (entry: LogEntry) => void): () => void;
}

const CAPACITY = 2000;

export function openLog(now: () => number): Log {
  const entries: LogEntry[] = [];
  const listeners = new Set<(entry: LogEntry) => void>();
  let last = 0;
  return {
    write: (kind, details) => {
      const entry: LogEntry = { ...details, n: ++last, at: new Date(now()).toISOString(), kind };
      entries.push(entry);
      if (entries.length > CAPACITY) entries.shift();
      for (const listener of listeners) listener(entry);
      return entry;
    },
    read: (since, kind) => ({
      last,
      entries: entries.filter((entry) => entry.n > since && (!kind || entry.kind === kind)),
    }),
    follow: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
