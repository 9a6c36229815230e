import type { Documents } from '../../cloudfunctions/documents';
import { inconsistencies } from '../../demo/consistency';
import { importFiles } from '../../bulk/import';
import { startSmallLibrary, type SmallLibrary } from './library';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy's barcode has one form, wherever it comes in and wherever it is asked for. */

jest.setTimeout(180_000);

let library: SmallLibrary;
let folder: string;
beforeAll(async () => {
  library = await startSmallLibrary(1);
  folder = mkdtempSync(join(tmpdir(), 'shuxiang-barcodes-'));
});
beforeEach(() => library.startOver());
afterEach(async () => expect(inconsistencies(await library.everything())).toEqual([]));
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await library?.close();
});

const BLANKS = 'YX 00\u30000 01';
const put = async (item: Partial<Documents['items']> & { _id: string }): Promise<void> => {
  const [one] = await library.documents('items', { _id: 'A1' });
  await library.cloud.db.upsert('items', [{ ...one, ...item }] as never);
};
const ids = async () => (await library.documents('items')).map(({ _id }) => _id).sort();
const minutes = (count: number) => library.cloud.clock.move({ advance: { minutes: count } });

describe('a barcode with blanks', () => {
  it('is catalogued without them, and taken at every entrance of the desk', async () => {
    await library.get('boss', 'cataloguing.addCopies', {
      titleId: 'title-one',
      copies: [
        {
          barcode: BLANKS,
          branchId: 'main',
          shelf: '',
          callNumber: '',
          itemType: 'book',
          price: 0,
          use: 'loan',
          minAge: 0,
        },
      ],
    });
    expect(await ids()).toContain('YX00001');
    const at = { barcode: BLANKS, branchId: 'main' };
    await library.get('desk', 'desk.checkOut', { readerId: 'reader-an', ...at });
    await library.get('desk', 'desk.checkIn', at);
    expect((await library.get('desk', 'desk.item', { barcode: BLANKS })).barcode).toBe('YX00001');
    const { list } = await library.get('desk', 'desk.log', { barcode: BLANKS });
    expect(list.map(({ barcode }) => barcode)).toEqual(
      ['YX00001', 'YX00001', 'YX00001'].slice(0, list.length),
    );
    expect(list.length).toBeGreaterThan(1);
    await library.get('an', 'holds.place', {
      titleId: 'title-one',
      pickUpBranchId: 'main',
      barcode: BLANKS,
    });
    expect((await library.documents('holds'))[0]?.wants).toBe('YX00001');
  });

  it('is imported without them, and found by the desk', async () => {
    const file = join(folder, 'list.xml');
    writeFileSync(
      file,
      `<?xml version="1.0" encoding="UTF-8"?><collection xmlns="http://www.loc.gov/MARC21/slim"><record>
<leader>00000nam a2200000 a 4500</leader><controlfield tag="001">1</controlfield>
<datafield tag="245" ind1="1" ind2="0"><subfield code="a">边城</subfield></datafield>
<datafield tag="852" ind1=" " ind2=" "><subfield code="p">${BLANKS}</subfield><subfield code="b">main</subfield></datafield>
</record></collection>`,
    );
    await importFiles([file], { format: 'auto', copies: 1, duplicates: false }, library.cloud.db as never);
    expect(await ids()).toContain('YX00001');
    await library.get('desk', 'desk.checkOut', {
      readerId: 'reader-an',
      barcode: BLANKS,
      branchId: 'main',
    });
  });

  it('that was stored as it came is mended by itself, once, and what cannot be is named', async () => {
    await put({ _id: BLANKS });
    await put({ _id: 'A0123456B' });
    await put({ _id: 'B 1', titleId: 'title-one' });
    await put({ _id: 'B 2', titleId: 'title-two' });
    await minutes(10);
    expect(await ids()).toEqual(['0123456', 'A1', 'B 1', 'B1', 'B2', 'B3', 'C1', 'C2', 'YX00001']);
    const state = (await library.documents('settings')).find(({ _id }) => _id === 'barcode-mending');
    expect(state).toMatchObject({ mended: 3, left: ['B 1'], finishedAt: expect.any(String) });
    await library.get('desk', 'desk.checkOut', { readerId: 'reader-an', barcode: BLANKS, branchId: 'main' });
    await put({ _id: 'B 9' });
    await minutes(10);
    expect(await ids()).toContain('B 9');
  });
});
