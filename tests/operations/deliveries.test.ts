import { outcomes, startSmallLibrary, type SmallLibrary } from './library';
import { STATEMENT_VERSION } from '../../cloudfunctions/reference/delivery-rules';

/** Documents from elsewhere, through the real functions: readers an and bai, librarians desk and boss. */

jest.setTimeout(120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary();
});
beforeEach(async () => {
  await library.startOverLater(6);
  await library.appoint('desk', ['reference', 'circulation']);
  await library.get('boss', 'deliveryDesk.setRules', { open: true, linkDays: 7, linkOpens: 2, agreeDays: 7 });
  await library.cloud.clock.move({ advance: { minutes: 2 } });
});
afterAll(() => library?.close());

const days = (count: number) => library.cloud.clock.move({ advance: { days: count } });
const wanted = {
  title: '宋代点茶器具考',
  author: '沈冬梅',
  within: '农业考古',
  year: '2019',
  volume: '12(2)',
  pages: '45-52',
  isbn: '',
  doi: 'https://doi.org/10.1000/tea.2019.2',
  note: '',
};
const request = { kind: 'article' as const, wanted, agreedTo: STATEMENT_VERSION };
const book = {
  ...request,
  kind: 'book' as const,
  wanted: { ...wanted, title: '茶经校注', doi: '', within: '' },
};
const ask = async (who = 'an', what: typeof request | typeof book = request) =>
  (await library.get(who, 'deliveries.ask', what)).deliveryId;
const PDF = Buffer.from('%PDF-1.7\n一篇文章');
let files = 0;
const stored = async (bytes = PDF, ending = 'pdf') => {
  const path = `deliveries/a-very-long-random-name-${++files}.${ending}`;
  return library.cloud.files.upload(path, bytes);
};
/** What a phone gets that knows the id of a file. */
const bytesOf = async (fileId: string) => {
  const answer = await fetch(`${library.cloud.url}/client/file?fileID=${encodeURIComponent(fileId)}`);
  return answer.ok ? answer.text() : 'gone';
};
const handed = async (deliveryId: string) =>
  library.get('desk', 'deliveryDesk.deliver', { deliveryId, fileId: await stored(), name: '点茶.pdf' });
const stateOf = async (deliveryId: string, who = 'an') =>
  (await library.get(who, 'deliveries.show', { deliveryId })).state;
const toldOf = async (who = 'an') =>
  (await library.get(who, 'notices.list', {})).list.map(({ topic, title }) => `${topic} ${title}`);

