import type { Answer, NewCopy, TitleRecord } from '../../typings/contract';
import { anItem } from '../builders/documents';
import type { ItemDocument, TitleDocument } from '../../cloudfunctions/documents';
import { keysOfTitle } from '../../cloudfunctions/search/keys';
import { factsOf } from '../../cloudfunctions/cataloguing/title-facts';
import { outcomes, startSmallLibrary, type SmallLibrary } from './library';

jest.setTimeout(180_000);

/**
 * Cataloguing against the small library: "boss" may do everything, "desk" is circulation, "cat" and "dog"
 * catalogue.
 */

const ISBN = '9787020002207';

const record = (changes: Partial<TitleRecord> = {}): TitleRecord => ({
  title: '边城',
  subtitle: '',
  contributors: [{ name: '沈从文', role: '著' }],
  publisher: '人民文学出版社',
  year: 2005,
  isbns: [ISBN],
  clc: 'I246.5',
  callNumber: 'I246.5/1',
  language: 'chi',
  kind: 'book',
  subjects: ['湘西'],
  summary: '',
  ...changes,
});

const copy = (barcode: string, changes: Partial<NewCopy> = {}): NewCopy => ({
  barcode,
  branchId: 'main',
  shelf: '文学 1 架',
  callNumber: '',
  itemType: 'book',
  price: 2800,
  use: 'loan',
  minAge: 0,
  ...changes,
});

const aTitle = (_id: string, changes: Partial<TitleDocument>): TitleDocument => {
  const known = { title: _id, contributors: [{ name: '佚名', role: '著' }], ...changes };
  return {
    _id,
    ...record({ isbns: [] }),
    also: [],
    addedAt: '2026-01-01T00:00:00.000Z',
    popularity: 1,
    source: 'test',
    ...known,
    keys: keysOfTitle(known),
  };
};

