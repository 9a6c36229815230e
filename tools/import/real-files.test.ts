import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ItemDocument, TitleDocument } from '../../cloudfunctions/documents';
import { importFiles } from './index';
import { memoryTarget } from './memory-target';

/** Real files, which lie beside the repository where they were brought; without them nothing is checked here. */

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
  items?: number;
}

const files: Record<string, Expected> = {
  'cnmarc/cnmarc10_utf8.iso': {
    records: 10,
    format: 'cnmarc',
    has: [
      ['中国发展报告', '中国统计出版社', ''],
      ['1999 年中国发展状况与趋势', '经济日报出版社', ''],
    ],
  },
  'cnmarc/cnmarc10_gb18030.iso': {
    records: 10,
    format: 'cnmarc',
    has: [
      ['中国发展报告', '中国统计出版社', ''],
      ['1999 年中国发展状况与趋势', '经济日报出版社', ''],
    ],
  },
  'cnmarc/1000_unimarc_records_utf8_bnf.mrc': {
    records: 1000,
    format: 'cnmarc',
    has: [['Le guide de la drague en BD', "Vents d'Ouest", '']],
  },
  'marc21/1000_random_from_harvard_open_data.mrc': {
    records: 1000,
    format: 'marc21',
    has: [
      ['论语名句赏析', '红旗出版社', '徐志祥'],
      ['趙紫陽與政治改革', '太平洋世紀硏究所', ''],
    ],
  },
  'marc21/NLNZ_1000_example_marc.marc': {
    records: 1001,
    format: 'marc21',
    has: [['A Statistical profile of young women', 'The Association', '']],
  },
  'marc21/MARC21_big5.mrc': {
    records: 639,
    format: 'marc21',
    has: [
      ['毛絨絨的小可愛', '圖文出版', ''],
      ['動物怎麼躲藏', '圖文出版', ''],
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
