import { CARD_CODE_SECONDS, cardCode, readCardScan } from './card-code';
import { currentKey, firstRoot, keyOfId, rotated, stillNeeded } from './keys';
import { readTransferCode, transferCode } from './transfer-code';

const at = (seconds: number) =>
  new Date(Date.parse('2026-11-22T02:00:00.000Z') + seconds * 1000).toISOString();
const first = firstRoot('a secret for tests');
const second = { id: 'second', secret: 'another secret for tests', from: at(0) };
const both = [first, second];

it('a key signs from its moment on, and the one before it until then', () => {
  expect(currentKey(both, 'card', at(-1)).id).toBe('first');
  expect(currentKey(both, 'card', at(0)).id).toBe('second');
  expect(() => currentKey([], 'card', at(0))).toThrow('no key');
});

it('every purpose has a key of its own', () => {
  const bytes = (['card', 'transfer', 'presented', 'log'] as const).map(
    (purpose) => keyOfId(both, purpose, 'first')!.bytes,
  );
  expect(new Set(bytes.map((each) => each.toString('hex'))).size).toBe(4);
  const { code } = transferCode('L1', at(-10), [first]);
  expect(readCardScan(code.replace(/^SXT2/, 'SX2'), at(-10), [first])).toEqual({ kind: 'not_valid' });
});

it('a code that was in use when the key changed is good until it ends', () => {
  const { code } = cardCode('331000000001', at(-1), [first]);
  expect(code).toContain('.first.');
  expect(readCardScan(code, at(CARD_CODE_SECONDS - 2), both)).toMatchObject({ kind: 'card', by: 'code' });
  expect(readCardScan(code, at(CARD_CODE_SECONDS), both)).toEqual({ kind: 'expired' });
});

it('who gets hold of a former key makes no code with it that is good for longer', () => {
  const later = cardCode('331000000001', at(1), [first]).code;
  expect(readCardScan(later, at(1), both)).toEqual({ kind: 'not_valid' });
  const muchLater = transferCode('L1', at(3600), [first]).code;
  expect(readTransferCode(muchLater, at(3600), both)).toEqual({ kind: 'not_valid' });
});

it('two functions with lists of different age read the codes of each other', () => {
  // One has read the list before the second key was written down, the other after; it does not sign yet.
  const published = [first, { ...second, from: at(120) }];
  const old = cardCode('331000000001', at(59), [first]).code;
  const fresh = cardCode('331000000001', at(59), published).code;
  expect(readCardScan(old, at(60), published)).toMatchObject({ kind: 'card' });
  expect(readCardScan(fresh, at(60), [first])).toMatchObject({ kind: 'card' });
  // By then both have the list. A clock that runs ahead signs a moment early, and is understood.
  const early = cardCode('331000000001', at(121), published).code;
  expect(readCardScan(early, at(119), published)).toMatchObject({ kind: 'card' });
});

it('a key id that nobody gave is no key', () => {
  const [mark, number, until, , signature] = cardCode('331000000001', at(-1), both).code.split('.');
  for (const id of ['third', '', 'constructor', '__proto__', '0', 'FIRST'])
    expect(readCardScan([mark, number, until, id, signature].join('.'), at(-1), both)).toEqual({
      kind: 'not_valid',
    });
  expect(keyOfId(both, 'card', 'third')).toBeNull();
});

it('a key goes once it ended before all that still needs it, and never the last one', () => {
  const third = { id: 'third', secret: 'x', from: at(100) };
  const ids = (roots: readonly { id: string }[]) => roots.map(({ id }) => id);
  expect(ids(rotated(both, third, at(-1)))).toEqual(['first', 'second', 'third']);
  expect(ids(rotated(both, third, at(1)))).toEqual(['second', 'third']);
  expect(ids(stillNeeded([first], at(9999)))).toEqual(['first']);
});
