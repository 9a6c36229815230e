import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultIn, mutations, spoil, wholeFiles } from './fuzzing';

jest.setTimeout(120_000);

test.each(Object.entries(wholeFiles))('the whole file %s has no fault', async (_, file) => {
  expect(await faultIn(file)).toBe('');
});

test('a spoilt file is read or refused with a reason, whatever was spoilt', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.values(wholeFiles)), mutations, async (file, changes) => {
      expect(await faultIn(spoil(file, changes))).toBe('');
    }),
    { numRuns: 1500, seed: 20261123 },
  );
});

test('a spoilt record costs itself and not the good one after the next record terminator', async () => {
  await fc.assert(
    fc.asyncProperty(mutations, async (changes) => {
      const { readRecords } = await import('../../cloudfunctions/exchange/read');
      const { sourceOfBytes } = await import('../../cloudfunctions/exchange/bytes');
      const spoilt = spoil(wholeFiles.chinese!, changes);
      const file = Buffer.concat([wholeFiles.western!, spoilt, Buffer.from([0x1d]), wholeFiles.western!]);
      let last = '';
      for await (const read of readRecords(sourceOfBytes(file), { thisYear: 2026 }))
        last = 'title' in read ? read.title.title : '';
      expect(last).toBe('论语名句赏析');
    }),
    { numRuns: 300, seed: 20261123 },
  );
});

/** Files that once broke the reader. */
const fixtures = join(__dirname, 'fixtures');
const kept = existsSync(fixtures) ? readdirSync(fixtures) : [];
if (kept.length === 0) test.todo('no file has broken the reader yet');
else
  test.each(kept)('%s, which broke the reader once, has no fault', async (name) => {
    expect(await faultIn(readFileSync(join(fixtures, name)))).toBe('');
  });
