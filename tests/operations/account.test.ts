import { HEADINGS } from '../../cloudfunctions/features/account/about-readers';
import { EXPORTED } from './exported';
import { randomBytes } from 'node:crypto';
import type { AccountLineDocument, LibrarySettings } from '../../cloudfunctions/documents';
import {
  CHILD_VERSION,
  HISTORY_VERSION,
  PRIVACY_VERSION,
} from '../../cloudfunctions/features/account/consent-texts';
import { addMinutes } from '../../cloudfunctions/kernel/local-date';
import { hashPassword } from '../../cloudfunctions/kernel/password';
import * as shown from '../../miniprogram/features/account/texts';
import { START, startSmallLibrary, type SmallLibrary } from './library';
import { AGREED, AGREED_FOR_CHILD } from './agreed';

/** What a reader does with their own account, through the real functions. */

jest.setTimeout(120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary();
});
beforeEach(() => library.startOver());
afterAll(() => library?.close());

const CARD = { an: '30100000001', bai: '30100000002', chen: '30100000003' };
const put = (collection: Parameters<SmallLibrary['documents']>[0], ...documents: object[]) =>
  library.cloud.db.upsert(collection, documents as Record<string, unknown>[]);
const readerOf = async (name: string) => (await library.document('readers', `reader-${name}`))!;
const change = async (name: string, changes: object) =>
  put('readers', { ...(await readerOf(name)), ...changes });
const withPassword = async (cardNumber: string, password = '135790', changes: object = {}) =>
  put('cards', {
    ...(await library.document('cards', cardNumber)),
    password: hashPassword(password, randomBytes(16)),
    ...changes,
  });
/** Frees a card from its WeChat, as a plastic card is that was never linked. */
const unlinked = async (name: keyof typeof CARD) => {
  await library.get(name, 'account.logOut', {});
  await withPassword(CARD[name]);
};
const settings = async (changes: Partial<LibrarySettings>) => {
  await put('settings', { ...(await library.document('settings', 'library')), ...changes });
  await rulesAreReadAgain();
};
/**
 * A warm function keeps the library's rules for a minute, and between the tests the clock goes back: never
 * the same minute twice.
 */
let settled = 0;
const rulesAreReadAgain = async () => {
  settled += 5;
  await library.cloud.clock.move({ set: addMinutes(START, settled) });
};
const adult = { name: '林知夏', birthDate: '1990-05-01', phone: '13800000000', ...AGREED };
const child = {
  name: '苏小满',
  birthDate: '2016-05-01',
  phone: '13800000000',
  ...AGREED,
  ...AGREED_FOR_CHILD,
};
const checkOut = (name: string, barcode: string) =>
  library.get('desk', 'desk.checkOut', { readerId: `reader-${name}`, barcode, branchId: 'main' });
const checkIn = (barcode: string) => library.get('desk', 'desk.checkIn', { barcode, branchId: 'main' });
const jobs = () => library.cloud.timer('jobs');

