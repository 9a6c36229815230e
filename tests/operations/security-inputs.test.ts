import { startSmallLibrary, type SmallLibrary } from './library';
import { AGREED } from './agreed';

/** Whatever is sent, the answer is clean: never a failure, never larger than it has to be. */

jest.setTimeout(120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary();
});
beforeEach(() => library.startOver());
afterAll(() => library?.close());

/** Past the types of a client. */
const send = async (door: string, event: object | null, who = 'o-an') => {
  const answer = await library.cloud.call(door as 'reader', event as never, who);
  if (!('result' in answer)) throw new Error(JSON.stringify(answer));
  return answer.result;
};
const NO_TEXT = { toString: 1, valueOf: 1 };

it('an action that is no text is no action', async () => {
  for (const action of [NO_TEXT, {}, [], ['account.me'], 7, true, null])
    expect(await send('reader', { action, input: {} })).toMatchObject({
      ok: false,
      invalid: [{ path: 'action' }],
    });
});

it('a request id that is no text is none', async () => {
  for (const requestId of [NO_TEXT, {}, ['a-request-id'], 123_456_789])
    expect(await send('reader', { action: 'notices.markAllRead', input: {}, requestId })).toMatchObject({
      ok: false,
      invalid: [{ path: 'requestId' }],
    });
});

it('what was sent is not sent back: names and values in an answer are short, and few', async () => {
  const long = 'x'.repeat(200_000);
  const inputs = [
    { [long]: 1 },
    { topic: long, on: true },
    Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`field-${n}`, n])),
  ];
  for (const input of inputs) {
    const answer = await send('reader', { action: 'account.setTopic', input, requestId: 'a-request-id' });
    expect(answer).toMatchObject({ ok: false });
    expect(JSON.stringify(answer).length).toBeLessThan(30_000);
  }
});

it('nobody is born tomorrow, or before 1900', async () => {
  const applicant = { name: '林', phone: '13800000000' };
  const born = (birthDate: string) => ({ ...applicant, ...AGREED, birthDate });
  expect(await library.refused('new', 'account.apply', born('2026-11-23'))).toEqual(['birth_date_later']);
  expect(await library.ask('new', 'account.apply', born('1899-12-31'))).toMatchObject({
    invalid: [{ path: 'input.birthDate' }],
  });
  expect(
    await library.refused('desk', 'desk.newCard', {
      ...applicant,
      birthDate: '2099-01-01',
      category: 'adult',
    }),
  ).toEqual(['birth_date_later']);
});

it('a file that is not there is one that cannot be read', async () => {
  const fileId = 'cloud://local.local/imports/nothing.mrc';
  const staff = { ...(await library.document('staff', 'o-desk')), roles: ['cataloguer'] };
  await library.cloud.db.upsert('staff', [staff] as object[] as Record<string, unknown>[]);
  expect(await library.ask('desk', 'imports.look', { fileId })).toMatchObject({
    ok: true,
    value: { fault: { code: 'file_gone' } },
  });
});