describe('a request', () => {
  it('goes from asking to the file, and its reader is told of each step', async () => {
    const deliveryId = await ask();
    await library.get('desk', 'deliveryDesk.take', { deliveryId });
    const source = { deliveryId, name: '市联合编目中心', outcome: 'has' as const, note: '' };
    await library.get('desk', 'deliveryDesk.noteSource', source);
    await library.get('desk', 'deliveryDesk.tellCost', { deliveryId, cost: 500 });
    expect(await library.refused('an', 'deliveries.agree', { deliveryId, cost: 300 })).toEqual([
      'cost_changed',
    ]);
    await library.get('an', 'deliveries.agree', { deliveryId, cost: 500 });
    const desk = await handed(deliveryId);
    expect([desk.state, desk.isoState, desk.sources.length]).toEqual(['delivered', 'CopyCompleted', 1]);
    expect(await toldOf()).toEqual([
      'reference 文献已送达',
      'reference 请确认费用',
      'reference 开始为您查找',
    ]);
    const lines = await library.documents('accountLines', { readerId: 'reader-an' });
    expect(lines.map(({ amount, reason }) => [amount, reason])).toEqual([[500, '文献传递']]);
    await library.get('an', 'deliveries.close', { deliveryId });
    expect(await stateOf(deliveryId)).toBe('closed');
  });

  it('keeps the statement that was agreed to, and takes none that is out of date', async () => {
    const deliveryId = await ask();
    expect((await library.document('deliveries', deliveryId))?.statement.version).toBe(STATEMENT_VERSION);
    expect(await library.refused('an', 'deliveries.ask', { ...request, agreedTo: '2020-01-01' })).toEqual([
      'statement_outdated',
    ]);
  });

  it('for what the library has is answered with it, unless the reader means it', async () => {
    const own = { ...book, wanted: { ...book.wanted, title: '《三体》', author: '刘慈欣' } };
    expect(await library.refused('an', 'deliveries.ask', own)).toEqual(['delivery_held_here']);
    const byIsbn = { ...book, wanted: { ...book.wanted, isbn: '7-5366-9293-X' } };
    expect(await library.ask('an', 'deliveries.ask', byIsbn)).toMatchObject({
      invalid: [{ path: 'input.wanted.isbn' }],
    });
    const right = { ...book, wanted: { ...book.wanted, isbn: '978-7-5366-9293-0' } };
    expect(await library.refused('an', 'deliveries.ask', right)).toEqual(['delivery_held_here']);
    await library.get('an', 'deliveries.ask', { ...right, anyway: true });
  });

  it('needs a card, a library that offers it, and no more than ten at a time', async () => {
    expect(await library.refused('visitor', 'deliveries.ask', request)).toEqual(['no_card']);
    for (let n = 0; n < 10; n++) await ask();
    expect(await library.refused('an', 'deliveries.ask', request)).toEqual(['delivery_limit_reached']);
    await library.get('boss', 'deliveryDesk.setRules', {
      open: false,
      linkDays: 7,
      linkOpens: 2,
      agreeDays: 7,
    });
    await library.cloud.clock.move({ advance: { minutes: 2 } });
    expect(await library.refused('bai', 'deliveries.ask', request)).toEqual(['deliveries_not_open']);
  });

  it('can be cancelled until the library pays for it: not once it was agreed', async () => {
    const deliveryId = await ask();
    await library.get('desk', 'deliveryDesk.take', { deliveryId });
    await library.get('desk', 'deliveryDesk.tellCost', { deliveryId, cost: 500 });
    await library.get('an', 'deliveries.agree', { deliveryId, cost: 500 });
    expect(await library.refused('an', 'deliveries.cancel', { deliveryId })).toEqual(['delivery_is']);
    const other = await ask();
    await library.get('an', 'deliveries.cancel', { deliveryId: other });
    expect(await library.refused('desk', 'deliveryDesk.take', { deliveryId: other })).toEqual([
      'delivery_is',
    ]);
  });

  it('that cannot be got says why and what to do now', async () => {
    const deliveryId = await ask();
    const no = { deliveryId, reason: 'not_owned' as const, next: '可以试试国家图书馆。' };
    expect(await library.ask('desk', 'deliveryDesk.cannot', { ...no, next: '' })).toMatchObject({
      invalid: [{ path: 'input.next' }],
    });
    await library.get('desk', 'deliveryDesk.cannot', no);
    expect((await library.get('an', 'deliveries.show', { deliveryId })).unfilled).toEqual({
      reason: 'not_owned',
      next: '可以试试国家图书馆。',
    });
    expect(await toldOf()).toEqual(['reference 很抱歉，没有取得']);
  });

  it('decided by its reader and by staff at once: one of the two is done', async () => {
    const deliveryId = await ask();
    await library.get('desk', 'deliveryDesk.take', { deliveryId });
    const both = await Promise.all([
      library.ask('an', 'deliveries.cancel', { deliveryId }),
      library.ask('desk', 'deliveryDesk.deliver', { deliveryId, fileId: await stored(), name: 'a.pdf' }),
    ]);
    expect(outcomes(both)).toEqual(['delivery_is', 'ok']);
  });
});

