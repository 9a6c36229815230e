import { START, outcomes, startSmallLibrary, type SmallLibrary } from './library';

/** How often who may call what, and what becomes of a call that is repeated late. */

jest.setTimeout(120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary();
});
beforeEach(() => library.startOver());
afterAll(() => library?.close());

/** The limit of account.export: ten at once, two a minute. */
const exportOf = (who: string) => library.ask(who, 'account.export', {});
const requestAt = (moment: string) => `${Date.parse(moment).toString(36)}-aaaaaaaabbbbbbbb`;

it('who calls too often is told how long to wait, and costs the database nothing', async () => {
  for (let n = 0; n < 10; n++) expect((await exportOf('an')).ok).toBe(true);
  const before = library.cloud.counters().total.roundTrips;
  for (let n = 0; n < 20; n++) {
    const answer = await exportOf('an');
    expect(outcomes([answer])).toEqual(['too_many_calls']);
    expect(answer).toMatchObject({ refusals: [{ seconds: expect.any(Number) }] });
  }
  expect(library.cloud.counters().total.roundTrips).toBe(before);
});

it('nobody else is kept waiting for it, nor is anything else that the same reader asks', async () => {
  for (let n = 0; n < 11; n++) await exportOf('bai');
  expect(outcomes([await exportOf('bai')])).toEqual(['too_many_calls']);
  expect((await exportOf('chen')).ok).toBe(true);
  expect((await library.ask('bai', 'account.me', {})).ok).toBe(true);
});

it('who has waited is let in again', async () => {
  for (let n = 0; n < 11; n++) await exportOf('ding');
  const answer = await exportOf('ding');
  if (answer.ok || !('refusals' in answer)) throw new Error('was let in');
  const [told] = answer.refusals;
  const seconds = told?.code === 'too_many_calls' ? told.seconds : 0;
  expect(seconds).toBeGreaterThan(0);
  await library.cloud.clock.move({ advance: { minutes: seconds / 60 } });
  expect((await exportOf('ding')).ok).toBe(true);
});

it('a repeat gets the first answer as long as the log knows it, and is not done again later', async () => {
  const requestId = requestAt(START);
  const phone = { phone: '13900000001' };
  const first = await library.ask('an', 'account.setPhone', phone, requestId);
  expect(first.ok).toBe(true);
  await library.get('an', 'account.setPhone', { phone: '13900000002' });
  await library.cloud.clock.move({ advance: { days: 20 } });
  expect(await library.ask('an', 'account.setPhone', phone, requestId)).toEqual(first);
  for (const days of [9, 1, 1, 1, 20]) {
    await library.cloud.clock.move({ advance: { days } });
    const late = await library.ask('an', 'account.setPhone', phone, requestId);
    expect(outcomes([late])).toEqual(['request_too_old']);
  }
  expect((await library.document('readers', 'reader-an'))?.phone).toBe('13900000002');
});
