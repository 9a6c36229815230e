import type { Context } from '../../kernel/context';
import { localDateOf } from '../../kernel/local-date';
import { mixedByte } from '../../kernel/mixed-byte';
import { NOTHING_FOUND, nothingFoundIn } from '../../figures/searches';
import { squeeze } from '../../search/fold';

/** What counting needs of a request. */
type Asked = Pick<Context, 'now' | 'openid' | 'log'> & { db: Pick<Context['db'], 'note'> };

/**
 * Counts what is searched for. Only titles and names of the catalogue: what readers type besides is nobody
 * else's business.
 */
export interface Counting {
  /** Counts a text for this caller, once until it is written. */
  count(asked: Asked, text: string): void;
  /** Writes what has gathered when it is time to. Never fails: no answer shall be missed for a count. */
  writeWhenDue(asked: Asked): Promise<void>;
}

const WRITE_EVERY_MS = 60_000;
const MOST_GATHERED = 20;

/**
 * An instance gathers counts and writes them once a minute, whatever it is asked then: a search must not
 * cost a write, and a count must not wait for the next search that happens to reach the same instance.
 * What an instance that ends has not written is lost, which a ranking can bear.
 */
export const countSearches = (): Counting => {
  let gathered = new Map<string, Set<string>>();
  let gatheredFrom = 0;
  return {
    count: ({ now, openid }, text) => {
      if (gathered.size === 0) gatheredFrom = Date.parse(now);
      const callers = gathered.get(text) ?? new Set();
      gathered.set(text, callers.add(openid));
    },
    writeWhenDue: async (asked) => {
      const age = Date.parse(asked.now) - gatheredFrom;
      const isDue = age < 0 || age >= WRITE_EVERY_MS || gathered.size >= MOST_GATHERED;
      if (gathered.size === 0 || !isDue) return;
      const all = gathered;
      gathered = new Map();
      try {
        await Promise.all([...all].map(([text, callers]) => write(asked, text, callers)));
      } catch (error) {
        asked.log('search counts not written', { texts: all.size, error: String(error) });
      }
    },
  };
};

const write = ({ db, now }: Asked, text: string, callers: ReadonlySet<string>): Promise<void> => {
  const month = monthOf(now);
  const by = [...new Set([...callers].map((openid) => mixedByte(`${openid} ${month} ${text}`)))];
  // What nobody found stands beside the months, so that no list of searches meets it.
  const [_id, listed] =
    text === NOTHING_FOUND ? [nothingFoundIn(month), ''] : [`${month}_${squeeze(text)}`, month];
  const count = { _id, month: listed, text, times: callers.size, by };
  return db.note('searchCounts', count, 'times');
};

/** Month of the library, "2026-11". */
export const monthOf = (now: string): string => localDateOf(now).slice(0, 7);
