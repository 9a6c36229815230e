import type { Context } from '../../kernel/context';
import { localDateOf } from '../../kernel/local-date';
import { squeeze } from '../../search/fold';

/** Counts what is searched for. Only titles and names of the catalogue: what readers type besides is nobody else's business. */
export interface Counting {
  /** Counts a text for this caller, once until it is written. Writes what has gathered now and then. */
  count(context: Context, text: string): Promise<void>;
}

const WRITE_EVERY_MS = 60_000;
const MOST_GATHERED = 20;

/**
 * An instance gathers counts and writes them once a minute: a search must not cost a write. What an instance that ends has not
 * written is lost, which a ranking can bear.
 */
export const countSearches = (): Counting => {
  let gathered = new Map<string, Set<string>>();
  let writtenAt = 0;
  return {
    count: async (context, text) => {
      const callers = gathered.get(text) ?? new Set();
      gathered.set(text, callers.add(context.openid));
      const now = Date.parse(context.now);
      writtenAt ||= now;
      const age = now - writtenAt;
      if (age >= 0 && age < WRITE_EVERY_MS && gathered.size < MOST_GATHERED) return;
      const all = gathered;
      gathered = new Map();
      writtenAt = now;
      await Promise.all([...all].map(([each, by]) => write(context, each, by.size)));
    },
  };
};

const write = ({ db, now }: Context, text: string, times: number): Promise<void> => {
  const month = monthOf(now);
  return db.note('searchCounts', { _id: `${month}_${squeeze(text)}`, month, text, times }, 'times');
};

/** Month of the library, "2026-11". */
export const monthOf = (now: string): string => localDateOf(now).slice(0, 7);
