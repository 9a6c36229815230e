import type { AnnouncementWords, Audience } from '../../typings/contract';
import { aReader } from '../builders/documents';
import { START, startSmallLibrary, type SmallLibrary } from './library';

/** Something told to a part of the readers, through the real functions. */

jest.setTimeout(180_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary();
});
beforeEach(() => library.startOverLater(2));
afterAll(() => library?.close());

const aDocument = (changes: Parameters<typeof aReader>[0]) => ({ ...aReader(changes) });
const NOBODY: Audience = {
  ...{ everybody: false, branchIds: [], minAge: null, maxAge: null, interests: [], categories: [] },
  eventId: '',
};
const words = (
  audience: Partial<Audience> = {},
  changes: Partial<AnnouncementWords> = {},
): AnnouncementWords => ({
  ...{
    title: '周日下午停电',
    text: '总馆周日下午检修电路，三点闭馆。',
    link: '',
    urgent: false,
    publishAt: null,
  },
  audience: { ...NOBODY, ...audience },
  ...changes,
});
const draft = (audience?: Partial<Audience>, changes?: Partial<AnnouncementWords>) =>
  library.get('boss', 'announcementDesk.save', {
    announcementId: '',
    version: 0,
    ...words(audience, changes),
  });
const count = async (audience: Partial<Audience>) =>
  (await library.get('boss', 'announcementDesk.count', { audience: { ...NOBODY, ...audience } })).readers;
const sent = async (audience: Partial<Audience>, changes?: Partial<AnnouncementWords>) => {
  const { announcementId, version } = await draft(audience, changes);
  const readers = await count(audience);
  await library.get('boss', 'announcementDesk.send', { announcementId, version, readers });
  return announcementId;
};
const tick = () => library.cloud.timer('jobs');
const news = async (who: string) =>
  (await library.get(who, 'notices.list', { about: 'library' })).list.map(({ title }) => title);

it('reaches those whom it is for, once, and nobody else', async () => {
  await library.cloud.db.upsert('readers', [
    { ...(await library.document('readers', 'reader-an')), interests: ['scifi'] },
    { ...(await library.document('readers', 'reader-bai')), interests: ['scifi'], standing: 'closed' },
  ]);
  const announcementId = await sent({ interests: ['scifi'] });
  await tick();
  await tick();
  expect(await news('an')).toEqual(['周日下午停电']);
  expect(await news('chen')).toEqual([]);
  expect(await library.documents('notices', { of: announcementId })).toHaveLength(1);
  const page = await library.get('boss', 'announcementDesk.get', { announcementId });
  expect(page).toMatchObject({
    ...{ state: 'sent', readers: 1, audienceWords: '喜欢科幻' },
    delivery: { told: 1, notSubscribed: 1, sent: 0, failed: 0 },
  });
});

it('nobody is chosen until somebody is: not all, and not with a number that was not seen', async () => {
  const nobody = await draft();
  const send = (of: { announcementId: string; version: number }, readers: number) =>
    library.refused('boss', 'announcementDesk.send', {
      announcementId: of.announcementId,
      version: of.version,
      readers,
    });
  expect(await send(nobody, 0)).toEqual(['audience_not_chosen']);
  const all = await draft({ everybody: true });
  expect(await send(all, 3)).toEqual(['audience_changed']);
  const empty = await draft({ categories: ['senior'] });
  expect(await send(empty, 0)).toEqual(['audience_empty']);
  expect(await library.documents('outbox', { readerId: '' })).toEqual([]);
});

it('the readers of an audience are counted as they are told: by age, category, branch and event', async () => {
  await library.cloud.db.upsert('readers', [
    aDocument({
      _id: 'reader-bai',
      name: 'bai',
      cardNumber: '30100000002',
      birthDate: '2018-11-22',
      category: 'child',
    }),
  ]);
  await library.get('desk', 'desk.checkOut', { readerId: 'reader-an', barcode: 'B3', branchId: 'garden' });
  await library.get('chen', 'events.register', { eventId: 'talk' });
  for (const [audience, readers] of [
    [{}, 0],
    [{ maxAge: 8 }, 1],
    [{ maxAge: 7 }, 0],
    [{ categories: ['adult'] }, 3],
    [{ branchIds: ['garden'] }, 1],
    [{ eventId: 'talk' }, 1],
    [{ eventId: 'talk', maxAge: 8 }, 0],
    [{ everybody: true }, 4],
  ] as [Partial<Audience>, number][]) {
    expect([audience, await count(audience)]).toEqual([audience, readers]);
    if (readers === 0) continue;
    const id = await sent(audience);
    await tick();
    expect(await library.documents('notices', { of: id })).toHaveLength(readers);
  }
});

