import type { ServicesPage } from '../../../typings/contract/figures';
import type { CollectionUseSetting, FigureDocument, HoldDocument, WaitDocument } from '../../documents';
import { nothingFoundIn } from '../../figures/searches';
import { standardIndicators } from '../../figures/standards';
import { copiesToBuy } from '../../figures/use';
import { between, type Database } from '../../kernel/database';
import { addDays, addMonths, instantOf } from '../../kernel/local-date';
import { reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { itemsOfTitles } from '../../reads/items';
import { lateWaits } from '../../reads/waits';
import { copiesInStock } from './form';
import { figuresWithin } from './page';

const DAYS_OF_ANSWERS = 30;
const QUEUES_SHOWN = 20;
/** Fewer do not make a queue to buy for. */
const A_QUEUE = 2;

/** How the collection and the services are used, in ten reads. */
export const services = reading('figureDesk.services', {
  role: 'manager',
  schema: nothing,
  run: async ({ db, library, today }) => {
    const month = today.slice(0, 7);
    const yearBefore = addMonths(`${month}-01`, -12).slice(0, 7);
    const [months, waits, talks, empty, waiting, items, cards, borrowers, use] = await Promise.all([
      figuresWithin(db, 'month', yearBefore, addMonths(`${month}-01`, -1).slice(0, 7)),
      lateWaits(db),
      db.find('talks', {
        where: { endedAt: between({ from: instantOf(addDays(today, -DAYS_OF_ANSWERS)) }) },
        limit: 1000,
        fields: ['secondsAPlace'],
      }),
      db.get('searchCounts', nothingFoundIn(month)),
      db.find('holds', { where: { status: 'waiting' }, limit: 1000, fields: ['titleId'] }),
      copiesInStock(
        db,
        library.branches.map(({ _id }) => _id),
      ),
      db.count('readers', { standing: 'active' }),
      db.count('readers', { borrowedIn: between({ from: yearBefore }) }),
      db.get('settings', 'collection-use'),
    ]);
    const classes = (use as CollectionUseSetting | null)?.classes ?? null;
    const sum = (of: (each: FigureDocument) => number): number =>
      months.reduce((total, each) => total + of(each), 0);
    const shown: ServicesPage = {
      indicators: standardIndicators({
        loans: sum(({ counts }) => counts.loans ?? 0),
        attendances: sum(({ counts }) => counts.attendances ?? 0),
        items,
        titles: (classes ?? []).reduce((total, { titles }) => total + titles, 0),
        neverLent: (classes ?? []).reduce((total, { neverLent }) => total + neverLent, 0),
        cards,
        borrowers,
        waits: waits.map(({ days }) => days),
        answers: talks.flatMap(({ secondsAPlace }) => secondsAPlace ?? []),
      }),
      collection:
        classes?.map((each) => ({ ...each, loans: sum(({ byClass }) => byClass[each.clc] ?? 0) })) ?? null,
      queues: await queuesOf(db, waiting),
      waits: waitsOf(waits),
      emptySearches: empty?.times ?? 0,
    };
    return done(shown);
  },
});

const waitsOf = (waits: readonly WaitDocument[]): ServicesPage['waits'] => {
  const days = waits.map((each) => each.days).sort((a, b) => a - b);
  const within = (share: number): number => days[Math.ceil(days.length * share) - 1] ?? 0;
  return days.length === 0 ? null : { half: within(0.5), most: within(0.9), of: days.length };
};

const queuesOf = async (
  db: Database,
  waiting: readonly Pick<HoldDocument, 'titleId'>[],
): Promise<ServicesPage['queues']> => {
  const byTitle = new Map<string, number>();
  for (const { titleId } of waiting) byTitle.set(titleId, (byTitle.get(titleId) ?? 0) + 1);
  const longest = [...byTitle]
    .filter(([, count]) => count >= A_QUEUE)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, QUEUES_SHOWN);
  if (longest.length === 0) return [];
  const ids = longest.map(([titleId]) => titleId);
  const items = await itemsOfTitles(db, ids, ['titleId', 'title', 'status']);
  return longest.map(([titleId, count]) => {
    const known = items.filter((item) => item.titleId === titleId);
    const copies = known.filter(({ status }) => status !== 'lost' && status !== 'withdrawn').length;
    return {
      titleId,
      title: known[0]?.title.title ?? titleId,
      waiting: count,
      copies,
      buy: copiesToBuy(count, copies),
    };
  });
};
