import type { CollectionName } from '../../cloudfunctions/documents';
import { collections } from '../../cloudfunctions/collections';
import { aReader } from '../builders/documents';
import { START, startSmallLibrary, type SmallLibrary } from './library';
import { putWorks } from './walls/standing-works';

/**
 * What is left of a reader. Somebody does everything that leaves a mark; then time passes, and every text of
 * every document is searched: for the person beside what they read, and after they have left for the person
 * at all. `npm run traces`.
 */

jest.setTimeout(240_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary();
});
afterAll(() => library?.close());

const AN = { id: 'reader-an', name: '安若溪', phone: '13900001111', openid: 'o-an', card: '30100000001' };
/** The number that takes the place of the first one. */
let newCard = '';
const who = () => [...Object.values(AN), newCard];
/** Somebody who applied, and was declined. */
const APPLICANT = ['沈未央', '13900002222', '2001-04-17'];
/** Whom nobody has decided on, and whom no guardian has confirmed. */
const NO_READERS = [
  { _id: 'reader-waits', name: '顾长夜', phone: '13900003333', standing: 'pending' },
  {
    ...{ _id: 'reader-alone', name: '顾小满', phone: '13900004444', birthDate: '2019-01-02' },
    ...{ awaitsGuardian: true, lapsesOn: '2027-02-20' },
  },
] as const;
const ABOUT_COPY = '第三页有水渍';
const BOOKS = [
  'title-one',
  'title-two',
  'title-three',
  '红楼梦',
  '三体',
  '城南旧事',
  'A1',
  'B1',
  'B2',
  'B3',
  'C1',
];
/** As the rules of the small library have it. */
const REFUND_DAYS = 90;
const FREE_TEXT = '替安若溪代办';

type Mark = readonly string[];
/** A mark stands for itself: "o-an" is not in "o-another", "A1" not in "A12". */
const isIn = (text: string, mark: string): boolean =>
  /[\u4e00-\u9fff]/.test(mark)
    ? text.includes(mark)
    : new RegExp(`(^|[^A-Za-z0-9])${mark.replace(/[-.]/g, '\\$&')}($|[^A-Za-z0-9])`).test(text);
const marksIn = (text: string, marks: Mark): string[] => marks.filter((mark) => isIn(text, mark));

/** The documents in which one of each kind of mark stands: where, and which. */
const found = async (...kinds: Mark[]): Promise<string[]> => {
  const all = await library.everything();
  let searched = 0;
  const hits = (Object.keys(collections) as CollectionName[]).flatMap((name) =>
    all[name].flatMap((document) => {
      searched++;
      const text = JSON.stringify(document);
      const marks = kinds.map((kind) => marksIn(text, kind));
      return marks.every((some) => some.length > 0)
        ? [`${name} ${document._id}: ${marks.flat().join(', ')}`]
        : [];
    }),
  );
  console.log(`${searched} documents searched, ${hits.length} with such marks`);
  return hits;
};
const besides = (hits: string[], ...names: CollectionName[]): string[] =>
  hits.filter((hit) => !names.some((name) => hit.startsWith(`${name} `)));

const days = (count: number) => library.cloud.clock.move({ advance: { days: count } });
const lend = (barcode: string, comment?: string) =>
  library.get(comment ? 'boss' : 'desk', 'desk.checkOut', {
    readerId: AN.id,
    barcode,
    branchId: 'main',
    ...(comment && { override: { comment } }),
  });
const takeBack = (barcode: string) => library.get('desk', 'desk.checkIn', { barcode, branchId: 'main' });
const pay = (amount: number) => library.get('desk', 'fees.pay', { readerId: AN.id, amount, method: 'cash' });

/** Sends a work, has a wandering book and gives one, with the whole name everywhere. */
const takePart = async (): Promise<void> => {
  await putWorks(library);
  const words = { title: '冬天的书桌', text: '窗外下着雪。', media: [] };
  const signature = { publish: true, signedAs: 'pen_name' as const, penName: AN.name };
  await library.get('an', 'works.send', { callId: 'call-open', words, signature });
  const named = { naming: 'pen_name' as const, penName: AN.name };
  const { passport } = await library.get('an', 'drifting.look', { code: 'ABCD2345' });
  await library.get('an', 'drifting.take', { code: 'ABCD2345', seen: 1, ...named });
  await library.get('an', 'drifting.note', { driftId: passport.driftId, text: `${AN.name}读过` });
  await library.get('an', 'donations.offer', {
    books: [{ isbn: '', title: '雪国列车', author: '', count: 1, condition: 'good' }],
    ...{ words: `${AN.name}敬赠`, way: 'bring', naming: 'full', penName: '' },
  });
  const wish = { title: '云端的图书馆', author: '林远', isbn: '', anyway: false };
  await library.get('an', 'wishes.ask', { ...wish, why: `${AN.name}想看` });
};

