import type { Fault } from '../../../local/cloud/faults/fault';
import type { Cloud } from '../../../local/cloud/index';

/** What goes wrong at the library meanwhile: instances die, the database refuses, answers are lost. */

type What = Omit<Fault, 'function' | 'action' | 'openid'>;

const KINDS: readonly { name: string; what: (at: number) => What }[] = [
  { name: 'killed before a request', what: (at) => ({ kill: { beforeRequest: at } }) },
  { name: 'killed after a request', what: (at) => ({ kill: { afterRequest: at } }) },
  { name: 'killed before the commit', what: () => ({ kill: { beforeRequest: 'commit' } }) },
  { name: 'killed after the commit', what: () => ({ kill: { afterRequest: 'commit' } }) },
  { name: 'a conflict', what: () => ({ refuse: { request: 'commit', with: 'conflict' } }) },
  {
    name: 'a commit that timed out and was done',
    what: () => ({ refuse: { request: 'commit', with: 'timeout', done: true } }),
  },
  { name: 'the database is busy', what: (at) => ({ refuse: { request: at, with: 'busy' } }) },
  { name: 'an answer is lost', what: () => ({ loseAnswer: true }) },
];
const FUNCTIONS = ['reader', 'staff'] as const;
const FURTHEST = 8;

interface Struck {
  /** How many of each kind went wrong. */
  count(): string;
  stop(): void;
}

/** One of them every so many ms, by chance, until it is stopped. */
export const plantFaults = (cloud: Cloud, random: () => number, everyMs: number): Struck => {
  const planted: { name: string; has: { struck(): boolean } }[] = [];
  const timer = setInterval(() => {
    const kind = KINDS[Math.floor(random() * KINDS.length)];
    const name = FUNCTIONS[Math.floor(random() * FUNCTIONS.length)];
    if (!kind || !name) return;
    const at = 1 + Math.floor(random() * FURTHEST);
    planted.push({ name: kind.name, has: cloud.faults.next({ function: name, ...kind.what(at) }) });
  }, everyMs);
  return {
    count: () => {
      const counts = new Map<string, number>();
      for (const { name, has } of planted) if (has.struck()) counts.set(name, (counts.get(name) ?? 0) + 1);
      const all = [...counts].map(([name, count]) => `${name} ${count}`);
      return all.length > 0 ? all.join(', ') : 'none';
    },
    stop: () => clearInterval(timer),
  };
};
