import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { quantile } from '../load';
import { table } from '../../table';
import { indexAnswers } from '../../../cloudfunctions/answers/index';
import { pairsFrom, placesOf, type Way } from './matching-pairs';
import { benchPersonalData } from './personal-data';
import { librarySet, onceLearned, placesInLibrary } from './library-set';
import { chanceOfSplit, success, winsAndLosses, type Places } from './outcomes';

const root = resolve(__dirname, '..', '..', '..');
/** What services.md measured is of so many queries. */
const MOST_OF_TEST = 3000;

/**
 * How answers are found and personal data is taken out: `npm run bench:answers [-- --data <folder>] [--dev]`.
 * `--dev` leaves the test parts closed. Totals last.
 */
function benchAnswers(args: readonly string[]): void {
  const given = args.indexOf('--data');
  const data =
    given >= 0 ? resolve(args[given + 1] ?? '') : (sharedData() ?? join(root, '..', 'shared', 'data'));
  const personal = benchPersonalData(root);
  const totals: (string | number)[][] = [];
  for (const part of args.includes('--dev') ? (['dev'] as const) : (['dev', 'test'] as const)) {
    const pairs = pairsFrom(data, part, part === 'test' ? MOST_OF_TEST : Infinity);
    if (!pairs) {
      console.log(`LCQMC ${part}: NOT RUN, ${join(data, 'questions')} is not there (--data <folder>)`);
      continue;
    }
    const ways = placesOf(pairs);
    const name = `LCQMC ${part}, ${pairs.entries.length} entries, ${pairs.queries.length} asked`;
    totals.push(...rowsOf(name, ways, ({ asItIs }) => asItIs));
    totals.push(...rowsOf(`${name}, itself left out`, ways, ({ without }) => without));
  }
  const own = librarySet(root);
  if (!own) console.log("The library's own set: NOT RUN, it is not there");
  else
    for (const part of args.includes('--dev') ? ['tuned'] : ['tuned', 'held-out']) {
      const ways = placesInLibrary(own, part);
      totals.push(
        ...rowsOf(
          `own, ${part}, ${own.answers.length} answers, ${ways[0]!.ms.length} asked`,
          ways,
          ({ asItIs }) => asItIs,
        ),
      );
      if (part !== 'held-out') continue;
      const learned = placesInLibrary(onceLearned(own, part), part);
      totals.push(...rowsOf(`own, ${part}, readers' words of the tuned part taken in`, learned, asItIsOf));
    }
  if (existsSync(data)) printSpeed(data);
  console.log(personal);
  console.log(
    table(
      ['set', 'way', 'at 1', 'at 3', 'wins : losses at 1', 'chance', 'at 3', 'chance', 'ms median / p95'],
      totals,
    ),
  );
}

const asItIsOf = ({ asItIs }: Way): Places => asItIs;

/** Beside the checkout, or beside the folder of checkouts. */
const sharedData = (): string | undefined =>
  [join(root, '..', 'shared', 'data'), join(root, '..', '..', 'shared', 'data')].find((path) =>
    existsSync(path),
  );

/** One row a way; how ours compares with each stands in that one's row. */
function rowsOf(set: string, ways: readonly Way[], placesFrom: (way: Way) => Places): (string | number)[][] {
  const own = placesFrom(ways.at(-1)!);
  return ways.map((way, n) => {
    const places = placesFrom(way);
    const against = [1, 3].flatMap((within) => {
      if (n === ways.length - 1) return ['', ''];
      const split = winsAndLosses(own, places, within);
      return [`${split.wins} : ${split.losses}`, chanceOfSplit(split).toFixed(4)];
    });
    const times = [...way.ms];
    return [
      n === 0 ? set : '',
      way.name,
      success(places, 1).toFixed(3),
      success(places, 3).toFixed(3),
      ...against,
      `${quantile(times, 0.5).toFixed(2)} / ${quantile(times, 0.95).toFixed(2)}`,
    ];
  });
}

/** How long 2,000 entries take to be indexed: what a cold instance waits for. */
function printSpeed(data: string): void {
  const pairs = pairsFrom(data, 'dev', 1);
  if (!pairs) return;
  const answers = pairs.entries
    .slice(0, 2000)
    .map((question, n) => ({ id: String(n), question, forms: [], text: '' }));
  const times = [1, 2, 3, 4, 5].map(() => {
    const begun = performance.now();
    indexAnswers(answers);
    return performance.now() - begun;
  });
  console.log(`2,000 entries are indexed in ${quantile(times, 0.5).toFixed(0)} ms (median of 5).`);
}

if (require.main === module) benchAnswers(process.argv.slice(2));
