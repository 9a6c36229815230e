import { aBranch, anItem, anOpenLoan } from '../builders/documents';
import type { Documents } from '../../cloudfunctions/documents';
import { keysOfTitle } from '../../cloudfunctions/search/keys';
import { factsOf } from '../../cloudfunctions/cataloguing/title-facts';
import { startSmallLibrary, type SmallLibrary } from './library';

jest.setTimeout(180_000);

/** A warm function keeps the library's branches for a minute. */
const A_MINUTE = { advance: { minutes: 2 } };

type Title = Documents['titles'];
const aTitle = (_id: string, name: string, changes: Partial<Title> = {}): Title => {
  const title = {
    _id,
    title: name,
    subtitle: '',
    also: [],
    contributors: [{ name: '刘慈欣', role: '著' }],
    publisher: '重庆出版社',
    year: 2008,
    isbns: [],
    clc: 'I247.5',
    callNumber: 'I247.5/1',
    language: 'chi',
    kind: 'book' as const,
    subjects: [],
    summary: '',
    keys: [],
    addedAt: '2026-01-01T00:00:00.000Z',
    popularity: 0,
    source: 'test',
    ...changes,
  };
  return { ...title, keys: keysOfTitle(title) };
};

describe('the title page', () => {
  let library: SmallLibrary;
  beforeAll(async () => {
    library = await startSmallLibrary();
  });
  afterAll(() => library?.close());
  beforeEach(() => library.startOver());

  const put = (name: 'titles' | 'items' | 'branches', documents: object[]) =>
    library.cloud.db.upsert(name, documents as Record<string, unknown>[]);
  const examined = async (work: () => Promise<unknown>): Promise<{ calls: number; examined: number }> => {
    const before = { ...library.cloud.counters().total };
    await work();
    const { total } = library.cloud.counters();
    return { calls: total.roundTrips - before.roundTrips, examined: total.examined - before.examined };
  };

  it('tells a reader whom no branch lets wait why, as placing the hold would', async () => {
    const page = (who: string) => library.get(who, 'catalogue.title', { titleId: 'title-one' });
    const place = (pickUpBranchId: string) =>
      library.ask('an', 'holds.place', { titleId: 'title-one', pickUpBranchId });
    expect((await page('an')).noHold).toBeUndefined();
    const an = await library.document('readers', 'reader-an');
    await library.cloud.db.upsert('readers', [{ ...an, expiresOn: '2026-01-01', owes: 900_000 }] as never);
    const { noHold } = await page('an');
    expect(noHold?.map(({ code }) => code)).toContain('card_expired');
    expect(await place('main')).toEqual({ ok: false, refusals: noHold });
    expect((await page('bai')).noHold).toBeUndefined();
    expect((await page('visitor')).noHold).toBeUndefined();
    await library.cloud.db.upsert('readers', [an] as never);
    expect(await place('main')).toMatchObject({ ok: true });
    expect((await page('an')).noHold).toBeUndefined();
  });

  describe('of a title with 300 copies in 30 branches and 40 authors', () => {
    const branches = Array.from({ length: 30 }, (_, n) =>
      aBranch({ _id: `b${n}`, name: `第${n}社区分馆`, order: 10 + n }),
    );
    const great = aTitle('great', '长'.repeat(200), {
      contributors: Array.from({ length: 40 }, (_, n) => ({ name: `作者甲乙丙${n}`, role: '编' })),
      subjects: Array.from({ length: 60 }, (_, n) => `主题${n}`),
      isbns: ['9787536692930', '9787020002207'],
    });
    beforeEach(async () => {
      await put('branches', branches);
      await put('titles', [great]);
      await put(
        'items',
        Array.from({ length: 300 }, (_, n) =>
          anItem({
            _id: `G${String(n).padStart(3, '0')}`,
            titleId: 'great',
            title: factsOf(great),
            branchId: `b${n % 30}`,
            homeBranchId: `b${n % 30}`,
            ...(n % 30 > 0 && n % 3 > 0
              ? { status: 'on_loan' as const, loan: anOpenLoan({ loanId: `G${n}:1`, dueOn: '2026-12-01' }) }
              : {}),
          }),
        ),
      );
      await library.cloud.clock.move(A_MINUTE);
    });

    it('answers small: a few copies a branch, the counts of all', async () => {
      const page = await library.get('an', 'catalogue.title', { titleId: 'great' });
      expect(page.branches).toHaveLength(30);
      expect(page.branches.every(({ items, total }) => items.length === 4 && total === 10)).toBe(true);
      expect(page.contributors).toHaveLength(40);
      expect(page.subjects).toHaveLength(30);
      const bytes = Buffer.byteLength(JSON.stringify(page));
      expect(bytes).toBeLessThan(40_000);
    });

    it('has what can be taken home in front, and both forms of each ISBN', async () => {
      const page = await library.get('an', 'catalogue.title', { titleId: 'great' });
      const firstWithout = page.branches.findIndex(({ onShelf }) => onShelf === 0);
      const some = firstWithout < 0 ? page.branches : page.branches.slice(0, firstWithout);
      expect(some.length).toBeGreaterThan(0);
      expect(page.branches.slice(some.length).every(({ onShelf }) => onShelf === 0)).toBe(true);
      expect(some[0]?.items[0]).toMatchObject({ status: 'available' });
      expect(page.isbns).toEqual([
        { isbn13: '978-7-5366-9293-0', isbn10: '7-5366-9293-5' },
        { isbn13: '978-7-02-000220-7', isbn10: '7-02-000220-X' },
      ]);
    });

    it('gives every copy of a branch page by page, each once, none that was withdrawn', async () => {
      const more = Array.from({ length: 70 }, (_, n) =>
        anItem({
          _id: `H${n}`,
          titleId: 'great',
          branchId: 'b1',
          ...(n % 10 === 0 ? { status: 'withdrawn' as const } : {}),
        }),
      );
      await put('items', more);
      const barcodes: string[] = [];
      let after: string | undefined;
      do {
        const page = await library.get('an', 'catalogue.items', {
          titleId: 'great',
          branchId: 'b1',
          ...(after && { after }),
        });
        expect(page.total).toBe(73);
        expect(page.list.length).toBeLessThanOrEqual(20);
        barcodes.push(...page.list.map(({ barcode }) => barcode));
        after = page.next;
      } while (after);
      expect(new Set(barcodes).size).toBe(73);
    });

    it('tells nobody who has a copy', async () => {
      const page = await library.get('an', 'catalogue.title', { titleId: 'great' });
      expect(JSON.stringify(page)).not.toMatch(/readerId|readerName/);
    });
  });

  describe('related titles', () => {
    const works = [
      aTitle('three', '三体', { popularity: 9 }),
      aTitle('three-new', '三体', { year: 2022, publisher: '别家' }),
      aTitle('three-2', '三体. 2, 黑暗森林'),
      aTitle('three-3', '三体Ⅲ'),
      aTitle('ball', '球状闪电', { popularity: 3 }),
      aTitle('other', '北京折叠', { contributors: [{ name: '郝景芳', role: '著' }], popularity: 7 }),
      aTitle('false', '三体问题研究', { contributors: [{ name: '别人', role: '著' }], clc: 'O313' }),
    ];
    beforeEach(async () => {
      await put('titles', works);
      await put('items', [
        anItem({ _id: 'R1', titleId: 'three-new' }),
        anItem({ _id: 'R2', titleId: 'ball', status: 'on_loan', loan: anOpenLoan({ loanId: 'R2:1' }) }),
      ]);
    });

    it('are its editions, its other parts and what is like it, with what can be had now', async () => {
      const related = await library.get('an', 'catalogue.related', { titleId: 'three' });
      expect(related.editions).toMatchObject([
        { titleId: 'three-new', availability: { onShelf: 1 } },
        { titleId: 'title-two', availability: { onShelf: 3 } },
      ]);
      expect(related.volumes).toMatchObject([
        { titleId: 'three', part: '', here: true },
        { titleId: 'three-2', part: '2', here: false },
        { titleId: 'three-3', part: 'III', here: false },
      ]);
      expect(related.similar.slice(0, 2)).toMatchObject([
        { titleId: 'ball', because: { reason: 'author', author: '刘慈欣' }, availability: { onShelf: 0 } },
        { titleId: 'other', because: { reason: 'class', clc: 'I247.5' } },
      ]);
      expect(JSON.stringify(related)).not.toContain('"false"');
    });

    it('are found from every part', async () => {
      const { volumes } = await library.get('an', 'catalogue.related', { titleId: 'three-3' });
      expect(volumes.map(({ titleId }) => titleId)).toEqual(['three', 'three-2', 'three-3']);
    });

    it('are read over indexes: thousands of other titles cost nothing', async () => {
      const cost = () => examined(() => library.get('an', 'catalogue.related', { titleId: 'three' }));
      await cost();
      const small = await cost();
      await put(
        'titles',
        Array.from({ length: 3000 }, (_, n) =>
          aTitle(`x${n}`, `别的书名${n}`, { contributors: [{ name: `别人${n}`, role: '著' }], clc: 'K207' }),
        ),
      );
      expect(await cost()).toEqual(small);
      expect(small.calls).toBeLessThanOrEqual(8);
    });

    it('stay bounded for an author of hundreds and a name that hundreds begin with', async () => {
      await put(
        'titles',
        Array.from({ length: 600 }, (_, n) => aTitle(`m${n}`, `三体 第${n + 1}卷`, { popularity: n })),
      );
      const related = await library.get('an', 'catalogue.related', { titleId: 'three' });
      expect(related.volumes.length).toBeLessThanOrEqual(30);
      expect(related.similar.length).toBeLessThanOrEqual(10);
      const { examined: rows } = await examined(() =>
        library.get('an', 'catalogue.related', { titleId: 'three' }),
      );
      expect(rows).toBeLessThan(1000);
    });

    it('of a title that is gone is refused', async () => {
      expect(await library.refused('an', 'catalogue.related', { titleId: 'no-such' })).toEqual([
        'title_not_found',
      ]);
    });
  });

  describe('the shelf around it', () => {
    const stands = (n: number, callNumber: string, copies = 1) =>
      Array.from({ length: copies }, (_, copy) => {
        const title = aTitle(`s${n}`, `书${n}`, { callNumber });
        return anItem({ _id: `S${n}-${copy}`, titleId: title._id, title: factsOf(title), callNumber });
      });
    const shelf = (input: { titleId: string; left?: string; right?: string }, branchId = 'garden') =>
      library.get('an', 'catalogue.shelf', { branchId, ...input });
    const atGarden = (items: object[]) =>
      put(
        'items',
        items.map((item) => ({ ...item, branchId: 'garden' })),
      );

    it('is in shelf order, each title once, at this branch alone', async () => {
      await atGarden([
        ...stands(12, 'K207/12', 3),
        ...stands(2, 'K207/2'),
        ...stands(1, 'K20/9'),
        ...stands(3, 'K207.1/1'),
      ]);
      await put('items', stands(99, 'K207/3'));
      const { list, branchName, left, right } = await shelf({ titleId: 's2' });
      expect(branchName).toBe('园林分馆');
      expect(list.filter(({ callNumber }) => callNumber.startsWith('K'))).toMatchObject([
        { titleId: 's1' },
        { titleId: 's2' },
        { titleId: 's12', copies: 3, onShelf: 3 },
        { titleId: 's3' },
      ]);
      expect([left, right]).toEqual([undefined, undefined]);
    });

    it('goes on to both sides to the ends of the shelf, and misses no title', async () => {
      const numbers = Array.from(
        { length: 700 },
        (_, n) => `${'ABC'[n % 3]}${1 + (n % 7)}/${1 + Math.floor(n / 21)}`,
      );
      await put('items', []);
      await atGarden(numbers.flatMap((number, n) => stands(n, number, 1 + (n % 2))));
      const seen = new Set<string>();
      const walk = async (way: 'left' | 'right') => {
        let from = middle[way];
        while (from !== undefined) {
          const page = await shelf({ titleId: 's333', [way]: from });
          for (const { titleId } of page.list) seen.add(titleId);
          from = page[way];
        }
      };
      const middle = await shelf({ titleId: 's333' });
      for (const { titleId } of middle.list) seen.add(titleId);
      expect(seen.has('s333')).toBe(true);
      await walk('left');
      await walk('right');
      for (let n = 0; n < 700; n++) expect(seen).toContain(`s${n}`);
    });

    it('reads only what is near: ten times as many copies elsewhere cost the same', async () => {
      await atGarden(Array.from({ length: 600 }, (_, n) => stands(n, `K2/${n}`)).flat());
      const cost = () => examined(() => shelf({ titleId: 's300' }));
      await cost();
      const small = await cost();
      await atGarden(Array.from({ length: 3000 }, (_, n) => stands(5000 + n, `T1/${n}`)).flat());
      expect(await cost()).toEqual(small);
      expect(small.examined).toBeLessThan(260);
      expect(small.calls).toBeLessThanOrEqual(5);
    });

    it('is refused at a branch that has no copy of it, or does not exist', async () => {
      const ask = (branchId: string) => ({ branchId, titleId: 'title-one' });
      expect(await library.refused('an', 'catalogue.shelf', ask('garden'))).toEqual(['title_not_found']);
      expect(await library.refused('an', 'catalogue.shelf', ask('no-such'))).toEqual(['branch_not_found']);
    });
  });
});