describe('the link', () => {
  it('opens for its reader alone, so many times, and never names the file itself', async () => {
    const deliveryId = await ask();
    await library.get('desk', 'deliveryDesk.take', { deliveryId });
    await handed(deliveryId);
    expect(await library.refused('bai', 'deliveries.open', { deliveryId })).toEqual(['delivery_not_found']);
    expect(await library.refused('visitor', 'deliveries.open', { deliveryId })).toEqual(['no_card']);
    const first = await library.get('an', 'deliveries.open', { deliveryId });
    const own = (await library.document('deliveries', deliveryId))?.file?.fileId;
    expect(first.opensLeft).toBe(1);
    expect(first.fileId).not.toBe(own);
    expect(await bytesOf(first.fileId)).toBe(PDF.toString());
    expect(JSON.stringify(await library.get('an', 'deliveries.show', { deliveryId }))).not.toContain(
      'cloud://',
    );
    await library.get('an', 'deliveries.open', { deliveryId });
    expect(await library.refused('an', 'deliveries.open', { deliveryId })).toEqual(['link_used_up']);
  });

  it('asked for twice under one request opens once', async () => {
    const deliveryId = await ask();
    await library.get('desk', 'deliveryDesk.take', { deliveryId });
    await handed(deliveryId);
    const [one, other] = [
      await library.get('an', 'deliveries.open', { deliveryId }, 'the-same-one'),
      await library.get('an', 'deliveries.open', { deliveryId }, 'the-same-one'),
    ];
    expect(other).toEqual(one);
    expect((await library.document('deliveries', deliveryId))?.file?.opensLeft).toBe(1);
  });

  it('is gone after its days, the file with it; a copy that was opened goes within minutes', async () => {
    const deliveryId = await ask();
    await library.get('desk', 'deliveryDesk.take', { deliveryId });
    await handed(deliveryId);
    const own = (await library.document('deliveries', deliveryId))?.file?.fileId ?? '';
    const { fileId } = await library.get('an', 'deliveries.open', { deliveryId });
    await library.cloud.clock.move({ advance: { minutes: 25 } });
    expect(await bytesOf(fileId)).toBe('gone');
    await days(6);
    await library.get('an', 'deliveries.open', { deliveryId });
    await library.cloud.clock.move({ advance: { days: 1 } });
    expect(await library.ask('an', 'deliveries.open', { deliveryId })).toMatchObject({ ok: false });
    expect(await stateOf(deliveryId)).toBe('closed');
    await library.cloud.clock.move({ advance: { minutes: 25 } });
    expect(await bytesOf(own)).toBe('gone');
    expect(await library.documents('passingFiles')).toEqual([]);
    expect(await toldOf()).toContain('reference 文献链接已到期');
  });

  it('is renewed by staff as long as it stands', async () => {
    const deliveryId = await ask();
    await library.get('desk', 'deliveryDesk.take', { deliveryId });
    await handed(deliveryId);
    await days(5);
    const { file } = await library.get('desk', 'deliveryDesk.renewLink', { deliveryId });
    expect(file?.opensLeft).toBe(2);
    await days(5);
    await library.get('an', 'deliveries.open', { deliveryId });
  });

  it('takes what a file is, and not what it is called', async () => {
    const deliveryId = await ask();
    await library.get('desk', 'deliveryDesk.take', { deliveryId });
    const deliver = (fileId: string) =>
      library.refused('desk', 'deliveryDesk.deliver', { deliveryId, fileId, name: 'a.pdf' });
    expect(await deliver(await stored(Buffer.from('MZ\u0090 a program')))).toEqual(['file_not_allowed']);
    const gone = (await stored()).replace(/name-\d+/, 'name-gone');
    expect(await deliver(gone)).toEqual(['file_not_allowed']);
    const imported = (await stored()).replace('deliveries/', 'imports/');
    expect(
      await library.ask('desk', 'deliveryDesk.deliver', { deliveryId, fileId: imported, name: 'a.pdf' }),
    ).toMatchObject({ invalid: [{ path: 'input.fileId' }] });
  });
});

describe('time', () => {
  it('cancels what its reader does not agree to, and says once that something takes longer', async () => {
    const deliveryId = await ask();
    await days(3);
    await days(1);
    expect((await toldOf()).filter((told) => told.includes('还在为您办理'))).toHaveLength(1);
    expect((await library.get('desk', 'deliveryDesk.list', { which: 'asked' })).list[0]?.late).toBe(true);
    await library.get('desk', 'deliveryDesk.take', { deliveryId });
    await library.get('desk', 'deliveryDesk.tellCost', { deliveryId, cost: 500 });
    await days(6);
    expect(await stateOf(deliveryId)).toBe('cost_told');
    await days(1);
    await library.cloud.clock.move({ advance: { minutes: 15 } });
    expect(await stateOf(deliveryId)).toBe('cancelled');
    expect(await toldOf()).toContain('reference 申请已取消');
  });

  it('forgets it a year after it has ended', async () => {
    const deliveryId = await ask();
    await library.get('an', 'deliveries.cancel', { deliveryId });
    await days(370);
    expect(await library.documents('deliveries')).toEqual([]);
  });
});

