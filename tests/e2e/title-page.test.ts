import { aBranch, anItem, anOpenLoan } from '../builders/documents';
import type { Documents } from '../../cloudfunctions/documents';
import { keysOfTitle } from '../../cloudfunctions/search/keys';
import { factsOf } from '../../cloudfunctions/cataloguing/title-facts';
import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';
import type { Person } from './person';

jest.setTimeout(300_000);

const page = (titleId: string) => `features/catalogue/pages/title/index?titleId=${titleId}`;
/** 三体 of the demo library, the first of three. */
const THREE = 't0035';
/** WeChat counts a page of more nodes as slow. */
const MOST_NODES = 1000;

const LONG_NAME = '关于长江中下游地区地方志所载水旱灾害与社会应对的综合研究及其资料汇编'
  .repeat(6)
  .slice(0, 200);

const aTitle = (changes: Partial<Documents['titles']>): Documents['titles'] => {
  const title: Documents['titles'] = {
    _id: 'great',
    title: LONG_NAME,
    subtitle: '附图表与索引',
    also: [],
    contributors: Array.from({ length: 40 }, (_, n) => ({ name: `欧阳编者${n}`, role: '编' })),
    publisher: '某某省地方志编纂委员会办公室',
    year: 2019,
    isbns: ['9787536692930'],
    clc: 'K290',
    callNumber: 'K290/9',
    language: 'chi',
    kind: 'book',
    subjects: Array.from({ length: 20 }, (_, n) => `水旱灾害史料第${n}辑`),
    summary: '汇集地方志中的水旱灾害记载。'.repeat(40),
    keys: [],
    addedAt: '2026-01-01T00:00:00.000Z',
    popularity: 1,
    source: 'test',
    ...changes,
  };
  return { ...title, keys: keysOfTitle(title) };
};

