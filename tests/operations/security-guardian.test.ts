import { outcomes, startSmallLibrary, type SmallLibrary } from './library';
import { aReader } from '../builders/documents';
import { AGREED, AGREED_FOR_CHILD } from './agreed';

/**
 * A guardian is one who said so in their own WeChat or at the desk; who names a card learns nothing of it.
 */

jest.setTimeout(120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary();
});
beforeEach(() => library.startOver());
afterAll(() => library?.close());

const AN = '30100000001';
const NOBODYS = '30199999999';
const child = {
  name: '无名氏的文字',
  birthDate: '2016-05-01',
  phone: '13800000000',
  ...AGREED,
  ...AGREED_FOR_CHILD,
};
const grown = { ...child, name: '苏小满', guardianCard: AN };
const readerOf = async (name: string) => (await library.document('readers', `reader-${name}`))!;
const put = (collection: Parameters<SmallLibrary['documents']>[0], ...documents: object[]) =>
  library.cloud.db.upsert(collection, documents as Record<string, unknown>[]);
const apply = (who: string, guardianCard: string) =>
  library.get(who, 'account.apply', { ...child, guardianCard });
const requestsOf = async (who: string) => (await library.get(who, 'account.family', {})).requests;
const accepted = async (who: string) => {
  const kid = await apply(who, AN);
  const [request] = await requestsOf('an');
  await library.get('an', 'account.answerGuardian', {
    requestId: request?.requestId ?? '',
    accept: true,
    ...AGREED_FOR_CHILD,
  });
  return kid;
};
/** From here on what children owe stops their guardian. */
const debtsCount = async () => {
  const [policy] = await library.documents('policies', { _id: 'default' });
  await put('policies', { ...policy, rules: { ...policy?.rules, childrenDebtLimit: 0 } });
  await library.cloud.clock.move({ advance: { minutes: 5 } });
};
const blocksOfAn = async () =>
  (await library.get('desk', 'desk.reader', { scanned: AN })).blocks.map(({ code }) => code);
const owing = async (readerId: string) =>
  put('readers', { ...(await library.document('readers', readerId)), owes: 100_000 });
const childrenOf = async (name: string) => (await readerOf(name)).childReaderIds;

describe('a card that was named as the guardian’s', () => {
  it('answers the same whether it is somebody’s, nobody’s, a child’s, lost or closed', async () => {
    await put('readers', { ...(await readerOf('bai')), birthDate: '2015-01-01' });
    await put('cards', { ...(await library.document('cards', '30100000003')), status: 'lost' });
    await put('readers', { ...(await readerOf('ding')), standing: 'closed' });
    const cards = [AN, NOBODYS, '30100000002', '30100000003', '30100000004'];
    const answers: string[] = [];
    for (const [n, card] of cards.entries()) {
      const kid = await apply(`kid-${n}`, card);
      const me = await library.get(`kid-${n}`, 'account.me', {});
      answers.push(JSON.stringify([kid, me]).replaceAll(kid.readerId, '').replaceAll(kid.cardNumber, ''));
    }
    expect(new Set(answers).size).toBe(1);
    expect(await requestsOf('an')).toHaveLength(1);
  });

  it('is counted against who names it: cards cannot be tried one after another', async () => {
    await apply('kid', NOBODYS);
    for (let n = 1; n < 10; n++)
      await library.get('kid', 'account.askGuardian', { guardianCard: `3019999999${n}` });
    expect(await library.refused('kid', 'account.askGuardian', { guardianCard: AN })).toEqual([
      'too_many_attempts',
    ]);
    expect(await requestsOf('an')).toEqual([]);
  });

  it('gets no more than five requests that wait', async () => {
    for (let n = 0; n < 7; n++) await apply(`kid-${n}`, AN);
    expect(await requestsOf('an')).toHaveLength(5);
    expect(await library.documents('notices', { readerId: 'reader-an' })).toHaveLength(5);
  });
});

