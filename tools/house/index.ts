import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { figuresOf } from './figures';
import { missedBy } from './goals';
import { report } from './report';

const SHOWN = 10;

const USAGE = `npm run house -- [options]   measures the sources and ends non-zero where a goal is missed

  --of <path>        another checkout instead of this one
  --against <path>   a second checkout, its figures beside
  --all              everything that stands in the way of a goal, not the first ${SHOWN}`;

const { values } = parseArgs({
  options: {
    of: { type: 'string', default: resolve(__dirname, '..', '..') },
    against: { type: 'string' },
    all: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(USAGE);
else {
  const now = figuresOf(resolve(values.of));
  const other = values.against === undefined ? undefined : figuresOf(resolve(values.against));
  console.log(report(now, other, values.all ? Infinity : SHOWN));
  if (missedBy(now).length > 0) process.exitCode = 1;
}