/** What the desk does to a reader's record, and staff to what readers wrote, each with words of their own. */
const atTheDesk = async (): Promise<void> => {
  const [name = '', phone = '', birthDate = ''] = APPLICANT;
  const applied = { _id: 'reader-applied', name, phone, birthDate, cardNumber: '30100000009' };
  const own = { cardNumber: '30100000008', birthDate: '2018-04-17' };
  await library.cloud.db.upsert('readers', [
    { ...aReader({ ...applied, openid: 'o-applied', standing: 'pending' }) },
    { ...aReader({ _id: 'reader-kid', name: '安小满', ...own, openid: null }) },
  ]);
  await library.cloud.db.upsert('reviews', [
    {
      ...{ _id: `title-two_${AN.id}`, reviewId: 'review-an', titleId: 'title-two', title: '三体' },
      ...{ readerId: AN.id, author: AN.name, rating: 5, text: '好看', status: 'waiting', why: '' },
      ...{ at: START, checkedBy: '', reports: [], reported: false },
    },
  ]);
  const readerId = AN.id;
  const block = { reason: FREE_TEXT, until: null };
  await library.get('desk', 'desk.changeReader', { readerId, block, comment: FREE_TEXT });
  await library.get('desk', 'desk.changeReader', { readerId, block: null, comment: FREE_TEXT });
  const guarded = { readerId: 'reader-kid', comment: FREE_TEXT };
  await library.get('desk', 'desk.setGuardian', { ...guarded, guardianCard: AN.card });
  await library.get('desk', 'desk.endGuardianship', guarded);
  const declined = { readerId: applied._id, accept: false, comment: `${name}没有带证件` };
  await library.get('desk', 'desk.decideApplication', declined);
  const seen = { reviewId: 'review-an', at: START };
  await library.get('boss', 'reviewDesk.decide', { ...seen, allow: false, why: FREE_TEXT });
  await library.get('an', 'reviews.remove', { titleId: 'title-two' });
  // Brought back damaged.
  await lend('B3');
  await takeBack('B3');
  const damage = { barcode: 'B3', condition: ABOUT_COPY, amount: 500, repair: false };
  await library.get('desk', 'desk.damage', damage);
  await library.get('desk', 'desk.setItem', {
    ...{ barcode: 'C2', branchId: 'main', condition: ABOUT_COPY, comment: FREE_TEXT },
  });
  // A new card; then the old one is scanned where there is no network, and nobody settles it.
  const replaced = await library.get('desk', 'desk.replaceCard', { readerId, reason: 'lost' });
  newCard = replaced.cardNumber;
  await library.get(
    'desk',
    'desk.replay',
    {
      ...{
        device: 'device-a',
        number: 2,
        scannedAt: new Date(library.cloud.clock.now() - 60_000).toISOString(),
      },
      ...{ action: 'checkOut', barcode: 'B3', card: AN.card, branchId: 'main' },
    },
    'device-a-2',
  );
};