describe('until the guardian has accepted', () => {
  it('nobody is of a family, and the child’s card opens nothing', async () => {
    const kid = await apply('kid', AN);
    expect(kid.blocks).toMatchObject([{ code: 'guardian_unconfirmed' }]);
    expect(await childrenOf('an')).toEqual([]);
    expect((await library.get('an', 'account.family', {})).list).toHaveLength(1);
    expect(await library.refused('an', 'account.card', { readerId: kid.readerId })).toEqual(['not_yours']);
    expect(
      await library.refused('desk', 'desk.checkOut', {
        readerId: kid.readerId,
        barcode: 'B1',
        branchId: 'main',
      }),
    ).toEqual(['guardian_unconfirmed']);
    const shown = await library.get('desk', 'desk.reader', { scanned: kid.cardNumber });
    expect(shown.guardianName).toBeUndefined();
  });

  it('the guardian owes nothing of the child’s, and can close the account', async () => {
    await debtsCount();
    const kid = await apply('kid', AN);
    await owing(kid.readerId);
    expect(await blocksOfAn()).toEqual([]);
    expect(await library.get('an', 'account.close', { cardNumber: AN })).toEqual({ closed: true });
  });

  it('the guardian reads no text of the stranger: the end of the card’s number and an age', async () => {
    const kid = await apply('kid', AN);
    const seen = JSON.stringify([
      await library.get('an', 'notices.list', {}),
      await library.get('an', 'account.family', {}),
      await library.documents('outbox', { readerId: 'reader-an' }),
    ]);
    expect(seen).not.toContain(child.name);
    expect(seen).not.toContain(kid.cardNumber);
    expect(seen).not.toContain(kid.readerId);
    expect(await requestsOf('an')).toMatchObject([{ cardEnd: kid.cardNumber.slice(-4), age: 10 }]);
  });
});

