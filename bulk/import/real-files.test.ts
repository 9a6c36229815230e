import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ItemDocument, TitleDocument } from '../../cloudfunctions/documents';
import { importFiles } from './index';
import { memoryTarget } from '../memory-target';

/**
 * Real files, which lie beside the repository where they were brought; without them nothing is checked here.
 */

jest.setTimeout(120_000);

const shared = join(__dirname, '../../../shared/data');
const lost = /[\ufffd\u0080-\u009f〓]|Ã|â€|\p{Co}/u;

interface Expected {
  records: number;
  format: 'marc21' | 'cnmarc';
  broken?: number;
  /** Records that say that they are deleted. */
  deleted?: number;
  /** Title, its publisher, and a contributor or "". */
  has: [title: string, publisher: string, contributor: string][];
  /** How many titles there are of kinds other than books. */
  kinds?: Partial<Record<TitleDocument['kind'], number>>;
  /** Titles that hold these words, and what must stand in them. */
  facts?: [words: string, facts: object][];
  /** Price of the copies of titles that hold these words. */
  prices?: [words: string, fen: number][];
}

const people = (...names: [name: string, role: string][]) => names.map(([name, role]) => ({ name, role }));
const yearbooks: Pick<Expected, 'facts' | 'prices'> = {
  facts: [
    // Signs before a year in 200 and 210, a statement of several, 905 with its class, a number of the volume.
    [
      "'94中国发展报告",
      {
        contributors: people(['叶震', '主编'], ['李强', '主编'], ['国家统计局', '编']),
        year: 1994,
        isbns: ['9787503717444'],
        clc: 'F124',
        callNumber: 'F124/26',
        subjects: ['经济发展—概况—中国—1994'],
        also: expect.arrayContaining(["'94Zhong Guo Fa Zhan Bao Gao", 'Xie Zhen']),
      },
    ],
    ["'96 中国发展报告", { subtitle: '中国的“八五”', contributors: people(['张塞', '主编']) }],
    ['1999 年中国发展状况与趋势', { callNumber: 'D668/bnu4', year: 1999, language: 'chi', kind: 'book' }],
  ],
  // "CNY赠90.00", "CNY68.00", a record without one.
  prices: [
    ["'94中国发展报告", 6800],
    ["'99中国发展报告", 9500],
    ['1999 年中国发展状况与趋势', 2000],
  ],
};