describeInBrowser('the title page', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
    await putGreatTitle();
  });
  afterAll(() => library?.close());

  /** 300 copies over 30 branches, ninety of them at the main library. */
  const putGreatTitle = async () => {
    const put = (name: string, documents: object[]) =>
      library.cloud.db.upsert(name, documents as Record<string, unknown>[]);
    const great = aTitle({});
    const volumes = ['上册', '中册', '下册'].map((part, n) =>
      aTitle({ _id: `volume-${n}`, title: `${LONG_NAME.slice(0, 60)} ${part}` }),
    );
    await put('titles', [great, ...volumes]);
    await put(
      'branches',
      Array.from({ length: 30 }, (_, n) =>
        aBranch({ _id: `b${n}`, name: `第${n + 1}社区分馆`, order: 10 + n }),
      ),
    );
    await put(
      'items',
      Array.from({ length: 300 }, (_, n) =>
        anItem({
          _id: `G${String(n).padStart(3, '0')}`,
          titleId: 'great',
          title: factsOf(great),
          callNumber: 'K290/9',
          shelf: '三楼 地方文献阅览区',
          branchId: n < 90 ? 'main' : `b${n % 30}`,
          homeBranchId: n < 90 ? 'main' : `b${n % 30}`,
          ...(n % 3
            ? { status: 'on_loan' as const, loan: anOpenLoan({ loanId: `G${n}:1`, dueOn: '2026-12-20' }) }
            : {}),
        }),
      ),
    );
    await library.cloud.clock.move({ advance: { minutes: 2 } });
  };

  /** Of the page on top: WeChat counts each page by itself. */
  const nodes = (person: Person) =>
    person.phone.page.evaluate<number>(`document.querySelectorAll('.layer.on-top *').length`);
  /** What stands out over the right edge, except in strips that are moved sideways. */
  const tooWide = (person: Person) =>
    person.phone.page.evaluate<string[]>(`
      [...document.querySelectorAll('body *')]
        .filter((one) => !one.closest('.strip'))
        .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
        .map((one) => one.tagName + ' ' + one.className)
        .slice(0, 5)`);

  it('leads from a title to its other volumes, to what is like it, and back', async () => {
    const reader = await library.enter('student-2', { page: page(THREE) });
    await reader.sees('同一套书');
    await reader.sees('正在看');
    await reader.sees('相近的书');
    await reader.sees('同一作者');
    await reader.taps('三体Ⅱ');
    await reader.sees('黑暗森林');
    await reader.goesBack();
    await reader.taps('球状闪电');
    await reader.sees('预约');
    await reader.leaves();
  });

  it('shows what stands beside it on the shelf, further and further, and leads there', async () => {
    const reader = await library.enter('student-2', { page: page(THREE) });
    await reader.taps('书架邻居');
    await reader.sees('书架上的邻居');
    await reader.sees('您从这本来');
    await reader.sees('总馆 · 按索书号，从左到右');
    await reader.taps('再看右边的');
    await reader.taps('再看左边的');
    await reader.sees('黄金时代');
    expect(await nodes(reader)).toBeLessThan(MOST_NODES);
    await reader.leaves();
  });

  it('leads from an author and from a subject to the search for them', async () => {
    const reader = await library.enter('student-2', { page: page(THREE) });
    await reader.tapsNamed(/^刘慈欣/);
    await reader.sees('球状闪电');
    await reader.sees('流浪地球');
    await reader.leaves();
    const other = await library.enter('student-2', { page: page('great') });
    await other.taps('水旱灾害史料第3辑');
    await other.sees(/地方志所载水旱灾害/);
    await other.leaves();
  });

  it.each([390, 320])(
    'holds with 300 copies, 40 authors and a name of 200 characters, %i wide',
    async (width) => {
      const reader = await library.enter('student-2', {
        page: page('great'),
        viewport: { width, height: 700 },
      });
      await reader.sees('还有 37 人，全部显示');
      await reader.sees('先列 4 册，共 90 册');
      await reader.sees('同一套书');
      expect(await tooWide(reader)).toEqual([]);
      expect(await nodes(reader)).toBeLessThan(MOST_NODES);
      await reader.taps('还有 37 人，全部显示');
      await reader.sees('欧阳编者39');
      await reader.taps(/还有 23 个分馆有藏/);
      await reader.sees('第30社区分馆');
      await reader.taps('逐册看');
      await reader.sees('第 1–20 册，共 90 册');
      await reader.taps('下一页');
      await reader.sees('第 21–40 册，共 90 册');
      await reader.taps('第30社区分馆');
      await reader.sees('先列 4 册，共 7 册');
      await reader.seesNoMore('第 21–40 册');
      expect(await tooWide(reader)).toEqual([]);
      expect(await nodes(reader)).toBeLessThan(MOST_NODES);
      await reader.leaves();
    },
  );

  it('stands at once, whatever becomes of what is related', async () => {
    library.cloud.faults.next({
      function: 'reader',
      action: 'catalogue.related',
      refuse: { request: 1, with: 'system', onwards: true },
    });
    const reader = await library.enter('student-2', { page: page('t0030') });
    await reader.sees('预约');
    await reader.sees('相近的书没有加载出来');
    await reader.taps('重试');
    await reader.sees('相近的书');
    reader.phone.forgive(/./);
    await reader.leaves();
  });

  it('puts the title on a list, and asks a visitor for a card only then', async () => {
    const reader = await library.enter('student-2', { page: page(THREE) });
    await reader.taps('加入书单');
    await reader.sees('想读');
    await reader.leaves();
  });

  it('opened out of 朋友圈, where nobody has an identity, shows the book and asks the cloud nothing', async () => {
    const query = `titleId=${THREE}&t=${encodeURIComponent('三体')}&a=${encodeURIComponent('刘慈欣')}&y=2008&c=I247.5`;
    const before = library.cloud.counters().total.roundTrips;
    const stranger = await library.enter('visitor', {
      page: `features/catalogue/pages/title/index?${query}`,
      scene: 1154,
    });
    await stranger.sees('三体');
    await stranger.sees('刘慈欣');
    await stranger.sees('前往小程序');
    await stranger.seesNoMore('加入书单');
    expect(library.cloud.counters().total.roundTrips).toBe(before);
    await stranger.leaves();
  });
});
