import type { DeskAccepts } from '../../typings/contract';
import { startSmallLibrary, type SmallLibrary } from './library';

/** What the desk takes as a reader's card, as the library has decided. */

jest.setTimeout(120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(2);
});
beforeEach(() => library.startOver());
afterAll(() => library?.close());

const NUMBER = '30100000001';
const moved = (minutes: number) =>
  library.cloud.clock.move({ set: new Date(library.cloud.clock.now() + minutes * 60_000).toISOString() });
/** As the director sets it; a warm function follows within a minute. */
const deskTakes = async (deskAccepts: DeskAccepts) => {
  await library.get('boss', 'safety.save', {
    deskAccepts,
    asksAgain: { on: false, minutes: 5 },
    keyDays: 30,
  });
  await moved(2);
};
const birthDay = async () => (await library.document('readers', 'reader-an'))!.birthDate.slice(5);
const codeOf = async (who: string) => (await library.get(who, 'account.card', {})).code;
const shown = (scanned: string, more: { birthDay?: string; isLookedUp?: boolean } = {}) =>
  library.ask('desk', 'desk.reader', { scanned, ...more });
const lend = (barcode: string, presented?: string, who = 'desk', readerId = 'reader-an') =>
  library.ask(who, 'desk.checkOut', {
    readerId,
    barcode,
    branchId: 'main',
    ...(presented && { presented }),
  });
const refusal = (code: string) => ({ ok: false, refusals: [expect.objectContaining({ code })] });
const given = async (...asked: Parameters<typeof shown>) => {
  const answer = await shown(...asked);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value.presented;
};

it('is the number alone, unless the library decides otherwise', async () => {
  expect(await shown(NUMBER)).toMatchObject({ ok: true });
  expect(await lend('A1')).toMatchObject({ ok: true });
});

it('is the code on the phone alone, where the library says so: a number opens no loan', async () => {
  await deskTakes('code');
  expect(await shown(NUMBER)).toEqual(refusal('card_code_needed'));
  expect(await shown(NUMBER, { birthDay: await birthDay() })).toEqual(refusal('card_code_needed'));
  expect(await lend('A1')).toEqual(refusal('card_not_shown'));
  const presented = await given(await codeOf('an'));
  expect(await lend('A1', presented)).toMatchObject({ ok: true });
});

it('is the number with the day of birth, where the library says so', async () => {
  await deskTakes('number_and_birth_day');
  expect(await shown(NUMBER)).toEqual(refusal('birth_day_needed'));
  expect(await shown(NUMBER, { birthDay: '12-31' })).toEqual(refusal('birth_day_wrong'));
  expect(await lend('A1', await given(NUMBER, { birthDay: await birthDay() }))).toMatchObject({ ok: true });
  expect(await lend('B1', await given(await codeOf('an')))).toMatchObject({ ok: true });
});

it('was shown for one reader, to one of the staff, half an hour ago at most', async () => {
  await library.cloud.db.upsert('staff', [
    { _id: 'o-two', name: '同事', branchId: 'main', roles: ['circulation'], active: true },
  ]);
  await deskTakes('code');
  const presented = await given(await codeOf('an'));
  expect(await lend('A1', presented, 'desk', 'reader-bai')).toEqual(refusal('card_not_shown'));
  expect(await lend('A1', presented, 'two')).toEqual(refusal('card_not_shown'));
  expect(await lend('A1', await codeOf('an'))).toEqual(refusal('card_not_shown'));
  expect(await lend('A1', `${presented}x`)).toEqual(refusal('card_not_shown'));
  await moved(31);
  expect(await lend('A1', presented)).toEqual(refusal('card_not_shown'));
});

it('is not asked for where a reader is only looked up, and nothing is lent on that', async () => {
  await deskTakes('code');
  const answer = await shown(NUMBER, { isLookedUp: true });
  expect(answer).toMatchObject({ ok: true, value: { readerId: 'reader-an' } });
  expect(JSON.stringify(answer)).not.toContain('presented');
  expect(await library.documents('recordLooks', { readerId: 'reader-an' })).toHaveLength(1);
});

it('is the same for a guardian who stands at the desk', async () => {
  await deskTakes('number_and_birth_day');
  const child = {
    name: '小安',
    birthDate: '2018-05-01',
    phone: '',
    category: 'child',
    guardianCard: NUMBER,
  };
  expect(await library.refused('desk', 'desk.newCard', child)).toEqual(['birth_day_needed']);
  expect(
    await library.ask('desk', 'desk.newCard', { ...child, guardianBirthDay: await birthDay() }),
  ).toMatchObject({ ok: true });
});

it('is the same for what was scanned without network: otherwise it waits for people', async () => {
  const scannedAt = new Date(library.cloud.clock.now()).toISOString();
  await deskTakes('number_and_birth_day');
  const replay = (number: number, more: { card: string; birthDay?: string }) =>
    library.get('desk', 'desk.replay', {
      device: 'desk-1',
      number,
      scannedAt,
      action: 'checkOut',
      barcode: `B${number}`,
      branchId: 'main',
      ...more,
    });
  expect(await replay(1, { card: NUMBER })).toMatchObject({
    kind: 'conflict',
    because: [{ code: 'birth_day_needed' }],
  });
  expect(await replay(2, { card: NUMBER, birthDay: await birthDay() })).toMatchObject({ kind: 'done' });
});