describe('a guardian', () => {
  it('accepts in their own WeChat: then they act for the child, and the card is good', async () => {
    const kid = await accepted('kid');
    expect(await childrenOf('an')).toEqual([kid.readerId]);
    expect(await library.get('an', 'account.card', { readerId: kid.readerId })).toMatchObject({
      name: child.name,
    });
    expect((await library.get('kid', 'account.me', {})).reader?.blocks).toEqual([]);
    expect(await requestsOf('an')).toEqual([]);
    expect(await library.documents('consents', { readerId: kid.readerId, what: 'guardian' })).toHaveLength(1);
    expect((await library.get('kid', 'notices.list', {})).list).toMatchObject([{ topic: 'account' }]);
  });

  it('declines: nothing comes of it, and the child is told nothing that tells of the card', async () => {
    await apply('kid', AN);
    const [request] = await requestsOf('an');
    await library.get('an', 'account.answerGuardian', {
      requestId: request?.requestId ?? '',
      accept: false,
    });
    expect(await requestsOf('an')).toEqual([]);
    expect(await childrenOf('an')).toEqual([]);
    expect((await library.get('kid', 'notices.list', {})).list).toEqual([]);
    expect((await library.get('kid', 'account.me', {})).reader?.blocks).toMatchObject([
      { code: 'guardian_unconfirmed' },
    ]);
  });

  it('is nobody else: a request can be answered by the one who was asked, once', async () => {
    await apply('kid', AN);
    const [request] = await requestsOf('an');
    const answer = { requestId: request?.requestId ?? '', accept: true, ...AGREED_FOR_CHILD };
    expect(await library.refused('bai', 'account.answerGuardian', answer)).toEqual(['request_not_found']);
    expect(await library.refused('kid', 'account.answerGuardian', answer)).toEqual(['request_not_found']);
    const both = await Promise.all([1, 2].map(() => library.ask('an', 'account.answerGuardian', answer)));
    expect(outcomes(both)).toEqual(['ok', 'request_not_found']);
    expect(await childrenOf('an')).toHaveLength(1);
  });

  it('is asked by another number when the first was wrong, and the first request is gone', async () => {
    await apply('kid', '30100000002');
    expect(await requestsOf('bai')).toHaveLength(1);
    await library.get('kid', 'account.askGuardian', { guardianCard: AN });
    expect(await requestsOf('bai')).toEqual([]);
    expect(await requestsOf('an')).toHaveLength(1);
    expect(await library.refused('bai', 'account.askGuardian', { guardianCard: AN })).toEqual([
      'guardian_not_needed',
    ]);
  });

  it('is of age: a child is not offered a card for children, an adult is', async () => {
    await library.cloud.db.upsert('readers', [
      { ...(await library.document('readers', 'reader-chen')), birthDate: '2015-01-01' },
    ] as never);
    expect(await library.get('chen', 'account.family', {})).toMatchObject({ mayAddChild: false });
    expect(await library.get('an', 'account.family', {})).toMatchObject({ mayAddChild: true });
  });

  it('has ten children at most, whether asked or applying for them', async () => {
    await put('readers', {
      ...(await readerOf('an')),
      childReaderIds: Array.from({ length: 10 }, (_, n) => `child-${n}`),
    });
    expect(await library.refused('an', 'account.apply', grown)).toEqual(['children_limit_reached']);
    await apply('kid', AN);
    const [request] = await requestsOf('an');
    expect(
      await library.refused('an', 'account.answerGuardian', {
        requestId: request?.requestId ?? '',
        accept: true,
        ...AGREED_FOR_CHILD,
      }),
    ).toEqual(['children_limit_reached']);
  });

  it('has ten children at most at the desk too, and the child of theirs is not counted twice', async () => {
    const [, ...others] = Array.from({ length: 10 }, (_, n) => `child-${n}`);
    const kid = { _id: 'reader-kid', cardNumber: '30100000007', birthDate: '2018-04-17', openid: null };
    await put('readers', { ...aReader({ ...kid, guardianReaderId: 'reader-an' }) });
    const told = { comment: '本人要求', guardianCard: AN };
    await put('readers', { ...(await readerOf('an')), childReaderIds: [kid._id, ...others] });
    await library.get('desk', 'desk.setGuardian', { readerId: kid._id, ...told });
    await put('readers', { ...aReader({ ...kid, _id: 'reader-other', cardNumber: '30100000006' }) });
    const full = ['children_limit_reached'];
    expect(await library.refused('desk', 'desk.setGuardian', { readerId: 'reader-other', ...told })).toEqual(
      full,
    );
    const born = { name: '安小满', birthDate: '2019-01-02', phone: '', category: 'child' };
    expect(await library.refused('desk', 'desk.newCard', { ...born, guardianCard: AN })).toEqual(full);
    expect(await childrenOf('an')).toHaveLength(10);
  });

  it('and its child see and collect what one shared with the other, no longer than they are of one family', async () => {
    const { readerId } = await accepted('kid');
    const order = { titleId: 'title-one', pickUpBranchId: 'main' };
    // Each once, and nobody with themselves.
    const sharedWith = [readerId, 'reader-an', readerId];
    const { holdId } = await library.get('an', 'holds.place', { ...order, sharedWith });
    expect((await library.document('holds', holdId))?.sharedWith).toEqual([readerId]);
    expect((await library.get('kid', 'holds.list', {})).list).toHaveLength(1);
    await library.get('an', 'account.endGuardianship', { readerId });
    expect((await library.get('kid', 'holds.list', {})).list).toEqual([]);
    expect((await library.get('an', 'holds.list', {})).list).toMatchObject([{ sharedWith: [] }]);
    await library.get('desk', 'desk.checkIn', { barcode: 'A1', branchId: 'main' });
    expect(await library.documents('notices', { readerId, topic: 'hold_ready' })).toEqual([]);
    await library.get('desk', 'desk.setGuardian', {
      readerId,
      guardianCard: '30100000002',
      comment: '换监护人',
    });
    const wanted = { readerId, barcode: 'A1', branchId: 'main' };
    expect(await library.refused('desk', 'desk.checkOut', wanted)).toEqual(['item_held_for_another']);
    expect(await library.get('desk', 'desk.queue', { titleId: 'title-one' })).toMatchObject({
      list: [{ sharedWith: [] }],
    });
  });

  it('lets a child go: neither acts for it nor answers for it, and the child needs another', async () => {
    const kid = await accepted('kid');
    await library.get('an', 'account.endGuardianship', { readerId: kid.readerId });
    expect((await library.get('an', 'account.family', {})).list).toHaveLength(1);
    expect(await childrenOf('an')).toEqual([]);
    const consents = await library.documents('consents', { readerId: kid.readerId, what: 'guardian' });
    expect(consents.map(({ given }) => given).sort()).toEqual([false, true]);
    expect(await library.refused('an', 'account.card', { readerId: kid.readerId })).toEqual(['not_yours']);
    expect((await library.get('kid', 'account.me', {})).reader?.blocks).toMatchObject([
      { code: 'guardian_unconfirmed' },
    ]);
    expect(await library.refused('bai', 'account.endGuardianship', { readerId: kid.readerId })).toEqual([
      'not_yours',
    ]);
  });
});