describe('applying', () => {
  it('gives a card at once where nothing is reviewed, with the consent to privacy on record', async () => {
    const reader = await library.get('new', 'account.apply', adult);
    expect(reader).toMatchObject({ standing: 'active', category: 'adult', categoryName: '成人', blocks: [] });
    expect((await library.get('new', 'account.consents', {})).list).toMatchObject([
      { what: 'privacy', given: true, version: PRIVACY_VERSION },
    ]);
    expect(await library.refused('new', 'account.apply', adult)).toEqual(['already_has_card']);
  });

  it('gives one card when the same request comes twice, and two different ones to two people', async () => {
    const [first, again] = await Promise.all([
      library.ask('new', 'account.apply', adult, 'request-1'),
      library.ask('new', 'account.apply', adult, 'request-1'),
    ]);
    expect(again).toEqual(first);
    const other = await library.get('newer', 'account.apply', adult);
    expect(first).toMatchObject({ ok: true });
    expect(JSON.stringify(first)).not.toContain(other.cardNumber);
    expect(await library.documents('readers', { name: '林知夏' })).toHaveLength(2);
  });

  it('where staff review, the card is given and opens nothing', async () => {
    await settings({ reviewsApplications: 'all' });
    const reader = await library.get('new', 'account.apply', adult);
    expect(reader).toMatchObject({ standing: 'pending', blocks: [{ code: 'application_pending' }] });
    expect(
      await library.refused('new', 'holds.place', { titleId: 'title-one', pickUpBranchId: 'main' }),
    ).toContain('application_pending');
    expect(
      await library.refused('desk', 'desk.checkOut', {
        readerId: reader.readerId,
        barcode: 'A1',
        branchId: 'main',
      }),
    ).toContain('application_pending');
  });

  it('where children are reviewed, adults are not', async () => {
    await settings({ reviewsApplications: 'children' });
    expect((await library.get('new', 'account.apply', adult)).standing).toBe('active');
    const kid = await library.get('an', 'account.apply', { ...child, guardianCard: CARD.an });
    expect(kid.standing).toBe('pending');
  });

  it('a guardian applies for a child in their own WeChat: it joins the family, and the guardian stays who acts', async () => {
    const kid = await library.get('an', 'account.apply', { ...child, guardianCard: CARD.an });
    expect(kid).toMatchObject({ category: 'child', standing: 'active' });
    expect((await library.get('an', 'account.me', {})).reader?.readerId).toBe('reader-an');
    expect((await library.get('an', 'account.family', {})).list).toMatchObject([
      { readerId: 'reader-an', relation: 'self', acting: true },
      { readerId: kid.readerId, relation: 'child', acting: false, loans: 0 },
    ]);
    expect(await library.documents('consents', { readerId: kid.readerId })).toHaveLength(2);
    expect(await library.document('readers', kid.readerId)).toMatchObject({
      openid: null,
      guardianReaderId: 'reader-an',
    });
  });

  it('a guardian who was named by another WeChat is told of it', async () => {
    await library.get('kid', 'account.apply', { ...child, guardianCard: CARD.an });
    expect((await library.get('an', 'notices.list', {})).list).toMatchObject([{ topic: 'account' }]);
  });

  it('a child needs a guardian who is grown up, with a card that opens something', async () => {
    expect(await library.refused('kid', 'account.apply', child)).toEqual(['guardian_needed']);
    const asked = { ...child, guardianCard: CARD.an };
    await change('an', { birthDate: '2009-01-01' });
    expect(await library.refused('an', 'account.apply', asked)).toEqual(['card_not_found']);
    await change('an', { birthDate: '1980-01-01', standing: 'pending' });
    expect(await library.refused('an', 'account.apply', asked)).toEqual(['application_pending']);
    await change('an', { standing: 'active' });
    await withPassword(CARD.an, '135790', { status: 'lost' });
    expect(await library.refused('an', 'account.apply', asked)).toEqual(['card_not_active']);
  });
});

