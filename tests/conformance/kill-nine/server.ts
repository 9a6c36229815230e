import { startCloud } from '../../../local/cloud/index';
import { collections } from './collections';

/** A local cloud without functions, to be killed. It tells its address when it is ready. */
startCloud({ data: process.argv[2] ?? '', collections }).then(
  ({ url }) => process.stdout.write(`${url}\n`),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  },
);
