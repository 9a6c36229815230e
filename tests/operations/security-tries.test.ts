import { randomBytes } from 'node:crypto';
import { hashPassword } from '../../cloudfunctions/kernel/password';
import { startSmallLibrary, type SmallLibrary } from './library';
import { AGREED } from './agreed';

/**
 * Passwords cannot be guessed: every try is counted, whatever request id it comes under and however many come
 * at once.
 */

jest.setTimeout(120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(2);
});
beforeEach(() => library.startOver());
afterAll(() => library?.close());

const CARD = '30100000001';
const RIGHT = '135790';
const USED = 'a-request-used-before';
const freed = async () => {
  await library.get('an', 'account.logOut', {});
  await library.cloud.db.upsert('cards', [
    { ...(await library.document('cards', CARD))!, password: hashPassword(RIGHT, randomBytes(16)) },
  ] as object[] as Record<string, unknown>[]);
};
const link = (who: string, password: string, requestId?: string) =>
  library.ask(who, 'account.link', { cardNumber: CARD, password }, requestId);
const wrongTries = async () => (await library.document('cards', CARD))!.wrongTries;
const costOf = async (work: () => Promise<unknown>) => {
  const before = library.cloud.counters().total.roundTrips;
  await work();
  return library.cloud.counters().total.roundTrips - before;
};
const triesOf = async (who: string) => (await library.document('linkTries', `o-${who}`))?.at.length ?? 0;

/** A WeChat that has done something under a request id of its choice, and has no card again. */
const usedBefore = async (who: string) => {
  await library.get(who, 'account.apply', {
    name: '林知夏',
    birthDate: '1990-05-01',
    phone: '13800000000',
    ...AGREED,
  });
  await library.get(who, 'account.logOut', {}, USED);
};

it('a request id that was used before is no way past the count: it tries nothing', async () => {
  await freed();
  await usedBefore('thief');
  for (let n = 0; n < 20; n++)
    expect(await link('thief', String(100000 + n), USED)).toMatchObject({
      ok: false,
      invalid: [{ path: 'requestId' }],
    });
  expect(await link('thief', RIGHT, USED)).toMatchObject({ ok: false, invalid: [{ path: 'requestId' }] });
  expect(await costOf(() => link('thief', RIGHT, USED))).toBe(
    await costOf(() => link('thief', '000000', USED)),
  );
  expect((await library.document('readers', 'reader-an'))!.openid).toBeNull();
});

it('the same holds for the old password of a card that is in use', async () => {
  await library.get('an', 'account.setPassword', { newPassword: RIGHT }, USED);
  for (let n = 0; n < 6; n++) {
    const input = { oldPassword: String(100000 + n), newPassword: '246802' };
    expect(await library.ask('an', 'account.setPassword', input, USED)).toMatchObject({
      ok: false,
      invalid: [{ path: 'requestId' }],
    });
  }
  expect(
    await library.refused('an', 'account.setPassword', { oldPassword: '1'.repeat(6), newPassword: '246802' }),
  ).toEqual(['wrong_password']);
  expect(await wrongTries()).toBe(1);
});

it('twelve tries at once on one card find five looked at and the others locked out', async () => {
  await freed();
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) => link(`thief-${n}`, String(100000 + n))),
  );
  const locked = answers.filter((answer) => JSON.stringify(answer).includes('too_many_attempts'));
  expect(locked).toHaveLength(8);
  expect(await link('thief-99', RIGHT)).toMatchObject({ refusals: [{ code: 'too_many_attempts' }] });
});

it('a right password for a card that opens nothing here costs a try as a wrong one does', async () => {
  await freed();
  await library.get('owner', 'account.link', { cardNumber: CARD, password: RIGHT });
  expect(await link('thief', RIGHT)).toMatchObject({ refusals: [{ code: 'card_linked_elsewhere' }] });
  expect(await link('thief', '000000')).toMatchObject({ refusals: [{ code: 'wrong_password' }] });
  expect(await triesOf('thief')).toBe(2);
  expect(await wrongTries()).toBe(2);
});

it('a right password that opens its card costs nothing, and a repeat of it gets the first answer', async () => {
  await freed();
  const first = await link('owner', RIGHT, 'a-lost-answer');
  expect(first).toMatchObject({ ok: true });
  expect(await link('owner', RIGHT, 'a-lost-answer')).toEqual(first);
  expect([await wrongTries(), await triesOf('owner')]).toEqual([0, 0]);
});

it('a card that does not exist costs the caller a try', async () => {
  for (let n = 0; n < 10; n++)
    expect(
      await library.refused('thief', 'account.link', { cardNumber: `3019999999${n}`, password: RIGHT }),
    ).toEqual(['wrong_password']);
  expect(await library.refused('thief', 'account.link', { cardNumber: CARD, password: RIGHT })).toEqual([
    'too_many_attempts',
  ]);
});

it('a number that no card has answers as a card does, from the first try to the lock, at the same cost', async () => {
  await freed();
  const NOBODYS = '30199999999';
  const tried = (who: string, cardNumber: string) =>
    library
      .ask(who, 'account.link', { cardNumber, password: '000000' })
      // The moment at which a lock ends is that of the try that closed it, to the second.
      .then((answer) => JSON.stringify(answer).replace(/:\d\d\.\d{3}Z/g, ''));
  for (let n = 0; n < 7; n++) expect(await tried(`b-${n}`, NOBODYS)).toEqual(await tried(`a-${n}`, CARD));
  expect(await tried('b-9', NOBODYS)).toContain('too_many_attempts');
  await library.cloud.clock.move({ advance: { minutes: 16 } });
  expect(await tried('b-10', NOBODYS)).toEqual(await tried('a-10', CARD));
  expect(await costOf(() => tried('b-11', NOBODYS))).toBe(await costOf(() => tried('a-11', CARD)));
});

it('tries that no longer count are forgotten with the night, and those that do are not', async () => {
  await link('thief', '000000');
  await library.cloud.clock.move({ advance: { days: 1, hours: 2 } });
  await link('thief', '111111');
  await library.cloud.clock.move({ advance: { hours: 20 } });
  expect(await triesOf('thief')).toBe(1);
  await library.cloud.clock.move({ advance: { days: 2 } });
  expect(await library.documents('linkTries')).toEqual([]);
});
