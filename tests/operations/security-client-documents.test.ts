import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collections } from '../../cloudfunctions/collections';
import type { CollectionName } from '../../cloudfunctions/documents';
import { startSmallLibrary, type SmallLibrary } from './library';
import { AGREED } from './agreed';

/**
 * A document that a client wrote is not believed, whichever collection was left open by mistake: WeChat marks
 * it with `_openid`.
 */

jest.setTimeout(120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary();
});
beforeEach(() => library.startOver());
afterAll(() => library?.close());

const THIEF = { _openid: 'o-thief' };
const forge = (collection: CollectionName, ...documents: object[]) =>
  library.cloud.db.upsert(
    collection,
    documents.map((document) => ({ ...document, ...THIEF })),
  );
const CARD = '30100000001';

it('an identity that leads to another’s card is none', async () => {
  await forge('identities', {
    _id: 'o-thief',
    readerId: 'reader-an',
    readerIds: ['reader-an'],
    linkedAt: '',
  });
  expect((await library.get('thief', 'account.me', {})).reader).toBeNull();
  expect(await library.refused('thief', 'loans.list', {})).toEqual(['no_card']);
  // The true one takes the place of what was forged.
  await library.get('thief', 'account.apply', {
    name: '林',
    birthDate: '1990-05-01',
    phone: '13800000000',
    ...AGREED,
  });
  expect((await library.get('thief', 'account.me', {})).reader?.name).toBe('林');
});

it('a reader and a card of nobody open nothing', async () => {
  const [reader] = await library.documents('readers', { _id: 'reader-an' });
  await forge('readers', { ...reader, _id: 'reader-forged', cardNumber: '30199999999' });
  await forge('cards', {
    ...(await library.document('cards', CARD)),
    _id: '30199999999',
    readerId: 'reader-forged',
  });
  expect(await library.refused('desk', 'desk.reader', { scanned: '30199999999' })).toEqual([
    'reader_not_found',
  ]);
  expect((await library.get('desk', 'desk.findReaders', { query: 'an' })).list).toHaveLength(1);
});

it('a notice that no function wrote is not shown, nor a member of the staff let in', async () => {
  await forge('notices', {
    ...{
      _id: 'n',
      readerId: 'reader-an',
      topic: 'account',
      title: '转账',
      body: '',
      link: '',
      at: '2026',
      read: false,
    },
  });
  await forge('staff', { _id: 'o-thief', name: '', branchId: 'main', roles: ['director'], active: true });
  expect((await library.get('an', 'notices.list', {})).list).toEqual([]);
  expect(await library.refused('thief', 'desk.today', { branchId: 'main' })).toEqual(['not_staff']);
});

it('what a document says to a transaction is not believed either', async () => {
  await forge('holdQueues', { _id: 'title-one', holds: Array.from({ length: 500 }, () => ({})) });
  expect(
    await library.get('an', 'holds.place', { titleId: 'title-one', pickUpBranchId: 'main' }),
  ).toMatchObject({
    position: 1,
  });
});

it('the handbook names as many collections as there are to be closed', () => {
  const handbook = readFileSync(join(__dirname, '..', '..', 'docs', 'deploy.md'), 'utf8');
  const named = [...handbook.matchAll(/(\d+) collections/g)].map(([, number]) => Number(number));
  expect(named.length).toBeGreaterThan(0);
  expect(new Set(named)).toEqual(new Set([Object.keys(collections).length]));
});
