import type { Instant } from '../../../typings/contract/shapes';
import type { FigureCountingSetting, OperationDocument, SettingDocument } from '../../documents';
import { added, COUNTED_FIELDS, figuresOf } from '../../figures/count';
import { between, type Transaction } from '../../kernel/database';
import { everyTick } from '../../kernel/job';
import { addMinutes, localDateOf } from '../../kernel/local-date';

/** Lines of one transaction: a branch, the library, a day and a month each, in the worst case a few more. */
const BATCH = 200;
/** A request that began earlier has ended: a function has a minute. */
const SETTLED_MINUTES = 3;

/**
 * Counts what the log says into the figures of its day, some minutes behind: a check-out writes no counter
 * that all desks would wait for. How far is written with the counts, so that every line counts once,
 * wherever a run is cut off; what the desk takes back has a line of its own that takes it off its day.
 */
export const countFigures = everyTick(
  'count_figures',
  {
    settings: ['figure-counting'],
    of: ({ now, settings }) => [
      { collection: 'operations', where: linesAfter(upToOf(settings.get('figure-counting')), now) },
    ],
  },
  async ({ db, now }) => {
    const from = upToOf(await counting(db));
    const lines = await db.find('operations', {
      where: linesAfter(from, now),
      orderBy: [['at', 'asc']],
      limit: BATCH,
      fields: COUNTED_FIELDS,
    });
    const whole = wholeMoments(lines);
    const last = whole.at(-1);
    if (!last) return { done: 0, after: null };
    const figures = [...figuresOf(whole).values()];
    await db.transact(async (transaction) => {
      const before = await counting(transaction);
      // Another run was quicker.
      if (upToOf(before) !== from) return;
      await transaction.put('settings', {
        _id: 'figure-counting',
        upTo: last.at,
        since: before?.since ?? localDateOf(whole[0]!.at),
      });
      for (const figure of figures)
        await transaction.put('figures', added(await transaction.get('figures', figure._id), figure));
    });
    return { done: whole.length, after: lines.length === BATCH ? 'more' : null };
  },
);

const upToOf = (setting: SettingDocument | null | undefined): Instant | '' =>
  setting?._id === 'figure-counting' ? setting.upTo : '';

/** Behind those that were counted, as far as none can still come in between. */
const linesAfter = (from: Instant | '', now: Instant) => ({
  at: between({ from: `${from}\u0000`, below: addMinutes(now, -SETTLED_MINUTES) }),
});

export const counting = async (db: Pick<Transaction, 'get'>): Promise<FigureCountingSetting | null> =>
  (await db.get('settings', 'figure-counting')) as FigureCountingSetting | null;

/** Of a batch that was cut off within one moment the lines of that moment wait for the next. */
const wholeMoments = <T extends Pick<OperationDocument, 'at'>>(lines: readonly T[]): readonly T[] => {
  if (lines.length < BATCH) return lines;
  const whole = lines.filter(({ at }) => at < lines.at(-1)!.at);
  return whole.length > 0 ? whole : lines;
};
