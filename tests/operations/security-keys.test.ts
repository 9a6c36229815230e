import { cardCode } from '../../cloudfunctions/kernel/card-code';
import { firstRoot } from '../../cloudfunctions/kernel/keys';
import { startSmallLibrary, type SmallLibrary } from './library';

/** Keys are replaced while codes are in use, and nobody at a desk notices. Two instances of every door. */

jest.setTimeout(120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(2);
});
beforeEach(() => library.startOver());
afterAll(() => library?.close());

const seconds = (count: number) =>
  library.cloud.clock.move({ set: new Date(library.cloud.clock.now() + count * 1000).toISOString() });
/** The clock of the local cloud goes on by itself: what matters stands half a minute apart. */
const at = (moment: number) => library.cloud.clock.move({ set: new Date(moment).toISOString() });
const days = (count: number) => library.cloud.clock.move({ advance: { days: count } });
const codeOf = async (who: string) => (await library.get(who, 'account.card', {})).code;
const keyIn = (code: string) => code.split('.').at(-2);
const reads = async (code: string) => library.ask('desk', 'desk.reader', { scanned: code });
const rotate = () => library.get('boss', 'safety.rotateKeys', {});
const roots = async () => {
  const keys = await library.document('settings', 'keys');
  return keys?._id === 'keys' ? keys.roots : [];
};
/** Both instances are asked, in turn: one may have an older list. */
const everyReads = async (code: string) => {
  for (let n = 0; n < 4; n++) expect(await reads(code)).toMatchObject({ ok: true });
};

it('codes in use stay good while the key changes, and no instance meets one that it does not know', async () => {
  const shown = await codeOf('an');
  expect(keyIn(shown)).toBe('first');
  const { keys } = await rotate();
  const begins = Date.parse(keys[0]!.from);
  expect(keys.map(({ state }) => state)).toEqual(['coming', 'current']);
  await everyReads(shown);
  // Before its time the new key signs nothing, on whichever instance.
  await at(begins - 55_000);
  const between = await codeOf('an');
  expect(keyIn(between)).toBe('first');
  await everyReads(between);
  await at(begins - 20_000);
  const last = await codeOf('an');
  await at(begins + 1_000);
  const next = await codeOf('an');
  expect([keyIn(last), keyIn(next)]).toEqual(['first', keys[0]?.keyId]);
  await everyReads(last);
  await everyReads(next);
  await seconds(91);
  expect(await library.refused('desk', 'desk.reader', { scanned: last })).toEqual(['qr_expired']);
});

it('who took the former key makes no more codes with it', async () => {
  await rotate();
  await seconds(200);
  const { now } = library.cloud.clock;
  const stolen = [firstRoot('a key for tests')];
  const forged = cardCode('30100000001', new Date(now()).toISOString(), stolen).code;
  expect(await library.refused('desk', 'desk.reader', { scanned: forged })).toEqual(['qr_not_valid']);
  const [mark, number, until, , signature] = forged.split('.');
  const newest = (await roots()).at(-1)!.id;
  for (const id of [newest, 'nobodys'])
    expect(
      await library.refused('desk', 'desk.reader', {
        scanned: [mark, number, until, id, signature].join('.'),
      }),
    ).toEqual(['qr_not_valid']);
});

it('a request that is sent again after the change gets its first answer, and another one under its id does not', async () => {
  const write = (text: string) =>
    library.ask('an', 'lists.create', { name: text, about: '' }, 'the-same-request');
  const first = await write('想读的');
  await rotate();
  await seconds(300);
  expect(await write('想读的')).toEqual(first);
  expect(await write('别的')).toMatchObject({ ok: false, invalid: [{ path: 'requestId' }] });
});

it('a scan that was made without network before the change is done after it', async () => {
  const card = await codeOf('an');
  const scannedAt = new Date(library.cloud.clock.now()).toISOString();
  await rotate();
  await days(3);
  const replayed = await library.get('desk', 'desk.replay', {
    device: 'desk-1',
    number: 1,
    scannedAt,
    action: 'checkOut',
    barcode: 'B1',
    card,
    branchId: 'main',
  });
  expect(replayed).toMatchObject({ kind: 'done' });
});

it('keys are replaced by themselves every thirty days, and go when nothing needs them', async () => {
  await days(1);
  expect((await roots()).map(({ id }) => id)).toEqual(['first', expect.any(String)]);
  await days(28);
  expect(await roots()).toHaveLength(2);
  await days(6);
  expect((await roots()).map(({ id }) => id)).not.toContain('first');
  expect(await roots()).toHaveLength(2);
});

it('only a director replaces them, and nobody is ever told a secret', async () => {
  expect(await library.refused('desk', 'safety.rotateKeys', {})).toEqual(['role_missing']);
  expect(await library.refused('desk', 'safety.show', {})).toEqual(['role_missing']);
  const told = JSON.stringify([await rotate(), await library.get('boss', 'safety.show', {})]);
  for (const { secret } of await roots()) expect(told).not.toContain(secret);
});
