import { parseArgs } from 'node:util';
import { fuzz, told } from './fuzz';

/** `npm run fuzz -- --inputs 20000 --seed 1`: totals last; ends non-zero when something was found. */
const { values } = parseArgs({ options: { inputs: { type: 'string' }, seed: { type: 'string' } } });
const inputs = Number(values.inputs ?? 20_000);
const seed = Number(values.seed ?? 1);

void fuzz(inputs, seed, ({ inputs: done, unclean, changed, seen }) => {
  if (done % 5000 === 0)
    console.log(`${done}: ${unclean.length} unclean, ${changed.length} changed, ${seen.length} seen`);
}).then((found) => {
  console.log(told(found, seed));
  process.exit(found.unclean.length + found.changed.length + found.seen.length > 0 ? 1 : 0);
});
