import { HOLD_READY_TEMPLATE, START, startSmallLibrary, type SmallLibrary } from './library';

/** When messages go, and what an inbox has, through the real functions. */

jest.setTimeout(180_000);

let library: SmallLibrary;
const NEWS = 'yunxi-news-00000000000000000000000000000011';
const ARTICLE = 'yunxi-article-00000000000000000000000000012';
beforeAll(async () => {
  library = await startSmallLibrary();
});
beforeEach(async () => {
  await library.startOver();
  const [settings] = await library.documents('settings', { _id: 'library' });
  if (settings?._id !== 'library') throw new Error('no settings');
  const fields = { title: 'thing1', text: 'thing2' };
  const templates = {
    ...settings.templates,
    news: { templateId: NEWS, fields },
    article: { templateId: ARTICLE, fields },
  };
  await library.cloud.db.upsert('settings', [{ ...settings, templates }]);
  // Warm functions know the settings of a minute ago.
  await at('2026-11-22', '10:02');
});
afterAll(() => library?.close());

/** The library's clock shows this; the timer runs for itself on the way. */
const at = (day: string, time: string) =>
  library.cloud.clock.move({ set: new Date(`${day}T${time}:00+08:00`).toISOString() });
const tick = () => library.cloud.timer('jobs');
const outbox = async (id: string) => library.document('outbox', id);
const allow = async (
  who: string,
  topic: 'hold_ready' | 'news' | 'article',
  templateId: string,
  times = 1,
) => {
  library.cloud.grant(`o-${who}`, templateId, times);
  for (let n = 0; n < times; n += 1) await library.get(who, 'notices.grant', { topics: [topic] });
};
const waiting = (_id: string, changes: object = {}) =>
  library.cloud.db.upsert('outbox', [
    {
      ...{ _id, readerId: 'reader-an', topic: 'news', fields: { title: _id, text: '正文' } },
      ...{ page: 'features/notices/pages/inbox/index', status: 'pending', attempts: 0 },
      ...{ nextAttemptAt: START, error: '', ...changes },
    },
  ]);
const checkIn = (barcode: string) => library.get('desk', 'desk.checkIn', { barcode, branchId: 'main' });
const hold = async (who: string) =>
  library.get(who, 'holds.place', { titleId: 'title-one', pickUpBranchId: 'main' });

it('a message of the night waits for the reader’s morning; the inbox has it at once', async () => {
  await allow('an', 'hold_ready', HOLD_READY_TEMPLATE);
  await library.get('an', 'notices.setTimes', { quiet: { from: '21:00', to: '09:30' }, digestAt: null });
  await hold('an');
  await at('2026-11-22', '21:30');
  await checkIn('A1');
  await tick();
  const [ready] = (await library.get('an', 'notices.list', {})).list;
  expect(ready).toMatchObject({ topic: 'hold_ready', read: false });
  expect(await outbox(ready?.noticeId ?? '')).toMatchObject({ status: 'pending' });
  await at('2026-11-23', '09:29');
  await tick();
  expect(await outbox(ready?.noticeId ?? '')).toMatchObject({ status: 'pending' });
  await at('2026-11-23', '09:31');
  await tick();
  expect(await outbox(ready?.noticeId ?? '')).toMatchObject({ status: 'sent' });
});

it('a message opens the build in which it was allowed, and the released one once it was allowed there', async () => {
  const opened = async (id: string, build?: 'trial') => {
    library.cloud.grant('o-an', NEWS, 1);
    await library.get('an', 'notices.grant', { topics: ['news'], ...(build && { build }) });
    await waiting(id);
    await tick();
    return library.cloud.log.read(0, 'message').entries.at(-1);
  };
  expect(await opened('trial-news', 'trial')).toMatchObject({ state: 'trial' });
  expect(await opened('released-news')).toMatchObject({ state: 'formal' });
});