describe('cataloguing', () => {
  let library: SmallLibrary;
  beforeAll(async () => {
    library = await startSmallLibrary();
  });
  afterAll(() => library.close());
  beforeEach(async () => {
    await library.startOver();
    await library.cloud.db.upsert('staff', staffOf('cat', 'dog'));
  });

  const put = (titles: TitleDocument[]) => library.cloud.db.upsert('titles', titles as object[] as never);
  const add = (
    who = 'cat',
    changes: Partial<TitleRecord> = {},
    copies = [copy('X1')],
    besides: string[] = [],
  ) => library.ask(who, 'cataloguing.addTitle', { record: record(changes), copies, besides });
  const added = async (changes: Partial<TitleRecord> = {}, copies = [copy('X1')]) => {
    const answer = await add('cat', changes, copies);
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.value;
  };
  const lookUp = (code: string) => library.get('cat', 'cataloguing.lookUp', { code });

  describe('looking up', () => {
    it('finds titles by ISBN in every form, by barcode and by id, with their copies by branch', async () => {
      const found = {
        found: 'titles',
        list: [
          {
            titleId: 'title-two',
            copies: 3,
            branches: [
              { branchId: 'main', copies: 2, onShelf: 2 },
              { branchId: 'garden', copies: 1, onShelf: 1 },
            ],
            isbns: [{ isbn13: '978-7-5366-9293-0' }],
          },
        ],
      };
      for (const code of [
        '9787536692930',
        '978-7-5366-9293-0',
        '7-5366-9293-5',
        'ISBN 7536692935',
        'B3',
        'title-two',
      ])
        expect(await lookUp(code)).toMatchObject(found);
      expect(await lookUp('978753669293051')).toMatchObject(found);
    });

    it('says that a check digit is wrong, and takes other codes for barcodes', async () => {
      expect(await library.refused('cat', 'cataloguing.lookUp', { code: '978-7-5366-9293-1' })).toEqual([
        'isbn_wrong',
      ]);
      expect(await lookUp('YX99999901')).toEqual({
        found: 'nothing',
        draft: { barcode: 'YX99999901', kind: 'book' },
      });
      expect(await lookUp('9771000000005')).toEqual({ found: 'nothing', draft: { kind: 'serial' } });
    });

    it('knows the publisher from its other books, and the language from the ISBN', async () => {
      await put(
        ['9787020008728', '9787020033430', '9787020139927'].map((isbn, n) =>
          aTitle(`rw-${n}`, { isbns: [isbn], publisher: '人民文学出版社', language: '' }),
        ),
      );
      expect(await lookUp('9787020042494')).toEqual({
        found: 'nothing',
        draft: {
          isbn: { bare: '9787020042494', isbn13: '978-7-02-004249-4', isbn10: '7-02-004249-X' },
          publisher: { value: '人民文学出版社', because: { by: 'own_titles', titles: 3 } },
          language: { value: 'chi', because: { by: 'isbn_group', area: '中国' } },
          kind: 'book',
        },
      });
    });

    it('reads as much in a large library as in a small one', async () => {
      const cost = async () => {
        const before = library.cloud.counters().total.examined;
        await lookUp('9787020042494');
        await library.get('cat', 'cataloguing.callNumber', { clc: 'I246.5', author: '' });
        return library.cloud.counters().total.examined - before;
      };
      const few = (count: number) =>
        put(Array.from({ length: count }, (_, n) => aTitle(`many-${n}`, { callNumber: `I246.5/${n + 1}` })));
      await few(500);
      const small = await cost();
      await few(3000);
      expect(await cost()).toBeLessThan(small + 1500);
    });
  });

  describe('call numbers', () => {
    const advice = (clc: string, author = '') =>
      library.get('cat', 'cataloguing.callNumber', { clc, author });

    it('go on where the class has got to', async () => {
      await put(Array.from({ length: 120 }, (_, n) => aTitle(`n-${n}`, { callNumber: `I246.5/${n + 1}` })));
      expect(await advice('I246.5')).toEqual({
        callNumber: 'I246.5/121',
        habit: 'running_number',
        last: 120,
      });
    });

    it('begin with one in a class that has none yet, as the classes beside it are written', async () => {
      await put(Array.from({ length: 5 }, (_, n) => aTitle(`n-${n}`, { callNumber: `I246.5/${n + 1}` })));
      expect(await advice('I712.45')).toEqual({ callNumber: 'I712.45/1', habit: 'running_number', last: 0 });
    });

    it('repeat the mark of the same author, or leave it to the cataloguer', async () => {
      const marked = (id: string, name: string, mark: string) =>
        aTitle(id, { contributors: [{ name, role: '著' }], clc: 'I313.45', callNumber: `I313.45/${mark}` });
      await put([marked('a', '村上春树', 'C977'), marked('b', '东野圭吾', 'D630')]);
      expect(await advice('I313.45', '[日] 东野圭吾')).toEqual({
        callNumber: 'I313.45/D630',
        habit: 'author_mark',
      });
      expect(await advice('I313.45', '川端康成')).toEqual({ callNumber: '', habit: 'author_mark' });
    });
  });

  describe('a new title', () => {
    it('stands with its copies, is found by search at once and written into the log', async () => {
      const { titleId } = await added({}, [copy('X1'), copy('X2', { branchId: 'garden', use: 'reference' })]);
      const page = await library.get('an', 'catalogue.title', { titleId });
      expect(page).toMatchObject({
        title: '边城',
        isbns: [{ isbn13: '978-7-02-000220-7' }],
        availability: { onShelf: 1, items: 2 },
        branches: [{ branchId: 'main' }, { branchId: 'garden' }],
      });
      expect(await library.document('items', 'X2')).toMatchObject({
        titleId,
        title: { title: '边城', authors: '沈从文' },
        homeBranchId: 'garden',
        callNumber: 'I246.5/1',
        use: 'reference',
        price: 2800,
        source: 'desk',
      });
      const { list } = await library.get('an', 'search.find', { query: '边城' });
      expect(list[0]).toMatchObject({ titleId, availability: { onShelf: 1 } });
      const log = await library.get('boss', 'desk.log', { branchId: 'main' });
      expect(log.list[0]).toMatchObject({
        action: 'cataloguing.addTitle',
        titleName: '边城',
        staffName: 'cat',
      });
    });

    it('takes ISBNs as they are printed, each once', async () => {
      const { titleId } = await added({ isbns: ['978-7-02-000220-7', '7-02-000220-X'] });
      expect(await library.document('titles', titleId)).toMatchObject({ isbns: [ISBN] });
    });

    it('may be the same book as one that is here: it is told, and may be added nevertheless', async () => {
      const first = await added();
      const answer = await add('cat', { title: '边城（插图本）' }, [copy('X2')]);
      expect(answer).toMatchObject({
        refusals: [{ code: 'title_here_already', titles: [{ titleId: first.titleId, because: 'isbn' }] }],
      });
      expect(outcomes([await add('cat', { isbns: [] }, [])])).toEqual(['title_here_already']);
      expect(
        outcomes([await add('cat', { title: '边城（插图本）' }, [copy('X2')], [first.titleId])]),
      ).toEqual(['ok']);
    });

    it('takes no barcode that is another copy, a card or an ISBN, and then writes nothing', async () => {
      const before = await library.documents('titles');
      expect(await add('cat', {}, [copy('X1'), copy('A1')])).toMatchObject({
        refusals: [{ code: 'barcode_taken', barcode: 'A1', titleId: 'title-one', title: '红楼梦' }],
      });
      expect(outcomes([await add('cat', {}, [copy('30100000001')])])).toEqual(['barcode_is_card']);
      expect(await add('cat', {}, [copy(ISBN)])).toMatchObject({
        invalid: [{ path: 'input.copies.0.barcode' }],
      });
      expect(await add('cat', {}, [copy('X1'), copy('X1')])).toMatchObject({
        invalid: [{ path: 'input.copies' }],
      });
      expect(await library.documents('titles')).toEqual(before);
      expect(await library.document('items', 'X1')).toBeUndefined();
    });

    it('names only branches and types of this library', async () => {
      const answer = await add('cat', {}, [copy('X1', { branchId: 'moon', itemType: 'stone' })]);
      expect(outcomes([answer])).toEqual(['not_in_library+not_in_library']);
    });

    it('is added once, however often the same request comes', async () => {
      const input = { record: record(), copies: [copy('X1')], besides: [] };
      const answers = await Promise.all(
        Array.from({ length: 4 }, () => library.ask('cat', 'cataloguing.addTitle', input, 'request-one')),
      );
      expect(outcomes(answers)).toEqual(['ok', 'ok', 'ok', 'ok']);
      expect(await library.documents('titles', { isbns: ISBN })).toHaveLength(1);
    });
  });

  it('a title that is refused for a barcode leaves nothing behind, no claim to its name either', async () => {
    await library.startOver();
    await library.cloud.db.upsert('staff', staffOf('cat', 'dog'));
    const before = await library.everything();
    const answer = await add('cat', {}, [copy('A1')]);
    expect(outcomes([answer])).toEqual(['barcode_taken']);
    expect(await library.everything()).toEqual(before);
  });

  describe('at two desks at once', () => {
    const race = (...asked: (() => Promise<Answer<unknown>>)[]) => Promise.all(asked.map((ask) => ask()));

    it('a book by its ISBN is catalogued once, and the other desk is shown it', async () => {
      for (let round = 0; round < 5; round++) {
        await library.startOver();
        await library.cloud.db.upsert('staff', staffOf('cat', 'dog'));
        const answers = await race(
          () => add('cat', {}, [copy('X1')]),
          () => add('dog', {}, [copy('X2')]),
        );
        expect(outcomes(answers)).toEqual(['ok', 'title_here_already']);
        expect(await library.documents('titles', { isbns: ISBN })).toHaveLength(1);
      }
    });

    it('and so is a book without one, by title and author', async () => {
      const answers = await race(
        () => add('cat', { isbns: [] }, [copy('X1')]),
        () => add('dog', { isbns: [], publisher: '' }, [copy('X2')]),
      );
      expect(outcomes(answers)).toEqual(['ok', 'title_here_already']);
    });

    it('a barcode goes to one of them', async () => {
      for (let round = 0; round < 5; round++) {
        const barcode = `R${round}0`;
        const answers = await race(
          () =>
            library.ask('cat', 'cataloguing.addCopies', { titleId: 'title-one', copies: [copy(barcode)] }),
          () =>
            library.ask('dog', 'cataloguing.addCopies', { titleId: 'title-two', copies: [copy(barcode)] }),
        );
        expect(outcomes(answers)).toEqual(['barcode_taken', 'ok']);
      }
    });

    it('different fields of a title are both changed, the same field is told', async () => {
      const { titleId } = await added();
      const seen = record();
      const change = (who: string, changes: Partial<TitleRecord>) => () =>
        library.ask(who, 'cataloguing.changeTitle', {
          titleId,
          seen,
          record: { ...seen, ...changes },
          besides: [],
        });
      expect(outcomes(await race(change('cat', { year: 2006 }), change('dog', { summary: '翠翠' })))).toEqual(
        ['ok', 'ok'],
      );
      expect(await library.document('titles', titleId)).toMatchObject({ year: 2006, summary: '翠翠' });
      const both = await race(change('cat', { publisher: '甲' }), change('dog', { publisher: '乙' }));
      expect(outcomes(both)).toEqual(['ok', 'title_changed']);
      expect(both.find((answer) => !answer.ok)).toMatchObject({ refusals: [{ fields: ['publisher'] }] });
    });

    it('a copy that comes in while its title changes ends up with the new name', async () => {
      for (let round = 0; round < 4; round++) {
        const seen = (await library.get('cat', 'cataloguing.title', { titleId: 'title-three' })).record;
        const answers = await race(
          () =>
            library.ask('dog', 'cataloguing.addCopies', {
              titleId: 'title-three',
              copies: [copy(`N${round}0`)],
            }),
          () =>
            library.ask('cat', 'cataloguing.changeTitle', {
              titleId: 'title-three',
              seen,
              record: { ...seen, title: `城南旧事 ${round}` },
              besides: [],
            }),
        );
        expect(outcomes(answers)).toEqual(['ok', 'ok']);
      }
      await library.cloud.clock.move({ advance: { minutes: 10 } });
      await library.cloud.timer('jobs');
      const names = (await library.documents('items', { titleId: 'title-three' })).map(
        ({ title }) => title.title,
      );
      expect(new Set(names)).toEqual(new Set(['城南旧事 3']));
    });
  });

  describe('a changed title', () => {
    const manyCopies = (count: number): ItemDocument[] => {
      const title = aTitle('big', { title: '新华字典', publisher: '商务印书馆' });
      return Array.from({ length: count }, (_, n) =>
        anItem({ _id: `BIG${n}`, titleId: 'big', title: factsOf(title) }),
      );
    };
    const rename = async (title: string) => {
      const seen = (await library.get('cat', 'cataloguing.title', { titleId: 'big' })).record;
      return library.get('cat', 'cataloguing.changeTitle', {
        titleId: 'big',
        seen,
        record: { ...seen, title },
        besides: [],
      });
    };
    beforeEach(async () => {
      await put([aTitle('big', { title: '新华字典', publisher: '商务印书馆' })]);
      await library.cloud.db.upsert('items', manyCopies(300) as object[] as never);
    });

    it('is found under its new name at once, and its 300 copies follow in one step', async () => {
      expect(await rename('新华字典第 12 版')).toMatchObject({ copiesBehind: true });
      const { list } = await library.get('an', 'search.find', { query: '新华字典第12版' });
      expect(list[0]?.titleId).toBe('big');
      expect(await library.get('cat', 'cataloguing.refreshCopies', { titleId: 'big' })).toEqual({
        refreshed: 300,
      });
      expect(await library.get('cat', 'cataloguing.refreshCopies', { titleId: 'big' })).toEqual({
        refreshed: 0,
      });
      expect((await library.document('items', 'BIG299'))?.title.title).toBe('新华字典第 12 版');
    });

    it('has its copies brought after it by the timer when the desk was cut off', async () => {
      await rename('新华字典第 12 版');
      await library.cloud.clock.move({ advance: { minutes: 10 } });
      await library.cloud.timer('jobs');
      const names = (await library.documents('items', { titleId: 'big' })).map(({ title }) => title.title);
      expect(new Set(names)).toEqual(new Set(['新华字典第 12 版']));
      expect(await library.documents('titleRefreshes')).toEqual([]);
      expect(await library.documents('titleClaims')).toEqual([]);
    });

    it('leaves the loans of its copies alone', async () => {
      await library.get('desk', 'desk.checkOut', {
        readerId: 'reader-an',
        barcode: 'BIG7',
        branchId: 'main',
      });
      await rename('新华字典第 12 版');
      await library.get('cat', 'cataloguing.refreshCopies', { titleId: 'big' });
      expect(await library.document('items', 'BIG7')).toMatchObject({
        status: 'on_loan',
        loan: { readerId: 'reader-an' },
        title: { title: '新华字典第 12 版' },
      });
    });

    it('changes nothing of the copies when they show nothing of what was changed', async () => {
      const seen = (await library.get('cat', 'cataloguing.title', { titleId: 'big' })).record;
      const answer = await library.get('cat', 'cataloguing.changeTitle', {
        titleId: 'big',
        seen,
        record: { ...seen, summary: '字典' },
        besides: [],
      });
      expect(answer.copiesBehind).toBe(false);
      expect(await library.documents('titleRefreshes')).toEqual([]);
    });

    it('warns when it gets the ISBN of another one', async () => {
      const seen = (await library.get('cat', 'cataloguing.title', { titleId: 'big' })).record;
      const input = { titleId: 'big', seen, record: { ...seen, isbns: ['9787536692930'] } };
      expect(await library.refused('cat', 'cataloguing.changeTitle', { ...input, besides: [] })).toEqual([
        'title_here_already',
      ]);
      await library.get('cat', 'cataloguing.changeTitle', { ...input, besides: ['title-two'] });
    });
  });

  describe('a copy', () => {
    const change = (barcode: string, changes: object) =>
      library.get('cat', 'cataloguing.changeCopy', { barcode, change: changes });

    it('is listed with all that can be changed of it', async () => {
      const { list, total } = await library.get('cat', 'cataloguing.copies', { titleId: 'title-two' });
      expect(total).toBe(3);
      expect(list.map(({ barcode, branchName }) => [barcode, branchName])).toEqual([
        ['B1', expect.any(String)],
        ['B2', expect.any(String)],
        ['B3', '园林分馆'],
      ]);
    });

    it('changes in what is named and keeps the rest', async () => {
      const before = await library.document('items', 'B1');
      expect(await change('B1', { shelf: '科幻 2 架', price: 2300 })).toMatchObject({ shelf: '科幻 2 架' });
      expect(await library.document('items', 'B1')).toEqual({
        ...before,
        shelf: '科幻 2 架',
        price: 2300,
        changedAt: expect.any(String) as string,
      });
    });

    it('that stands at home moves with its home; one on loan goes there when it comes back', async () => {
      await change('B1', { branchId: 'garden' });
      expect(await library.document('items', 'B1')).toMatchObject({
        branchId: 'garden',
        homeBranchId: 'garden',
      });
      await library.get('desk', 'desk.checkOut', { readerId: 'reader-an', barcode: 'B2', branchId: 'main' });
      await change('B2', { branchId: 'garden' });
      expect(await library.document('items', 'B2')).toMatchObject({
        branchId: 'main',
        homeBranchId: 'garden',
      });
      const back = await library.get('desk', 'desk.checkIn', { barcode: 'B2', branchId: 'main' });
      expect(back.next).toMatchObject({ kind: 'transit', toBranchId: 'garden', why: 'home' });
    });

    it('that is made reference only lets the hold that it served wait again', async () => {
      await library.get('desk', 'desk.checkOut', { readerId: 'reader-an', barcode: 'A1', branchId: 'main' });
      await library.get('bai', 'holds.place', { titleId: 'title-one', pickUpBranchId: 'main' });
      await library.get('desk', 'desk.checkIn', { barcode: 'A1', branchId: 'main' });
      expect(await library.document('items', 'A1')).toMatchObject({ status: 'on_hold_shelf' });
      await change('A1', { use: 'reference' });
      expect(await library.document('items', 'A1')).toMatchObject({ hold: null, use: 'reference' });
      const { list } = await library.get('bai', 'holds.list', {});
      expect(list[0]).toMatchObject({ status: 'waiting' });
    });

    it('is taken out again when it was added by mistake, and not when it was lent', async () => {
      await library.get('cat', 'cataloguing.addCopies', {
        titleId: 'title-one',
        copies: [copy('X1'), copy('X2')],
      });
      await library.get('cat', 'cataloguing.removeCopy', { barcode: 'X1' });
      expect(await library.document('items', 'X1')).toBeUndefined();
      await library.get('desk', 'desk.checkOut', { readerId: 'reader-an', barcode: 'X2', branchId: 'main' });
      await library.get('desk', 'desk.checkIn', { barcode: 'X2', branchId: 'main' });
      expect(await library.refused('cat', 'cataloguing.removeCopy', { barcode: 'X2' })).toEqual([
        'copy_in_use',
      ]);
      expect(await library.refused('cat', 'cataloguing.removeCopy', { barcode: 'A1' })).toEqual([
        'copy_in_use',
      ]);
    });
  });

  it('is for cataloguers: circulation staff and readers are refused', async () => {
    expect(await library.refused('desk', 'cataloguing.lookUp', { code: ISBN })).toEqual(['role_missing']);
    expect(await library.refused('an', 'cataloguing.lookUp', { code: ISBN })).toEqual(['not_staff']);
    expect(outcomes([await add('desk')])).toEqual(['role_missing']);
    expect(outcomes([await add('boss')])).toEqual(['ok']);
  });

  it('says where an input is wrong', async () => {
    const answer = await add('cat', { title: ' ', isbns: ['9787020002208'], year: 98, clc: '文学' }, []);
    expect(answer).toMatchObject({
      invalid: [
        { path: 'input.record.title' },
        { path: 'input.record.year' },
        { path: 'input.record.isbns.0' },
        { path: 'input.record.clc' },
      ],
    });
  });
});

const staffOf = (...names: string[]) =>
  names.map((name) => ({ _id: `o-${name}`, name, branchId: 'main', roles: ['cataloguer'], active: true }));
