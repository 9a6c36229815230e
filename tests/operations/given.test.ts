import { MOST_OFFERED } from '../../cloudfunctions/community/donating';
import { outcomes, startSmallLibrary, type SmallLibrary } from './library';

/** Books that wander and books that are given, through the real functions; eve is of the staff for events. */

jest.setTimeout(120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(2);
});
beforeEach(async () => {
  await library.startOverLater(6);
  await library.appoint('eve', ['events']);
  await library.cloud.db.upsert('readers', [
    { ...(await library.document('readers', 'reader-an')), name: '安澜舟' },
    { ...(await library.document('readers', 'reader-bai')), name: '白露晞' },
  ] as never);
});
afterAll(() => library?.close());

const MASKED = { naming: 'masked' as const, penName: '' };
const toldOf = async (who: string) =>
  (await library.get(who, 'notices.list', {})).list.map(({ title }) => title);

describe('a wandering book', () => {
  const free = (changes: object = {}) =>
    library.get('eve', 'driftDesk.make', {
      ...{ barcode: '', title: '边城', author: '沈从文', about: '', place: '一楼漂流架' },
      ...changes,
    });
  const take = async (who: string, code: string) => {
    const { seen } = await library.get(who, 'drifting.look', { code });
    return library.get(who, 'drifting.take', { code, seen, ...MASKED });
  };

  it('goes from hand to hand and home, with days, names as chosen, and notes that have passed', async () => {
    const { driftId, code } = await free();
    await take('an', code);
    await library.get('an', 'drifting.note', { driftId, text: '看到最后一页' });
    await library.cloud.clock.move({ advance: { days: 3 } });
    // Passed on directly: whoever has the book has the code.
    await take('bai', code);
    await library.get('bai', 'drifting.note', { driftId, text: '这句待审测试' });
    const seen = await library.get('visitor', 'drifting.show', { driftId });
    expect(seen.legs.map(({ by, note, to }) => [by, note, to !== ''])).toEqual([
      ['安＊＊', '看到最后一页', true],
      ['白＊＊', '', false],
    ]);
    expect(JSON.stringify(seen)).not.toContain(code);
    expect((await library.get('bai', 'drifting.show', { driftId })).legs[1]?.note).toBe('这句待审测试');
    const [waiting] = (await library.get('eve', 'driftDesk.notes', {})).list;
    await library.get('eve', 'driftDesk.lookAtNote', {
      ...{ driftId, number: 2, at: waiting?.at ?? '', allow: true },
    });
    expect((await library.get('visitor', 'drifting.show', { driftId })).legs[1]?.note).not.toBe('');
    await library.get('bai', 'drifting.leave', { driftId, place: '书吧' });
    await library.get('an', 'drifting.setNaming', { driftId, naming: 'nobody', penName: '' });
    const after = await library.get('visitor', 'drifting.show', { driftId });
    expect([after.state, after.place, after.legs[0]?.by]).toEqual(['out', '书吧', '']);
    await library.get('eve', 'driftDesk.comeHome', { driftId });
    expect(await library.refused('an', 'drifting.take', { code, seen: 99, ...MASKED })).toEqual([
      'drift_moved_on',
    ]);
  });

  it('taken by two at once is with one, and the other is told that it moved on', async () => {
    const { code } = await free();
    const seen = await Promise.all(
      ['an', 'bai', 'chen'].map((who) => library.get(who, 'drifting.look', { code })),
    );
    const answers = await Promise.all(
      ['an', 'bai', 'chen'].map((who, n) =>
        library.ask(who, 'drifting.take', { code, seen: seen[n]?.seen ?? 0, ...MASKED }),
      ),
    );
    expect(outcomes(answers).sort()).toEqual(['drift_moved_on', 'drift_moved_on', 'ok']);
    expect(await library.documents('driftLegs', { to: '' })).toHaveLength(1);
  });

  it('is let go by its holder alone, is taken with its code alone, and three are enough', async () => {
    const { driftId, code } = await free();
    await take('an', code);
    expect(await library.refused('bai', 'drifting.leave', { driftId, place: '书吧' })).toEqual([
      'drift_not_with_you',
    ]);
    expect(await library.refused('bai', 'drifting.look', { code: 'AAAA2222' })).toEqual([
      'drift_code_unknown',
    ]);
    for (let n = 0; n < 2; n++) await take('an', (await free()).code);
    const fourth = await free();
    expect((await library.get('an', 'drifting.look', { code: fourth.code })).because).toEqual([
      { code: 'drift_limit_reached', current: 3, limit: 3 },
    ]);
    await library.get('an', 'drifting.lose', { driftId });
    // Whoever finds it has it.
    expect((await take('bai', code)).mine).toBe(true);
  });

  it('that is a copy leaves what is lent, which is the cataloguers’ to say, and wanders once', async () => {
    const make = { barcode: 'B1', title: '', author: '', about: '', place: '' };
    expect(await library.refused('eve', 'driftDesk.make', make)).toEqual(['role_missing']);
    await library.appoint('eve', ['events', 'cataloguer']);
    const answers = await Promise.all([1, 2].map(() => library.ask('eve', 'driftDesk.make', make)));
    expect(outcomes(answers).sort()).toEqual(['drift_exists_already', 'ok']);
    expect((await library.document('items', 'B1'))?.status).toBe('withdrawn');
    await library.get('desk', 'desk.checkOut', { readerId: 'reader-an', barcode: 'C1', branchId: 'main' });
    expect(await library.refused('eve', 'driftDesk.make', { ...make, barcode: 'C1' })).toContain(
      'drift_copy_in_use',
    );
  });
});