describe('the desk', () => {
  it('takes a guardian from a child, with a reason', async () => {
    const kid = await accepted('kid');
    const end = (comment: string) =>
      library.ask('desk', 'desk.endGuardianship', { readerId: kid.readerId, comment });
    expect(await end('')).toMatchObject({ refusals: [{ code: 'comment_needed' }] });
    expect(await end('监护人来馆说明')).toMatchObject({ ok: true });
    expect(await childrenOf('an')).toEqual([]);
    expect((await library.document('readers', kid.readerId))?.guardianReaderId).toBeNull();
    expect(await end('再来一次')).toMatchObject({ refusals: [{ code: 'no_guardian' }] });
  });

  it('enters a guardian who stands there with their card', async () => {
    const kid = await apply('kid', NOBODYS);
    const enter = (guardianCard: string) =>
      library.ask('desk', 'desk.setGuardian', {
        readerId: kid.readerId,
        guardianCard,
        comment: '户口簿已核对',
      });
    expect(await enter(NOBODYS)).toMatchObject({ refusals: [{ code: 'card_not_found' }] });
    expect(await enter(AN)).toMatchObject({ ok: true });
    expect(await childrenOf('an')).toEqual([kid.readerId]);
    expect((await library.get('kid', 'account.me', {})).reader?.blocks).toEqual([]);
    expect(await library.documents('guardianRequests')).toEqual([]);
  });
});

describe('a child who has grown up', () => {
  const GROWN = '2008-11-22';
  const bornOn = async (readerId: string, birthDate: string) =>
    put('readers', { ...(await library.document('readers', readerId)), birthDate });

  it('is their own from the eighteenth birthday: the guardian’s WeChat shows no card of theirs', async () => {
    const kid = await accepted('kid');
    await bornOn(kid.readerId, '2008-11-23');
    expect(await library.get('an', 'account.card', { readerId: kid.readerId })).toBeTruthy();
    await bornOn(kid.readerId, GROWN);
    expect(await library.refused('an', 'account.card', { readerId: kid.readerId })).toEqual(['not_yours']);
    expect((await library.get('an', 'account.family', {})).list).toHaveLength(1);
    expect(await library.refused('an', 'loans.list', { readerId: kid.readerId })).toEqual(['not_yours']);
  });

  it('stops the guardian by no debt from that day on, at the desk and at the loan', async () => {
    await debtsCount();
    const kid = await accepted('kid');
    await owing(kid.readerId);
    const lend = () =>
      library.ask('desk', 'desk.checkOut', { readerId: 'reader-an', barcode: 'B1', branchId: 'main' });
    expect(await blocksOfAn()).toEqual(['children_owe_too_much']);
    expect(outcomes([await lend()])).toEqual(['children_owe_too_much']);
    await bornOn(kid.readerId, GROWN);
    expect(await blocksOfAn()).toEqual([]);
    expect((await library.get('desk', 'desk.reader', { scanned: AN })).children).toEqual([]);
    expect(outcomes([await lend()])).toEqual(['ok']);
  });

  it('is detached by the nightly work, and the guardian no longer answers for their debts', async () => {
    const kid = await accepted('kid');
    await bornOn(kid.readerId, GROWN);
    await library.cloud.timer('jobs');
    expect(await childrenOf('an')).toEqual([]);
    expect(await library.document('readers', kid.readerId)).toMatchObject({ guardianReaderId: null });
    expect((await library.get('kid', 'account.me', {})).reader?.blocks).toEqual([]);
  });
});

it('a request that nobody answered in 30 days is gone', async () => {
  await apply('kid', AN);
  await library.cloud.clock.move({ set: '2026-12-23T02:00:00.000Z' });
  await library.cloud.timer('jobs');
  expect(await requestsOf('an')).toEqual([]);
  expect(await library.documents('guardianRequests')).toEqual([]);
});
