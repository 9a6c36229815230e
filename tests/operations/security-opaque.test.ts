import { startSmallLibrary, type SmallLibrary } from './library';

/** What one reader is told never leads to another: no id, no name that they may not know. */

jest.setTimeout(120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary();
});
beforeEach(async () => {
  await library.startOver();
  const settings = { ...(await library.document('settings', 'library')), openContent: OPEN };
  await library.cloud.db.upsert('settings', [settings] as object[] as Record<string, unknown>[]);
});
afterAll(() => library?.close());

const OPEN = { reviews: true, lists: true, reviewsAtOnce: true };
const hold = { titleId: 'title-two', pickUpBranchId: 'main' };
const NOBODY = 'reader-nobody';

it('a review shows no id of its writer, and can be reported and decided by the id that it shows', async () => {
  await library.get('an', 'reviews.write', { titleId: 'title-two', rating: 5, text: '' });
  const { list } = await library.get('bai', 'reviews.list', { titleId: 'title-two' });
  expect(list).toHaveLength(1);
  expect(JSON.stringify(list)).not.toContain('reader-an');
  const reviewId = list[0]?.reviewId ?? '';
  await library.get('bai', 'reviews.report', { reviewId, why: '广告' });
  const desk = await library.get('boss', 'reviewDesk.list', { what: 'reported' });
  expect(desk.list).toMatchObject([{ reviewId }]);
  expect(
    await library.refused('bai', 'reviews.report', { reviewId: 'title-two_reader-an', why: '广告' }),
  ).toEqual(['review_not_found']);
});

it('a hold shared with a stranger is refused without their name, and the same for nobody', async () => {
  const place = (sharedWith: string[]) => library.ask('an', 'holds.place', { ...hold, sharedWith });
  const refused = await place(['reader-bai']);
  expect(refused).toEqual({ ok: false, refusals: [{ code: 'not_family', name: '' }] });
  expect(await place([NOBODY])).toEqual(refused);
  const { holdId } = await library.get('an', 'holds.place', hold);
  for (const sharedWith of [['reader-bai'], [NOBODY]])
    expect(await library.ask('an', 'holds.change', { holdId, sharedWith })).toEqual(refused);
});

it('a copy handed on tells the giver no more of the taker than who stands in front of them', async () => {
  await library.get('desk', 'desk.checkOut', { readerId: 'reader-an', barcode: 'A1', branchId: 'main' });
  const [loan] = (await library.get('an', 'loans.list', {})).list;
  const { code } = await library.get('an', 'loans.offerTransfer', { loanId: loan?.loanId ?? '' });
  const readers = await library.documents('readers', { _id: 'reader-bai' });
  const named = readers.map((reader) => ({ ...reader, name: '欧阳某某' }));
  await library.cloud.db.upsert('readers', named as object[] as Record<string, unknown>[]);
  await library.get('bai', 'loans.takeTransfer', { code });
  const told = [
    await library.get('an', 'notices.list', {}),
    await library.get('an', 'account.export', {}),
    await library.get('an', 'loans.history', {}),
  ];
  expect(JSON.stringify(told)).toContain('转借');
  expect(JSON.stringify(told)).not.toMatch(/欧阳某某|reader-bai|o-bai/);
});

it('a child or a stranger: what is not one’s own is refused in one way, whether it exists or not', async () => {
  for (const readerId of ['reader-bai', NOBODY]) {
    expect(await library.refused('an', 'account.card', { readerId })).toEqual(['not_yours']);
    expect(await library.refused('an', 'loans.list', { readerId })).toEqual(['not_yours']);
    expect(await library.refused('an', 'account.switchTo', { readerId })).toEqual(['not_yours']);
    expect(await library.refused('an', 'account.endGuardianship', { readerId })).toEqual(['not_yours']);
  }
});

it('a request id that somebody else used tells nothing of them', async () => {
  await library.get('an', 'holds.place', hold, 'the-same-id-1');
  expect(await library.ask('bai', 'holds.place', hold, 'the-same-id-1')).toMatchObject({ ok: true });
});