describe('linking', () => {
  const link = (who: string, cardNumber: string, password: string) =>
    library.ask(who, 'account.link', { cardNumber, password });

  it('five wrong passwords lock the card for a quarter of an hour, whoever tries next', async () => {
    await unlinked('an');
    for (const left of [4, 3, 2, 1]) {
      expect(await link('thief', CARD.an, '000000')).toMatchObject({
        refusals: [{ code: 'wrong_password', attemptsLeft: left }],
      });
    }
    const locked = { refusals: [{ code: 'too_many_attempts', retryAt: addMinutes(START, 15) }] };
    const [last, owner] = [await link('thief', CARD.an, '000000'), await link('an', CARD.an, '135790')];
    expect(JSON.stringify(last)).toContain('too_many_attempts');
    expect(owner).toMatchObject({ refusals: [{ code: locked.refusals[0]?.code }] });
    await library.cloud.clock.move({ set: addMinutes(START, 16) });
    expect(await link('an', CARD.an, '135790')).toMatchObject({ ok: true });
  });

  it('ten wrong tries over many cards stop the WeChat for a day, right passwords and its own card or not', async () => {
    await unlinked('an');
    for (let n = 0; n < 10; n++)
      await library.refused('thief', 'account.link', {
        cardNumber: `3010000010${n}`,
        password: '000000',
      });
    expect(
      await library.refused('thief', 'account.link', { cardNumber: CARD.an, password: '135790' }),
    ).toEqual(['too_many_attempts']);
    expect(await link('an', CARD.an, '135790')).toMatchObject({ ok: true });
    await library.cloud.clock.move({ set: addMinutes(START, 25 * 60) });
    expect(
      await library.refused('thief', 'account.link', { cardNumber: CARD.an, password: '135790' }),
    ).toEqual(['card_linked_elsewhere']);
  });

  it('a lost or replaced card and a closed account open nothing', async () => {
    await unlinked('an');
    await withPassword(CARD.an, '135790', { status: 'lost' });
    expect(await library.refused('new', 'account.link', { cardNumber: CARD.an, password: '135790' })).toEqual(
      ['card_not_active'],
    );
    await withPassword(CARD.an, '135790', { status: 'active' });
    await change('an', { standing: 'closed' });
    expect(await library.refused('new', 'account.link', { cardNumber: CARD.an, password: '135790' })).toEqual(
      ['account_closed'],
    );
  });

  it('of two WeChats that link one card at once, one gets it', async () => {
    await unlinked('an');
    const answers = await Promise.all([link('one', CARD.an, '135790'), link('two', CARD.an, '135790')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(JSON.stringify(answers)).toContain('card_linked_elsewhere');
  });

  it('no password is kept in the log', async () => {
    await unlinked('an');
    await link('an', CARD.an, '135790');
    await library.get('an', 'account.setPassword', { oldPassword: '135790', newPassword: '246802' });
    expect(JSON.stringify(await library.documents('operations'))).not.toMatch(/135790|246802/);
  });
});

describe('several cards in one WeChat', () => {
  const family = async (who: string) => (await library.get(who, 'account.family', {})).list;

  it('links, switches and unlinks; the next card acts when the acting one goes', async () => {
    await unlinked('bai');
    const { list } = await library.get('an', 'account.linkAnother', {
      cardNumber: CARD.bai,
      password: '135790',
    });
    expect(list).toMatchObject([
      { readerId: 'reader-an', relation: 'self', acting: true },
      { readerId: 'reader-bai', relation: 'card', acting: false },
    ]);
    expect((await library.get('an', 'account.switchTo', { readerId: 'reader-bai' })).name).toBe('bai');
    expect((await library.get('an', 'account.me', {})).reader?.readerId).toBe('reader-bai');
    expect((await library.get('an', 'account.unlink', { readerId: 'reader-bai' })).list).toMatchObject([
      { readerId: 'reader-an', relation: 'self' },
    ]);
    expect(await library.refused('an', 'account.switchTo', { readerId: 'reader-bai' })).toEqual([
      'not_yours',
    ]);
    expect(await readerOf('bai')).toMatchObject({ openid: null });
    expect((await library.get('an', 'account.unlink', { readerId: 'reader-an' })).list).toEqual([]);
    expect((await library.get('an', 'account.me', {})).reader).toBeNull();
  });

  it('shows the card and the loans of a child and of a linked card, and nobody else’s', async () => {
    await change('an', { childReaderIds: ['reader-chen'] });
    await change('chen', {
      guardianReaderId: 'reader-an',
      openid: null,
      category: 'child',
      birthDate: '2016-01-01',
    });
    await checkOut('chen', 'A1');
    expect((await library.get('an', 'account.card', { readerId: 'reader-chen' })).cardNumber).toBe(CARD.chen);
    expect((await library.get('an', 'loans.list', { readerId: 'reader-chen' })).list).toHaveLength(1);
    expect(await family('an')).toMatchObject([{}, { readerId: 'reader-chen', relation: 'child', loans: 1 }]);
    expect(await library.refused('an', 'account.card', { readerId: 'reader-bai' })).toEqual(['not_yours']);
    expect(await library.refused('an', 'loans.list', { readerId: 'reader-bai' })).toEqual(['not_yours']);
  });

  it('logging out takes every card out of this WeChat', async () => {
    await unlinked('bai');
    await library.get('an', 'account.linkAnother', { cardNumber: CARD.bai, password: '135790' });
    await library.get('an', 'account.logOut', {});
    expect([(await readerOf('an')).openid, (await readerOf('bai')).openid]).toEqual([null, null]);
    expect(await library.document('identities', 'o-an')).toBeUndefined();
  });

  it('a card that was reported lost shows no code', async () => {
    await put('cards', { ...(await library.document('cards', CARD.an)), status: 'lost' });
    expect(await library.refused('an', 'account.card', {})).toEqual(['card_not_active']);
  });
});

describe('preferences, phone and password', () => {
  it('keeps what was not named', async () => {
    await library.get('an', 'recommendations.setTaste', { interests: ['scifi', 'history', 'scifi'] });
    const reader = await library.get('an', 'account.setPreferences', { language: 'en' });
    expect(reader).toMatchObject({ interests: ['scifi', 'history'], language: 'en', keepsHistory: false });
    expect(await library.ask('an', 'recommendations.setTaste', { interests: ['没有/这个'] })).toMatchObject({
      invalid: [{ path: 'input.interests.0' }],
    });
  });

  it('an old password is asked for once there is one, and wrong ones count', async () => {
    await library.get('an', 'account.setPassword', { newPassword: '135790' });
    const set = (input: { oldPassword?: string; newPassword: string }) =>
      library.ask('an', 'account.setPassword', input);
    const asked = { refusals: [{ code: 'wrong_password', attemptsLeft: 5 }] };
    expect(await set({ newPassword: '111111' })).toMatchObject(asked);
    expect(await set({ newPassword: '111111' })).toMatchObject(asked);
    expect(await set({ oldPassword: '000000', newPassword: '111111' })).toMatchObject({
      refusals: [{ code: 'wrong_password', attemptsLeft: 4 }],
    });
    expect(await set({ oldPassword: '135790', newPassword: '111111' })).toMatchObject({ ok: true });
    await library.get('an', 'account.logOut', {});
    expect(
      await library.ask('other', 'account.link', { cardNumber: CARD.an, password: '111111' }),
    ).toMatchObject({ ok: true });
  });

  it('a new phone number is told masked', async () => {
    expect((await library.get('an', 'account.setPhone', { phone: '13912345678' })).phone).toBe('139****5678');
    expect(await library.ask('an', 'account.setPhone', { phone: '12345' })).toMatchObject({
      invalid: [{ path: 'input.phone' }],
    });
  });
});

describe('the history', () => {
  const history = async () => (await library.get('an', 'loans.history', {})).list;
  const keep = (keepsHistory: boolean) => library.get('an', 'account.setPreferences', { keepsHistory });
  const read = async (barcode: string) => {
    await checkOut('an', barcode);
    await checkIn(barcode);
  };

  it('is off until the reader wants it, and each switch leaves its consent', async () => {
    expect(await library.get('an', 'loans.history', {})).toMatchObject({ kept: false, list: [] });
    await keep(true);
    await read('A1');
    expect(await history()).toMatchObject([{ title: { title: '红楼梦' } }]);
    await keep(false);
    expect((await library.get('an', 'account.consents', {})).list).toHaveLength(2);
    expect(await library.get('an', 'loans.history', {})).toMatchObject({ kept: false, list: [] });
  });

  it('switched off, the night forgets it, though it was switched on again before', async () => {
    await keep(true);
    await read('A1');
    await keep(false);
    await library.cloud.clock.move({ set: addMinutes(START, 1) });
    await keep(true);
    await library.cloud.clock.move({ set: addMinutes(START, 2) });
    await read('B1');
    await jobs();
    expect((await readerOf('an')).forgetUpTo).toBeUndefined();
    await library.cloud.clock.move({ set: '2026-11-22T20:00:00.000Z' });
    await jobs();
    expect((await history()).map(({ title }) => title.title)).toEqual(['三体']);
    const lines = await library.documents('operations', { barcode: 'A1' });
    expect(lines.filter(({ action }) => action === 'desk.checkIn')).toMatchObject([
      { readerId: '', ended: null },
    ]);
  });

  it('the texts that are shown have the versions that are kept', () => {
    expect([shown.PRIVACY_VERSION, shown.CHILD_VERSION, shown.HISTORY_VERSION]).toEqual([
      PRIVACY_VERSION,
      CHILD_VERSION,
      HISTORY_VERSION,
    ]);
  });
});

describe('consents', () => {
  it('giving and taking back the history by consent switches it', async () => {
    const consent = (given: boolean) =>
      library.get('an', 'account.consent', { what: 'history', given, version: HISTORY_VERSION });
    expect((await consent(true)).list).toMatchObject([{ what: 'history', given: true }]);
    expect((await readerOf('an')).keepsHistory).toBe(true);
    await library.cloud.clock.move({ set: addMinutes(START, 1) });
    expect((await consent(false)).list).toMatchObject([{ given: false }, { given: true }]);
    expect((await readerOf('an')).keepsHistory).toBe(false);
  });

  it('the consent to privacy ends with the account and not before', async () => {
    expect(
      await library.ask('an', 'account.consent', { what: 'privacy', given: false, version: '1' }),
    ).toMatchObject({ invalid: [{ path: 'input.given' }] });
  });
});

describe('money and looks', () => {
  const line = (n: number, changes: Partial<AccountLineDocument> = {}): AccountLineDocument => ({
    _id: `line-${n}`,
    readerId: 'reader-an',
    account: 'fees',
    at: addMinutes(START, -n),
    on: '2026-11-22',
    kind: 'charge',
    amount: 10,
    reason: '逾期',
    settles: null,
    bookUntil: null,
    open: 10,
    loanId: '',
    barcode: '',
    titleName: '红楼梦',
    staffName: '',
    comment: '馆员看的',
    receipt: '',
    ...changes,
  });

  it('lines come newest first, page by page, and only one’s own', async () => {
    await put(
      'accountLines',
      ...Array.from({ length: 45 }, (_, n) => line(n)),
      line(99, { readerId: 'reader-bai' }),
    );
    await change('an', { owes: 450, deposit: 10000 });
    const seen: string[] = [];
    let next: string | undefined;
    do {
      const page = await library.get('an', 'account.lines', next ? { after: next } : {});
      expect(page).toMatchObject({ owes: 450, deposit: 10000 });
      expect(JSON.stringify(page)).not.toContain('馆员看的');
      seen.push(...page.list.map(({ lineId }) => lineId));
      next = page.next;
    } while (next);
    expect(seen).toEqual(Array.from({ length: 45 }, (_, n) => `line-${n}`));
  });

  it('whoever owes too much is told on their own page', async () => {
    await put('policies', {
      ...(await library.documents('policies'))[0],
      rules: { debtLimit: 100 },
    });
    await change('an', { owes: 450 });
    await rulesAreReadAgain();
    expect((await library.get('an', 'account.me', {})).reader?.blocks).toMatchObject([
      { code: 'owes_too_much', owes: 450, limit: 100 },
    ]);
  });

  it('shows who of the staff looked, to the reader alone', async () => {
    await library.get('desk', 'desk.reader', { scanned: CARD.an });
    await library.get('desk', 'desk.reader', { scanned: CARD.an });
    const { list } = await library.get('an', 'account.looks', {});
    expect(list).toMatchObject([{ staffName: '馆员', action: 'desk.reader', times: 2, day: '2026-11-22' }]);
    expect((await library.get('bai', 'account.looks', {})).list).toEqual([]);
  });
});

describe('export', () => {
  it('gives everything about the reader and nothing about others, without the password', async () => {
    await withPassword(CARD.an);
    await checkOut('an', 'A1');
    await checkOut('bai', 'B1');
    await library.get('an', 'holds.place', { titleId: 'title-three', pickUpBranchId: 'main' });
    await library.get('an', 'events.register', { eventId: 'talk' });
    const { fileName, json } = await library.get('an', 'account.export', {});
    const all = JSON.parse(json) as Record<string, unknown>;
    expect(fileName).toBe(`shuxiang-${CARD.an}-2026-11-22.json`);
    expect(all).toMatchObject({
      reader: { name: 'an', linkedToWeChat: true },
      cards: [{ cardNumber: CARD.an, hasPassword: true }],
      loans: [{ barcode: 'A1' }],
      holds: [{ titleId: 'title-three' }],
      registrations: [{ eventId: 'talk' }],
      notWhole: {},
    });
    expect(json).not.toMatch(/reader-bai|o-an|[0-9a-f]{32}:[0-9a-f]{64}/);
  });

  it('has a place for whatever a collection keeps of readers, or says why not', async () => {
    const personal = Object.entries(HEADINGS).filter(([, heading]) => heading !== null);
    expect(Object.keys(EXPORTED).sort()).toEqual(personal.map(([name]) => name).sort());
    const { json } = await library.get('an', 'account.export', {});
    const lists = Object.values(EXPORTED).flatMap((place) => ('list' in place ? [place.list] : []));
    expect(Object.keys(JSON.parse(json) as object)).toEqual(expect.arrayContaining(lists));
  });

  it('stays within an answer of the platform and says what it cut', async () => {
    const notice = (n: number) => ({
      _id: `notice-${n}`,
      readerId: 'reader-an',
      topic: 'event',
      title: '活动',
      body: '书'.repeat(600),
      link: '',
      at: addMinutes(START, -n),
      read: true,
    });
    await put('notices', ...Array.from({ length: 900 }, (_, n) => notice(n)));
    const answer = await library.ask('an', 'account.export', {});
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(1_000_000);
    const { json } = (answer as { value: { json: string } }).value;
    const { notices, notWhole } = JSON.parse(json) as {
      notices: { _id: string }[];
      notWhole: Record<string, { given: number; of: number }>;
    };
    expect(notices[0]?._id).toBe('notice-0');
    expect(notWhole['notices']).toEqual({ given: notices.length, of: 900 });
  });
});

describe('closing', () => {
  const close = (cardNumber = CARD.an) => library.ask('an', 'account.close', { cardNumber });

  it('is refused while anything is open, with all of it at once', async () => {
    await checkOut('an', 'A1');
    await library.get('an', 'holds.place', { titleId: 'title-three', pickUpBranchId: 'main' });
    await change('an', { owes: 100, deposit: 10000, childReaderIds: ['reader-chen'] });
    expect(await close()).toMatchObject({
      refusals: [{ code: 'account_not_settled', loans: 1, holds: 1, owes: 100, deposit: 10000, children: 1 }],
    });
  });

  it('asks for the number of the card itself', async () => {
    expect(await close(CARD.bai)).toMatchObject({ refusals: [{ code: 'card_not_found' }] });
    expect((await readerOf('an')).standing).toBe('active');
  });

  it('takes away what names the reader and gives the seat of an event back; the books of the library stay', async () => {
    await withPassword(CARD.an);
    await checkOut('an', 'A1');
    await checkIn('A1');
    await library.get('an', 'events.register', { eventId: 'talk' });
    await library.get('an', 'account.setPreferences', { keepsHistory: true });
    await library.get('desk', 'desk.reader', { scanned: CARD.an });
    const [first, again] = [
      await library.ask('an', 'account.close', { cardNumber: CARD.an }, 'close-once'),
      await library.ask('an', 'account.close', { cardNumber: CARD.an }, 'close-once'),
    ];
    expect([first, again]).toEqual([
      { ok: true, value: { closed: true } },
      { ok: true, value: { closed: true } },
    ]);
    expect(await readerOf('an')).toMatchObject({
      name: '',
      phone: '',
      standing: 'closed',
      openid: null,
      keepsHistory: false,
    });
    expect((await readerOf('an')).birthDate).toMatch(/-01-01$/);
    expect((await library.get('an', 'account.me', {})).reader).toBeNull();
    expect(await library.document('events', 'talk')).toMatchObject({ registered: 0 });
    expect(await library.document('cards', CARD.an)).toMatchObject({ password: '' });

    await library.cloud.clock.move({ set: '2026-11-22T20:00:00.000Z' });
    await jobs();
    await library.cloud.clock.move({ set: '2026-11-23T20:00:00.000Z' });
    await jobs();
    const left = await library.everything();
    const naming = (documents: { readerId?: string }[]) =>
      documents.filter(({ readerId }) => readerId === 'reader-an').length;
    expect(naming(left.operations)).toBe(0);
    expect(naming(left.notices)).toBe(0);
    expect(naming(left.recordLooks)).toBe(0);
    expect(naming(left.consents)).toBe(1);
    expect(await library.document('items', 'A1')).toMatchObject({ lastLoan: null });
    // The same person can begin anew.
    expect((await library.get('an', 'account.apply', adult)).standing).toBe('active');
  });

  it('a child who leaves is no longer of the family', async () => {
    await change('bai', { childReaderIds: ['reader-an'] });
    await change('an', { guardianReaderId: 'reader-bai' });
    await close();
    expect((await readerOf('bai')).childReaderIds).toEqual([]);
  });
});