describe('a donation', () => {
  const BOOKS = [
    { isbn: '978-7-5366-9293-0', title: '三体', author: '刘慈欣', count: 2, condition: 'good' as const },
    { isbn: '', title: '旧字典', author: '', count: 1, condition: 'worn' as const },
  ];
  const offer = (who = 'an', changes: object = {}) =>
    library.get(who, 'donations.offer', {
      ...{ books: BOOKS, words: '搬家整理', way: 'bring', naming: 'full', penName: '' },
      ...changes,
    });

  it('a child under 14 is offered, at the form and later, no more than what is accepted', async () => {
    await library.cloud.db.upsert('readers', [
      { ...(await library.document('readers', 'reader-bai')), birthDate: '2016-05-01' },
    ] as never);
    const { namings } = await library.get('bai', 'donations.form', {});
    expect(namings).toEqual(['nobody', 'masked', 'pen_name']);
    expect((await library.get('an', 'donations.form', {})).namings).toContain('full');
    const { donationId, namings: later } = await offer('bai', { naming: 'masked' });
    expect(later).toEqual(namings);
    const whole = { donationId, naming: 'full' as const, penName: '' };
    expect(await library.refused('bai', 'donations.setNaming', whole)).toEqual(['child_not_by_name']);
    const books = { books: BOOKS, words: '', way: 'bring' as const };
    for (const naming of ['nobody', 'masked', 'full', 'pen_name'] as const) {
      const answer = await library.ask('bai', 'donations.offer', { ...books, naming, penName: '小白' });
      expect([naming, answer.ok]).toEqual([naming, namings.includes(naming)]);
    }
  });

  it('says at the form already that no more can be offered now', async () => {
    for (let n = 0; n < MOST_OFFERED; n += 1) await offer();
    expect(await library.refused('an', 'donations.form', {})).toEqual(['donation_limit_reached']);
  });

  it('is answered book by book, received, thanked for, and each book says what became of it', async () => {
    const { donationId } = await offer();
    expect((await library.get('eve', 'donationDesk.show', { donationId })).owned).toEqual([3, 0]);
    const wrong = { donationId, wanted: [true], words: '想要' };
    expect(await library.refused('eve', 'donationDesk.answer', wrong)).toEqual(['donation_books_differ']);
    await library.get('eve', 'donationDesk.answer', { donationId, wanted: [true, false], words: '三体想要' });
    expect((await library.get('visitor', 'donations.thanks', {})).list).toEqual([]);
    await library.get('eve', 'donationDesk.receive', { donationId, counts: [2, 0], words: '谢谢您' });
    const [thanked] = (await library.get('visitor', 'donations.thanks', {})).list;
    expect(thanked).toMatchObject({ by: '安澜舟', titles: ['三体'], copies: 2 });
    await library.get('an', 'donations.setNaming', { donationId, naming: 'nobody', penName: '' });
    expect(JSON.stringify(await library.get('visitor', 'donations.thanks', {}))).not.toContain('安');
    await library.get('eve', 'donationDesk.setFate', { donationId, book: 0, fate: 'catalogued' });
    const mine = await library.get('an', 'donations.show', { donationId });
    expect([mine.state, mine.number.slice(0, 5), mine.books[0]?.fate]).toEqual([
      'settled',
      '2026-',
      'catalogued',
    ]);
    expect(await toldOf('an')).toEqual(['您捐的书有了去处', '您捐的书收到了', '您捐的书，图书馆想要']);
  });

  it('that is not wanted ends with words; one that is not brought in two months is awaited no longer', async () => {
    const first = await offer();
    await library.get('eve', 'donationDesk.answer', {
      ...{ donationId: first.donationId, wanted: [false, false], words: '可以送社区书屋' },
    });
    expect((await library.get('an', 'donations.show', { donationId: first.donationId })).state).toBe(
      'declined',
    );
    const { donationId } = await offer();
    await library.get('eve', 'donationDesk.answer', { donationId, wanted: [true, true], words: '都要' });
    await library.cloud.clock.move({ advance: { days: 61 } });
    await library.cloud.timer('jobs');
    expect((await library.get('an', 'donations.show', { donationId })).state).toBe('lapsed');
    // It comes after all.
    await library.get('eve', 'donationDesk.receive', { donationId, counts: [1, 1], words: '谢谢' });
    expect(await library.refused('an', 'donations.withdraw', { donationId })).toEqual(['donation_is']);
  });

  it('that nobody answered, or said what became of, names nobody after two years', async () => {
    const [unanswered, received, young] = [await offer(), await offer('bai'), await offer()];
    const which = { donationId: received.donationId };
    await library.get('eve', 'donationDesk.answer', { ...which, wanted: [true, true], words: '都要' });
    await library.get('eve', 'donationDesk.receive', { ...which, counts: [1, 1], words: '谢谢' });
    const since = async ({ donationId }: { donationId: string }, day: string) => {
      const donation = await library.document('donations', donationId);
      await library.cloud.db.upsert('donations', [{ ...donation, since: `${day}T02:00:00.000Z` }] as never);
    };
    await since(unanswered, '2024-11-01');
    await since(received, '2024-11-01');
    await since(young, '2025-01-01');
    await library.cloud.clock.move({ advance: { days: 1 } });
    await library.cloud.timer('jobs');
    const left = await Promise.all(
      [unanswered, received, young].map(({ donationId }) => library.document('donations', donationId)),
    );
    const forgotten = { readerId: '', words: '', endedAt: '' };
    expect(left).toMatchObject([
      { ...forgotten, state: 'lapsed' },
      { ...forgotten, state: 'settled' },
      { readerId: 'reader-an', state: 'offered' },
    ]);
  });

  it('withdrawn while it is answered: one of the two is done, and the state is theirs', async () => {
    const { donationId } = await offer();
    const [withdrawn, answered] = await Promise.all([
      library.ask('an', 'donations.withdraw', { donationId }),
      library.ask('eve', 'donationDesk.answer', { donationId, wanted: [false, false], words: '谢谢' }),
    ]);
    expect([withdrawn.ok, answered.ok].filter(Boolean)).toHaveLength(1);
  });

  it('is its giver’s alone, five at a time, with an ISBN that is one', async () => {
    const { donationId } = await offer();
    expect(await library.refused('bai', 'donations.show', { donationId })).toEqual(['donation_not_found']);
    for (let n = 0; n < 4; n++) await offer();
    const input = { books: BOOKS, words: '', way: 'bring' as const, naming: 'nobody' as const, penName: '' };
    expect(await library.refused('an', 'donations.offer', input)).toEqual(['donation_limit_reached']);
    const bad = [{ ...BOOKS[1], isbn: '123' }] as typeof BOOKS;
    expect(await library.ask('bai', 'donations.offer', { ...input, books: bad })).toMatchObject({
      invalid: [{ path: 'input.books.0.isbn' }],
    });
    expect(await library.get('bai', 'donations.lookUp', { isbn: '9787536692930' })).toEqual({
      book: { title: '三体', author: '刘慈欣', copies: 3 },
    });
  });

  it('and a wandering book outlive the account, without a name', async () => {
    const { donationId } = await offer('bai');
    await library.get('eve', 'donationDesk.answer', { donationId, wanted: [true, true], words: '想要' });
    await library.get('eve', 'donationDesk.receive', { donationId, counts: [2, 1], words: '谢谢' });
    const { driftId, code } = await library.get('eve', 'driftDesk.make', {
      ...{ barcode: '', title: '边城', author: '', about: '', place: '书吧' },
    });
    const { seen } = await library.get('bai', 'drifting.look', { code });
    await library.get('bai', 'drifting.take', { code, seen, ...MASKED });
    await library.get('bai', 'account.close', { cardNumber: '30100000002' });
    for (let n = 0; n < 3; n++) await library.cloud.timer('jobs');
    const [thanked] = (await library.get('visitor', 'donations.thanks', {})).list;
    expect(thanked).toMatchObject({ by: '', copies: 3 });
    const passport = await library.get('visitor', 'drifting.show', { driftId });
    expect([passport.state, passport.legs[0]?.by]).toEqual(['lost', '']);
    expect(JSON.stringify(await library.documents('driftLegs'))).not.toContain('reader-bai');
    expect(JSON.stringify(await library.documents('donations'))).not.toContain('reader-bai');
  });
});