/** Everything that leaves a mark, all of it brought to an end. */
const live = async (): Promise<void> => {
  const { cloud } = library;
  await library.startOver();
  const [reader] = await library.documents('readers', { _id: AN.id });
  await cloud.db.upsert('readers', [{ ...reader, name: AN.name, phone: AN.phone }]);
  const [rules] = await library.documents('policies', { _id: 'default' });
  const fine = { amount: 10, per: { count: 1, unit: 'days' }, grace: null, graceWhenRecalled: false };
  const rest = { amountWhenRecalled: 20, cap: 500, capAtPrice: false, closedDaysFree: false, amnesties: [] };
  await cloud.db.upsert('policies', [
    {
      ...rules,
      rules: { ...rules?.rules, loanPeriod: { count: 14, unit: 'days' }, fine: { ...fine, ...rest } },
    },
  ]);
  await cloud.db.upsert('lectures', [
    {
      ...{
        _id: 'lecture-1',
        title: '夜读',
        speaker: '',
        speakerAbout: '',
        heldAt: START,
        duration: 60,
        lead: '',
      },
    },
  ]);
  await takePart();
  await library.get('an', 'events.register', { eventId: 'talk' });
  await library.get('an', 'lectures.keepPosition', { lectureId: 'lecture-1', seconds: 12 });
  await library.get('desk', 'desk.reader', { scanned: AN.card });
  // Asked a librarian about a book, by name.
  const about = { kind: 'title' as const, titleId: 'title-three', title: '' };
  const text = `我是${AN.name}，电话 ${AN.phone}，想找三体的续集`;
  const talk = await library.get('an', 'talks.open', { text, skill: 'general', context: about });
  await library.get('boss', 'talkDesk.take', { talkId: talk.talkId });
  await library.get('boss', 'talkDesk.say', { talkId: talk.talkId, text: FREE_TEXT, note: true });
  await library.get('boss', 'talkDesk.say', { talkId: talk.talkId, text: `${AN.name}您好，在二楼` });
  await library.get('an', 'talks.close', { talkId: talk.talkId });

  // Lent in spite of a rule, renewed, moved by a closure, brought back late and paid for.
  await library.cloud.db.upsert('readers', [
    { ...(await library.document('readers', AN.id)), expiresOn: '2026-01-01' },
  ]);
  await lend('B1', FREE_TEXT);
  await library.cloud.db.upsert('readers', [
    { ...(await library.document('readers', AN.id)), expiresOn: '2030-01-01' },
  ]);
  const [loan] = (await library.get('an', 'loans.list', {})).list;
  if (!loan) throw new Error('nothing was lent');
  await library.get('boss', 'rules.closeDays', {
    branchId: 'main',
    from: loan.dueOn,
    to: loan.dueOn,
    why: '检修',
  });
  // Handed on to somebody else, who hands it back.
  await lend('B2');
  const mine = (await library.get('an', 'loans.list', {})).list.find(({ barcode }) => barcode === 'B2');
  const offer = await library.get('an', 'loans.offerTransfer', { loanId: mine?.loanId ?? '' });
  await library.get('bai', 'loans.takeTransfer', { code: offer.code });
  const [theirs] = (await library.get('bai', 'loans.list', {})).list;
  const again = await library.get('bai', 'loans.offerTransfer', { loanId: theirs?.loanId ?? '' });
  await library.get('an', 'loans.takeTransfer', { code: again.code });
  // A hold given up.
  const hold = await library.get('an', 'holds.place', { titleId: 'title-three', pickUpBranchId: 'main' });
  await library.get('an', 'holds.cancel', { holdId: hold.holdId });
  // Lost and paid for.
  await lend('C1');
  await library.get('desk', 'desk.declareLost', { barcode: 'C1', amount: 3000, comment: FREE_TEXT });
  // A hold called and not collected.
  await library.get('an', 'holds.place', { titleId: 'title-one', pickUpBranchId: 'main' });
  await library.get('desk', 'desk.checkIn', { barcode: 'A1', branchId: 'main' });
  // A scan without network that the present contradicts.
  await library.get(
    'desk',
    'desk.replay',
    {
      device: 'device-a',
      number: 1,
      scannedAt: new Date(cloud.clock.now() - 60_000).toISOString(),
      action: 'checkOut',
      barcode: 'B1',
      card: AN.card,
      branchId: 'main',
    },
    'device-a-1',
  );
  for (const { _id } of await library.documents('conflicts'))
    await library.get('desk', 'desk.settleConflict', { conflictId: _id, comment: FREE_TEXT });
  await atTheDesk();
  await days(25);
  await takeBack('B1');
  await takeBack('B2');
  const { owes } = (await library.document('readers', AN.id)) ?? { owes: 0 };
  await pay(owes);
};

it('every mark is there at first: a search that finds nothing proves nothing', async () => {
  await live();
  const places = new Set((await found(who(), BOOKS)).map((hit) => hit.split(' ')[0]));
  expect([...places].sort()).toEqual(
    ['accountLines', 'closureMoves', 'conflicts', 'holds', 'items', 'notices', 'operations', 'outbox']
      .concat(['talks', 'talkLines'])
      .sort(),
  );
  expect((await found([FREE_TEXT])).length).toBeGreaterThan(2);
  expect((await found([ABOUT_COPY])).length).toBeGreaterThan(2);
  expect((await found(APPLICANT)).length).toBeGreaterThan(0);
});

it('who read what is forgotten once the log has forgotten it', async () => {
  await live();
  await days(34);
  // What was paid for a lost copy is given back as long as the rules say, to whoever paid it for that copy.
  expect(besides(await found(who(), BOOKS), 'accountLines')).toEqual([]);
  const named = (await library.documents('accountLines')).filter(({ barcode }) => barcode !== '');
  expect(named.map(({ barcode, refundDays }) => [barcode, refundDays])).toEqual([['C1', REFUND_DAYS]]);
  await days(REFUND_DAYS - 50);
  expect(await found(who(), BOOKS)).toEqual([]);
  expect(await found([FREE_TEXT])).toEqual([]);
  // What a copy is like stands with the copy, and nowhere beside who paid for it.
  expect(besides(await found([ABOUT_COPY]), 'items')).toEqual([]);
  expect(await found(APPLICANT)).toEqual([]);
  // What was charged and paid still stands there, and sums to what the reader owes.
  const lines = await library.documents('accountLines', { readerId: AN.id });
  expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
  expect(lines.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['charge', 'payment']));
});