describe('a book of another library', () => {
  const arrives = (deliveryId: string, barcode = 'ILL-1') =>
    library.ask('desk', 'deliveryDesk.arrive', {
      deliveryId,
      barcode,
      branchId: 'main',
      itemType: 'book',
      backBy: '2027-01-31',
    });

  it('is a copy under all rules of the desk: held, called for, lent, taken back, and gone', async () => {
    const deliveryId = await ask('an', book);
    await library.get('desk', 'deliveryDesk.take', { deliveryId });
    expect(await arrives(deliveryId)).toMatchObject({ ok: true });
    expect(await library.ask('desk', 'desk.checkIn', { barcode: 'ILL-1', branchId: 'main' })).toMatchObject({
      ok: true,
    });
    expect(await toldOf()).toContain('hold_ready 预约的书到了');
    const lend = (readerId: string) =>
      library.ask('desk', 'desk.checkOut', { readerId, barcode: 'ILL-1', branchId: 'main' });
    expect(outcomes([await lend('reader-bai')])).toEqual(['item_held_for_another']);
    expect(await lend('reader-an')).toMatchObject({ ok: true });
    await library.cloud.clock.move({ advance: { minutes: 15 } });
    expect(await stateOf(deliveryId)).toBe('delivered');
    expect(await library.refused('desk', 'deliveryDesk.giveBack', { deliveryId })).toEqual(['item_on_loan']);
    await library.get('desk', 'desk.checkIn', { barcode: 'ILL-1', branchId: 'main' });
    await library.get('desk', 'deliveryDesk.giveBack', { deliveryId });
    expect(await stateOf(deliveryId)).toBe('closed');
    expect(await library.document('items', 'ILL-1')).toBeUndefined();
    expect((await library.documents('titles')).length).toBe(3);
  });

  it('takes no barcode that is here, and is given back only once nobody waits for it', async () => {
    const deliveryId = await ask('an', book);
    await library.get('desk', 'deliveryDesk.take', { deliveryId });
    expect(outcomes([await arrives(deliveryId, 'A1')])).toEqual(['barcode_taken']);
    await arrives(deliveryId);
    expect(await library.refused('desk', 'deliveryDesk.giveBack', { deliveryId })).toEqual([
      'delivery_still_held',
    ]);
  });
});

it('figures tell what was asked, why not, how long and at what cost', async () => {
  const [one, two] = [await ask(), await ask('bai')];
  await library.get('desk', 'deliveryDesk.take', { deliveryId: one });
  for (const name of ['甲馆', '乙馆'])
    await library.get('desk', 'deliveryDesk.noteSource', {
      deliveryId: one,
      name,
      outcome: name === '甲馆' ? 'has_not' : 'has',
      note: '',
    });
  await days(2);
  await handed(one);
  await library.get('desk', 'deliveryDesk.cannot', {
    deliveryId: two,
    reason: 'copyright',
    next: '请到馆阅览',
  });
  const figures = await library.get('desk', 'deliveryDesk.figures', { from: '2026-11-22', to: '2026-11-30' });
  expect(figures).toMatchObject({ asked: 2, byReason: [{ reason: 'copyright', count: 1 }], cost: 0 });
  expect(figures.medianDays).toBeCloseTo(2, 1);
  expect(figures.sources.map(({ name, asked, has }) => [name, asked, has]).sort()).toEqual([
    ['乙馆', 1, 1],
    ['甲馆', 1, 0],
  ]);
  const none = await library.get('desk', 'deliveryDesk.figures', { from: '2026-01-01', to: '2026-01-31' });
  expect([none.asked, none.medianDays]).toEqual([0, null]);
});

it('a reader takes their references along, and nobody else’s', async () => {
  const deliveryId = await ask();
  await ask('bai');
  await library.get('desk', 'deliveryDesk.take', { deliveryId });
  await handed(deliveryId);
  const { text, fileName } = await library.get('an', 'deliveries.export', { format: 'gbt7714' });
  expect(text).toBe(
    '[1] 沈冬梅. 宋代点茶器具考[J]. 农业考古, 2019, 12(2): 45-52. DOI: 10.1000/tea.2019.2.\n',
  );
  expect(fileName).toMatch(/^references-.*\.txt$/);
  expect((await library.get('bai', 'deliveries.export', { format: 'ris' })).text).toBe('');
});