it('is told at its time; taken back before, it is a draft again and nobody hears of it', async () => {
  const publishAt = new Date(Date.parse(START) + 3 * 3_600_000).toISOString();
  const later = await sent({ everybody: true }, { publishAt });
  const never = await sent({ everybody: true }, { publishAt, title: '不发了' });
  await tick();
  expect(await news('an')).toEqual([]);
  const draftAgain = await library.get('boss', 'announcementDesk.withdraw', { announcementId: never });
  expect(draftAgain.state).toBe('draft');
  await library.cloud.clock.move({ set: publishAt });
  await tick();
  expect(await news('an')).toEqual(['周日下午停电']);
  expect((await library.get('boss', 'announcementDesk.get', { announcementId: later })).state).toBe('sent');
});

it('taken back afterwards, every inbox says so and what was not sent stays unsent', async () => {
  const announcementId = await sent({ everybody: true });
  await tick();
  await library.get('boss', 'announcementDesk.withdraw', { announcementId });
  await tick();
  expect(await news('an')).toEqual(['一条通知已撤回']);
  expect(await library.documents('outbox', { of: announcementId, status: 'pending' })).toEqual([]);
});

it('two hundred and fifty readers are told over several parts, cut off in between, each once', async () => {
  const many = Array.from({ length: 246 }, (_, n) =>
    aDocument({ _id: `reader-x${n}`, cardNumber: `30200000${n}`, openid: `o-x${n}` }),
  );
  await library.cloud.db.upsert('readers', many);
  const announcementId = await sent({ everybody: true });
  // Somebody was told, and the part was cut off before it was written down how far it had come.
  await library.cloud.db.upsert('notices', [
    {
      ...{
        _id: `announcement_${announcementId}_reader-an`,
        readerId: 'reader-an',
        topic: 'news',
        title: '已发',
      },
      ...{ body: '', link: '', at: START, read: true, named: true, of: announcementId },
    },
  ]);
  await Promise.all([tick(), tick()]);
  await tick();
  expect(await library.documents('notices', { of: announcementId })).toHaveLength(250);
  expect((await library.document('notices', `announcement_${announcementId}_reader-an`))?.title).toBe('已发');
  expect((await library.get('boss', 'announcementDesk.get', { announcementId })).state).toBe('sent');
});

it('one that was changed since, or sent, is refused in words, and who may not is told', async () => {
  const { announcementId } = await draft({ everybody: true });
  const again = { announcementId, version: 0, ...words() };
  expect(await library.refused('boss', 'announcementDesk.save', again)).toEqual(['announcement_changed']);
  await library.get('boss', 'announcementDesk.send', { announcementId, version: 1, readers: 4 });
  expect(await library.refused('boss', 'announcementDesk.save', { ...again, version: 2 })).toEqual([
    'announcement_sent',
  ]);
  expect(await library.refused('boss', 'announcementDesk.remove', { announcementId })).toEqual([
    'announcement_sent',
  ]);
  expect(await library.refused('desk', 'announcementDesk.list', {})).toEqual(['role_missing']);
});

it('a library that does not announce sends nothing', async () => {
  await library.get('boss', 'announcementDesk.setOpen', { open: false });
  await library.cloud.clock.move({ advance: { minutes: 2 } });
  const { announcementId, version } = await draft({ everybody: true });
  expect(
    await library.refused('boss', 'announcementDesk.send', { announcementId, version, readers: 4 }),
  ).toEqual(['announcements_not_open']);
  const { topics } = await library.get('an', 'notices.settings', {});
  expect(topics.map(({ topic }) => topic)).not.toContain('news');
});