it('whoever keeps the history keeps what they read themselves, and nothing else', async () => {
  await live();
  await library.cloud.db.upsert('readers', [
    { ...(await library.document('readers', AN.id)), keepsHistory: true },
  ]);
  await days(REFUND_DAYS);
  const hits = await found(who(), BOOKS);
  expect(besides(hits, 'operations')).toEqual([]);
  expect(hits.length).toBeGreaterThan(1);
  expect((await library.get('an', 'loans.history', {})).list.map(({ title }) => title.title)).toContain(
    '三体',
  );
  expect(await found([AN.openid], ['operations', ...BOOKS])).toEqual([]);
});

it('who has left is nowhere: only a bare number, without name, phone, card or WeChat', async () => {
  await live();
  await library.get('an', 'account.close', { cardNumber: newCard });
  await days(2);
  const { id, card: firstCard, ...named } = AN;
  const cards = [firstCard, newCard];
  expect(besides(await found([...Object.values(named), FREE_TEXT]), 'operations')).toEqual([]);
  // A number is not given to somebody else: it stays, and leads to nobody.
  expect(besides(await found(cards), 'cards', 'readers', 'operations')).toEqual([]);
  expect(besides(await found([id]), 'cards', 'readers', 'operations', 'accountLines', 'consents')).toEqual(
    [],
  );
  await days(32);
  expect(await found([...Object.values(named), FREE_TEXT])).toEqual([]);
  expect(besides(await found(cards), 'cards', 'readers')).toEqual([]);
  expect(await found([ABOUT_COPY], cards)).toEqual([]);
  expect(besides(await found([id]), 'cards', 'readers', 'accountLines', 'consents')).toEqual([]);
});

it('after a year no seat, no place in a film and no look at a record tells of anybody', async () => {
  await live();
  await days(370);
  const left = besides(await found([AN.id]), 'readers', 'cards', 'identities', 'accountLines', 'staff');
  // What a reader published or asked for stays two years; a book that is with them and an
  // offer that is open say whose.
  expect(besides(left, 'works', 'driftBooks', 'driftLegs', 'donations', 'wishVoices')).toEqual([]);
});

it('who never became a reader is forgotten after a season, and a child who was one is not', async () => {
  await library.startOver();
  await library.cloud.db.upsert('readers', [
    ...NO_READERS.map((one, n) => ({
      ...aReader({ ...one, cardNumber: `3010000006${n}`, joinedAt: START }),
    })),
    {
      ...aReader({ _id: 'reader-kid', name: '安小满', cardNumber: '30100000008', awaitsGuardian: true }),
      birthDate: '2018-04-17',
    },
  ]);
  const names = NO_READERS.flatMap(({ name, phone }) => [name, phone]);
  expect(await found(names)).toHaveLength(NO_READERS.length);
  await days(94);
  expect(await found(names)).toEqual([]);
  expect(await found(['安小满'])).toHaveLength(1);
});

it('a return goes on naming its reader while what it cost is open, and no longer than a week after', async () => {
  await library.startOver();
  const [rules] = await library.documents('policies', { _id: 'default' });
  const fine = { amount: 10, per: { count: 1, unit: 'days' }, grace: null, graceWhenRecalled: false };
  const rest = { amountWhenRecalled: 20, cap: 500, capAtPrice: false, closedDaysFree: false, amnesties: [] };
  await library.cloud.db.upsert('policies', [
    { ...rules, rules: { ...rules?.rules, fine: { ...fine, ...rest } } },
  ]);
  await library.cloud.clock.move({ advance: { minutes: 7 } });
  await lend('B1');
  await lend('B2');
  await days(40);
  await takeBack('B1');
  await days(1);
  const returned = async (barcode: string) =>
    (await library.documents('operations', { barcode, action: 'desk.checkIn' })).map(
      ({ readerId }) => readerId,
    );
  const owes = (await library.document('readers', AN.id))?.owes ?? 0;
  expect(owes).toBeGreaterThan(0);
  await days(45);
  expect(await returned('B1')).toEqual([AN.id]);
  expect((await library.document('items', 'B1'))?.lastLoan?.readerId).toBe(AN.id);
  await takeBack('B2');
  await pay(owes);
  await days(8);
  expect(await returned('B1')).toEqual(['']);
  expect(await returned('B2')).toEqual([AN.id]);
});
