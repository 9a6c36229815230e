import { buildFunctions } from '../build/functions';

/**
 * Before the first suite that runs the functions: they are built once for all of them, in watch mode once a
 * run.
 */
export default async function builtOnce(): Promise<void> {
  await buildFunctions();
}
