import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';
import type { Person } from './person';

jest.setTimeout(240_000);

const KNOWN = '9787020002207';
const UNKNOWN = '9787020042494';

/** The preview's scanner is a sheet with a field: what is typed there is what the camera saw. */
const scans = async (person: Person, code: string): Promise<void> => {
  await person.tapsNamed('扫书上的条码');
  const { page } = person.phone;
  const field = page.locator('input.scan-code');
  await field.fill(code);
  await field.press('Enter');
};

describeInBrowser('scanning the ISBN of a book', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
    const [one] = await library.cloud.db.find('titles', { title: '边城' }, 1);
    if (!one) throw new Error('the demo library has no such title');
    await library.cloud.db.upsert('titles', [{ ...one, isbns: [KNOWN] }]);
    await library.cloud.db.upsert('titleChanges', [
      { _id: one._id, at: new Date(library.cloud.clock.now()).toISOString() },
    ]);
  });
  afterAll(() => library?.close());

  it('opens the title page for a reader', async () => {
    const reader = await library.enter('reader', { page: 'pages/search/index' });
    await scans(reader, KNOWN);
    await reader.sees('978-7-02-000220-7');
    await reader.leaves();
  });

  it('tells a reader that the library does not have it, and what to try', async () => {
    const reader = await library.enter('reader', { page: 'pages/search/index' });
    await scans(reader, UNKNOWN);
    await reader.sees('没有找到');
    await reader.sees('这本书还没有入藏');
    expect(await reader.screen()).not.toContain('编目');
    await reader.leaves();
  });

  it('leads staff to the form with the ISBN and the publisher filled in', async () => {
    const librarian = await library.enter('librarian', { page: 'pages/home/index' });
    await librarian.opensTab('找书');
    await scans(librarian, UNKNOWN);
    await librarian.taps('为这本书编目');
    await librarian.sees('已填好能确定的部分');
    const isbn = librarian.phone.page.getByLabel('ISBN', { exact: true }).locator('visible=true').last();
    expect(await isbn.inputValue()).toBe('978-7-02-004249-4');
    await librarian.leaves();
  });
});