it('what is so no more by the morning is not sent, and takes no leave', async () => {
  await allow('an', 'hold_ready', HOLD_READY_TEMPLATE);
  await hold('an');
  await at('2026-11-22', '23:30');
  await checkIn('A1');
  await tick();
  const [ready] = (await library.get('an', 'holds.list', {})).list;
  await at('2026-11-23', '07:00');
  await library.get('an', 'holds.cancel', { holdId: ready?.holdId ?? '' });
  await at('2026-11-23', '08:10');
  await tick();
  const statuses = await library.documents('outbox', { readerId: 'reader-an', topic: 'hold_ready' });
  expect(statuses.map(({ status }) => status)).toEqual(['outdated']);
  expect((await library.get('an', 'notices.settings', {})).topics).toContainEqual({
    ...{ topic: 'hold_ready', on: true, balance: 1 },
  });
});

it('what can wait goes as one message of the day, at the hour that the reader chose', async () => {
  await allow('an', 'article', ARTICLE);
  await library.get('an', 'notices.setTimes', { quiet: null, digestAt: '20:00' });
  await waiting('one', { waits: true });
  await waiting('two', { waits: true, topic: 'article' });
  await waiting('three', { waits: true });
  await tick();
  expect((await outbox('one'))?.status).toBe('pending');
  await at('2026-11-22', '20:01');
  await tick();
  await tick();
  // The one topic of them that has leave carries all three.
  expect(await outbox('two')).toMatchObject({ status: 'sent' });
  expect((await outbox('one'))?.status).toBe('in_digest');
  expect((await outbox('three'))?.status).toBe('in_digest');
  await waiting('late', { waits: true });
  await tick();
  expect(await outbox('late')).toMatchObject({
    status: 'pending',
    nextAttemptAt: '2026-11-23T12:00:00.000Z',
  });
});

it('what cannot wait at all goes in the night', async () => {
  await allow('an', 'news', NEWS);
  await at('2026-11-22', '23:30');
  await waiting('flood', { urgent: true, waits: true });
  await tick();
  expect((await outbox('flood'))?.status).toBe('sent');
});

it('a topic that is off is not sent and takes no leave; the inbox goes on being complete', async () => {
  await allow('an', 'hold_ready', HOLD_READY_TEMPLATE);
  await library.get('an', 'account.setTopic', { topic: 'hold_ready', on: false });
  await hold('an');
  await checkIn('A1');
  await tick();
  const { list, unread } = await library.get('an', 'notices.list', {});
  expect({ unread, titles: list.map(({ title }) => title) }).toEqual({ unread: 1, titles: ['预约的书到了'] });
  expect(await outbox(list[0]?.noticeId ?? '')).toMatchObject({ status: 'switched_off' });
  expect((await library.get('an', 'notices.settings', {})).topics).toContainEqual({
    ...{ topic: 'hold_ready', on: false, balance: 1 },
  });
});

it('WeChat knows of no leave: the number is none from then on, and nothing is tried again', async () => {
  await library.get('an', 'notices.grant', { topics: ['news'] });
  await library.get('an', 'notices.grant', { topics: ['news'] });
  await waiting('one', { urgent: true });
  await tick();
  expect(await outbox('one')).toMatchObject({ status: 'not_subscribed', attempts: 1 });
  const { topics } = await library.get('an', 'notices.settings', {});
  expect(topics.find(({ topic }) => topic === 'news')?.balance).toBe(0);
});

it('the inbox is narrowed to what somebody looks for', async () => {
  await hold('an');
  await checkIn('A1');
  const of = async (about: 'holds' | 'loans') =>
    (await library.get('an', 'notices.list', { about })).list.map(({ topic }) => topic);
  expect(await of('holds')).toEqual(['hold_ready']);
  expect(await of('loans')).toEqual([]);
});

it('times that are none are refused by their path', async () => {
  const quiet = { from: '25:00', to: '08:00' };
  const answer = await library.ask('an', 'notices.setTimes', { quiet, digestAt: null });
  expect(answer).toMatchObject({ ok: false, invalid: [{ path: 'input.quiet.from' }] });
  const same = await library.ask('an', 'notices.setTimes', {
    quiet: { from: '08:00', to: '08:00' },
    digestAt: null,
  });
  expect(same).toMatchObject({ ok: false, invalid: [{ path: 'input.quiet' }] });
});
