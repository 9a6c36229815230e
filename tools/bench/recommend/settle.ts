import { CONTENT_WEIGHTS } from '../../../cloudfunctions/recommending/content';
import { table } from '../../table';
import { cutInTime, lastFifths, type LoanData, type Split } from './data';
import { measure } from './measure';
import { alikesOf, ours, SETTLED, type Settings } from './ours';

/**
 * The loans that settings may be chosen by: before the cut in time, and none of any reader's last fifth. So
 * no loan that either report asks about is in it. Cut again at 80 %.
 */
function earlierWindow({ loans }: LoanData): Split {
  const asked = lastFifths(loans).test;
  return cutInTime(cutInTime(loans).train.filter(({ reader, title }) => !asked.get(reader)?.has(title)));
}

/** One setting after the other, the others as they are: `--settle`. */
export function settle(data: LoanData): void {
  const split = earlierWindow(data);
  console.log(`earlier window: ${split.train.length} loans, ${split.test.size} readers asked about`);
  const rows: string[][] = [];
  const tryOut = (name: string, settings: Settings, alikes = plain): void => {
    const { recall, ndcg, coverage, popular } = measure(ours(name, split.train, alikes, settings), split);
    rows.push([name, recall.toFixed(4), ndcg.toFixed(4), coverage.toFixed(3), popular.toFixed(3)]);
    console.log(rows.at(-1)!.join('  '));
  };
  const plain = alikesOf(data.titles, 200);
  tryOut('as settled', SETTLED);
  for (const [kind, times] of [
    ['author', 0.65],
    ['author', 1.4],
    ['word', 1.3],
    ['part', 1.3],
  ] as const) {
    const weights = { ...CONTENT_WEIGHTS, [kind]: CONTENT_WEIGHTS[kind] * times };
    tryOut(`${kind} × ${times}`, SETTLED, alikesOf(data.titles, 200, weights));
  }
  for (const publisher of [0.3, 0.8]) {
    const alikes = alikesOf(data.titles, 200, { ...CONTENT_WEIGHTS, publisher });
    tryOut(`publisher ${publisher}`, SETTLED, alikes);
    if (publisher === 0.3)
      for (const alike of [0.15, 0.4])
        tryOut(`publisher .3 alike ${alike}`, { ...SETTLED, rank: { ...SETTLED.rank, alike } }, alikes);
  }
  for (const alike of [0.15, 0.4]) tryOut(`alike ${alike}`, { ...SETTLED, rank: { ...SETTLED.rank, alike } });
  for (const halfLife of [2, 5])
    tryOut(`half-life ${halfLife}`, { ...SETTLED, rank: { ...SETTLED.rank, halfLife } });
  for (const shrink of [0, 2]) tryOut(`shrink ${shrink}`, { ...SETTLED, near: { ...SETTLED.near, shrink } });
  for (const lively of [0, 0.5])
    tryOut(`lively ${lively}`, { ...SETTLED, near: { ...SETTLED.near, lively } });
  for (const most of [20, 80]) tryOut(`most ${most}`, { ...SETTLED, near: { ...SETTLED.near, most } });
  console.log(table(['setting', 'recall@20', 'ndcg@20', 'coverage', 'top 1 %'], rows));
}
