import { fuzz, told } from './fuzz';

/** What `npm run fuzz` does; FUZZ_INPUTS makes it shorter or longer. */

jest.setTimeout(1_800_000);

const INPUTS = Number(process.env.FUZZ_INPUTS ?? 20_000);
const SEED = Number(process.env.FUZZ_SEED ?? 7);

it('answers every input cleanly, changes nothing that it refuses, and shows nobody to others', async () => {
  const found = await fuzz(INPUTS, SEED);
  console.log(told(found, SEED));
  expect([found.unclean, found.changed, found.seen]).toEqual([[], [], []]);
  expect(found.inputs).toBe(INPUTS);
  // Inputs that are all refused at the door would prove nothing.
  expect(found.done).toBeGreaterThan(INPUTS / 50);
  expect(found.invalid).toBeGreaterThan(INPUTS / 10);
});