const files: Record<string, Expected> = {
  'cnmarc/cnmarc10_utf8.iso': {
    records: 10,
    format: 'cnmarc',
    has: [
      ['中国发展报告', '中国统计出版社', ''],
      ['1999 年中国发展状况与趋势', '经济日报出版社', ''],
    ],
    ...yearbooks,
  },
  'cnmarc/cnmarc10_gb18030.iso': {
    records: 10,
    format: 'cnmarc',
    has: [
      ['中国发展报告', '中国统计出版社', ''],
      ['1999 年中国发展状况与趋势', '经济日报出版社', ''],
    ],
    ...yearbooks,
  },
  'cnmarc/1000_unimarc_records_utf8_bnf.mrc': {
    records: 1000,
    format: 'cnmarc',
    has: [['Le guide de la drague en BD', "Vents d'Ouest", '']],
    kinds: {},
    facts: [
      // Two ISBNs of one record; a person as subject; a title of several parts.
      ["Les communautés d'habitants en Provence", { isbns: ['9782865130658', '9782722700086'] }],
      ['Théodore de Banville', { subjects: ['Banville, Théodore de'] }],
      [
        'Landwirtschaft 1997 Statistisches Jahrbuch',
        { year: 1997, publisher: expect.stringMatching(/^Office/) },
      ],
      ['Point zéro', { contributors: expect.arrayContaining(people(['Rony Bureau', '绘'])) }],
    ],
    // Francs and ecus are no yuan.
    prices: [
      ['Landwirtschaft 1997 Statistisches Jahrbuch', 0],
      ['Le guide de la drague en BD', 0],
    ],
  },
  'marc21/1000_random_from_harvard_open_data.mrc': {
    records: 1000,
    format: 'marc21',
    has: [
      ['论语名句赏析', '红旗出版社', '徐志祥'],
      ['趙紫陽與政治改革', '太平洋世紀硏究所', ''],
    ],
    kinds: { map: 2, audio: 48, serial: 48, music: 17, electronic: 1, video: 2, other: 1 },
    facts: [
      // The vernacular of 880 is shown, its romanised fields are kept beside it.
      [
        '论语名句赏析',
        {
          contributors: people(['徐志祥', '编著']),
          year: 1993,
          also: expect.arrayContaining(['Lun yu ming ju shang xi']),
        },
      ],
      [
        '崇相集',
        {
          subtitle: '19卷',
          contributors: people(['董應舉', '著']),
          also: expect.arrayContaining(['Chongxiang ji']),
        },
      ],
      ['トポスの呪力', { contributors: people(['張文穎', '著']), isbns: ['9784881251249'], year: 2002 }],
      ['西嶽華山誌', { publisher: '', subtitle: '附圖說' }],
    ],
    prices: [['论语名句赏析', 0]],
  },
  'marc21/NLNZ_1000_example_marc.marc': {
    records: 1001,
    format: 'marc21',
    has: [['A Statistical profile of young women', 'The Association', '']],
    kinds: { serial: 142, video: 9, audio: 119, electronic: 2, map: 70, music: 7, picture: 2, other: 1 },
    facts: [
      ['Larger than life', { subtitle: 'the story of Eric Baume', callNumber: 'PN5596.B3 M3', year: 1967 }],
      [
        'The common elements of a national',
        { contributors: expect.arrayContaining(people(['W. L. McGuinness', '著'])) },
      ],
    ],
  },
  'marc21/MARC21_big5.mrc': {
    records: 639,
    format: 'marc21',
    has: [
      ['毛絨絨的小可愛', '圖文出版', ''],
      ['動物怎麼躲藏', '圖文出版', ''],
    ],
    kinds: {},
    facts: [
      [
        '巧奪天工的築巢動物',
        { contributors: people(['陳婷婷', '编'], ['陳筱甯', '编']), callNumber: '590 CHE' },
      ],
      ['辛巴達太空浪遊記', { isbns: ['9789578557796'], year: 2000, contributors: people(['劉興詩', '著']) }],
    ],
  },
  'marc21/traject_test_data.utf8.mrc': {
    records: 30,
    format: 'marc21',
    deleted: 1,
    has: [['久保栄「火山灰地」を読む', '法政大学出版局', '']],
  },
  'marc21/pymarc_bad_records.mrc': { records: 8, format: 'marc21', broken: 7, has: [] },
  'marc21/pymarc_utf8_invalid.mrc': {
    records: 1,
    format: 'marc21',
    has: [['The coming revolution in teacher licensure', '', 'Arthur E. Wise']],
  },
};

if (!existsSync(shared)) test.todo('the real files are not beside the repository: nothing was checked');
else
  test.each(Object.entries(files))('%s comes in whole, in its own characters', async (path, expected) => {
    const memory = memoryTarget();
    const report = await importFiles([join(shared, path)], { duplicates: false }, memory.target);
    const { records, format, broken = 0, deleted = 0 } = expected;
    expect(report.files[0]).toMatchObject({ records, format });
    expect(report.totals.broken).toBe(broken);
    expect(report.titles.added).toBe(records - broken - deleted);
    const titles = memory.list('titles') as unknown as TitleDocument[];
    for (const [name, publisher, contributor] of expected.has) {
      const found = titles.find(({ title }) => title.includes(name));
      expect([name, found?.publisher]).toEqual([name, expect.stringContaining(publisher)]);
      expect(found?.contributors.map((each) => each.name).join()).toContain(contributor);
    }
    const kinds: Record<string, number> = {};
    for (const { kind } of titles) if (kind !== 'book') kinds[kind] = (kinds[kind] ?? 0) + 1;
    if (expected.kinds) expect(kinds).toEqual(expected.kinds);
    const named = (words: string) => titles.find(({ title }) => title.includes(words));
    for (const [words, facts] of expected.facts ?? [])
      expect({ words, ...named(words) }).toMatchObject({ words, ...facts });
    for (const [words, fen] of expected.prices ?? []) {
      const copy = memory.list('items').find(({ titleId }) => titleId === named(words)?._id);
      expect([words, copy?.price]).toEqual([words, fen]);
    }
    const garbled = titles.filter(({ title, subtitle, contributors, publisher, subjects }) =>
      lost.test([title, subtitle, publisher, ...subjects, ...contributors.map(({ name }) => name)].join()),
    );
    expect(garbled.map(({ title }) => title)).toEqual([]);
    const items = memory.list('items') as unknown as ItemDocument[];
    expect(items.every((item) => titles.some(({ _id }) => _id === item.titleId))).toBe(true);

    const again = await importFiles([join(shared, path)], { duplicates: false }, memory.target);
    expect([again.titles.added, again.titles.changed, again.items.added, again.items.changed]).toEqual([
      0, 0, 0, 0,
    ]);
  });
