import { parseArgs } from 'node:util';
import { fuzz, told } from './fuzz';

/**
 * `npm run fuzz -- --inputs 20000 --seed 1`, or `--minutes 60`: one seed after the other so long. Totals
 * last; ends non-zero when something was found.
 */
const { values } = parseArgs({
  options: { inputs: { type: 'string' }, seed: { type: 'string' }, minutes: { type: 'string' } },
});
const inputs = Number(values.inputs ?? 20_000);
const until = Date.now() + Number(values.minutes ?? 0) * 60_000;

const run = async (): Promise<void> => {
  let seed = Number(values.seed ?? 1);
  const all = { inputs: 0, unclean: 0, changed: 0, seen: 0 };
  do {
    const found = await fuzz(inputs, seed);
    console.log(told(found, seed));
    all.inputs += found.inputs;
    all.unclean += found.unclean.length;
    all.changed += found.changed.length;
    all.seen += found.seen.length;
    seed++;
  } while (Date.now() < until);
  if (values.minutes)
    console.log(
      `${all.inputs} inputs: ${all.unclean} unclean, ${all.changed} changed by refused inputs, ${all.seen} with what is personal of others`,
    );
  process.exit(all.unclean + all.changed + all.seen > 0 ? 1 : 0);
};

void run();
