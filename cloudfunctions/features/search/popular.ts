import { addDays } from '../../kernel/local-date';
import { done } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { squeeze } from '../../search/fold';
import { monthOf } from './counting';
import { searchReading } from './search-reading';

const MOST_SHOWN = 10;
/** What fewer readers looked for is not popular, and might tell of one of them. */
const LEAST_READERS = 3;

/** Of this month and the one before: a month begins with nothing. */
export const popular = searchReading('search.popular', {
  caller: 'visitor',
  schema: nothing,
  run: async ({ db, now, today }) => {
    const lastMonth = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
    const months = await Promise.all(
      [monthOf(now), lastMonth].map((month) =>
        db.find('searchCounts', { where: { month }, orderBy: [['times', 'desc']], limit: 3 * MOST_SHOWN }),
      ),
    );
    const counts = new Map<string, { text: string; times: number; readers: number }>();
    for (const { text, times, by = [] } of months.flat()) {
      const key = squeeze(text);
      const before = counts.get(key);
      counts.set(key, {
        text,
        times: times + (before?.times ?? 0),
        readers: Math.max(by.length, before?.readers ?? 0),
      });
    }
    const list = [...counts.values()]
      .filter(({ readers }) => readers >= LEAST_READERS)
      .sort((a, b) => b.times - a.times)
      .slice(0, MOST_SHOWN)
      .map(({ text }) => text);
    return done({ list });
  },
});
