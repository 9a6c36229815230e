import type { Command } from 'commander';
import type { FigureCountingSetting, FigureDocument } from '../../cloudfunctions/documents';
import { added, COUNTED_FIELDS, figuresOf } from '../../cloudfunctions/figures/count';
import { between, type Database } from '../../cloudfunctions/kernel/database';
import { instantOf } from '../../cloudfunctions/kernel/local-date';
import { databaseOf } from './running-database';
import { withServerOption, type ServerOption } from './server-address';

interface RecountOptions extends ServerOption {
  mend?: boolean;
}

const PAGE = 1000;

export function addRecountCommand(program: Command): void {
  withServerOption(program.command('recount'))
    .description('figures of every day out of the log, against those that were counted')
    .option('--mend', 'write what the log says where it differs')
    .action(recount);
}

/** Ends with 1 where a figure is not what the log says. */
async function recount(options: RecountOptions): Promise<void> {
  const db = await databaseOf(options);
  const counting = (await db.get('settings', 'figure-counting')) as FigureCountingSetting | null;
  if (!counting) return console.log('nothing is counted yet');
  const expected = await fromLog(db, counting);
  const stored = new Map((await storedSince(db, counting)).map((figure) => [figure._id, figure]));
  const ids = [...new Set([...expected.keys(), ...stored.keys()])].sort();
  const wrong = ids.filter((id) => saying(expected.get(id)) !== saying(stored.get(id)));
  for (const id of wrong)
    console.log(`${id}: counted ${saying(stored.get(id))}, the log says ${saying(expected.get(id))}`);
  console.log(`${ids.length} figures since ${counting.since}, ${wrong.length} differ`);
  if (wrong.length > 0 && !options.mend) process.exitCode = 1;
  if (options.mend)
    for (const id of wrong)
      await db.transact(async (transaction) => {
        const right = expected.get(id);
        if (right) await transaction.put('figures', right);
        else await transaction.remove('figures', id);
      });
}

/** Days from the first one that was counted whole, and months that began after it. */
const isWhole = ({ kind, span }: FigureDocument, { since }: FigureCountingSetting): boolean =>
  kind === 'day' ? span >= since : `${span}-01` >= since;

const fromLog = async (
  db: Database,
  counting: FigureCountingSetting,
): Promise<Map<string, FigureDocument>> => {
  const all = new Map<string, FigureDocument>();
  for (let from = instantOf(counting.since), skip = 0; ;) {
    const lines = await db.find('operations', {
      where: { at: between({ from, upTo: counting.upTo }) },
      orderBy: [['at', 'asc']],
      skip,
      limit: PAGE,
      fields: COUNTED_FIELDS,
    });
    for (const [id, figure] of figuresOf(lines)) all.set(id, added(all.get(id) ?? null, figure));
    const last = lines.at(-1);
    if (!last || lines.length < PAGE) break;
    skip = last.at === from ? skip + PAGE : lines.filter(({ at }) => at === last.at).length;
    from = last.at;
  }
  return new Map([...all].filter(([, figure]) => isWhole(figure, counting)));
};

const storedSince = async (db: Database, counting: FigureCountingSetting): Promise<FigureDocument[]> => {
  const all: FigureDocument[] = [];
  for (;;) {
    const page = await db.find('figures', {
      where: { span: between({ from: counting.since.slice(0, 7) }) },
      orderBy: [['span', 'asc']],
      skip: all.length,
      limit: PAGE,
    });
    all.push(...page);
    if (page.length < PAGE) return all.filter((figure) => isWhole(figure, counting));
  }
};

/** What is counted, in one order; nothing for what is not there or came to nothing. */
const saying = (figure: FigureDocument | undefined): string => {
  const { counts = {}, byCategory = {}, byClass = {}, byHour = {}, byEvent = {} } = figure ?? {};
  const sorted = (of: Record<string, number>) => Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([counts, byCategory, byClass, byHour, byEvent].map(sorted));
};
