import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { marcRecord } from '../../cloudfunctions/exchange/marc-builder';
import { describeInBrowser } from './browser';
import { until } from '../until';
import { openLibrary, type OpenLibrary } from './open-library';
import type { Person } from './person';

jest.setTimeout(240_000);

const BROKEN = '00xx5nam0 2200000   450 this is no record\u001d';

const cnmarc = (n: number): Buffer =>
  marcRecord(
    [
      ['001', `old${n}`],
      ['100', '  ', 'a20080101d2008    em y0chiy50      ea'],
      ['200', '1 ', `a听潮录 第${n}辑`, 'f沈砚清著'],
      ['210', '  ', 'c某社', 'd2008'],
      ['701', ' 0', 'a沈砚清', '4著'],
      ['905', '  ', 'a旧馆', `bOLD${String(n).padStart(5, '0')}`, 'sI267/1'],
    ],
    { leader: 'nam0 22' },
  );

describeInBrowser('import by upload', () => {
  let library: OpenLibrary;
  let folder: string;
  beforeAll(async () => {
    library = await openLibrary();
    folder = mkdtempSync(join(tmpdir(), 'imports-'));
  });
  afterAll(async () => {
    await library?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const file = (name: string, bytes: Buffer | string): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const chooses = async (person: Person, path: string): Promise<void> => {
    const [chooser] = await Promise.all([
      person.phone.page.waitForEvent('filechooser'),
      person.taps('选择文件'),
    ]);
    await chooser.setFiles(path);
  };

  it('shows what would come in, brings it in, keeps the broken aside, and readers find it', async () => {
    const records = Array.from({ length: 60 }, (_, n) => cnmarc(n + 1));
    const path = file(
      '旧馆.iso',
      Buffer.concat([...records.slice(0, 20), Buffer.from(BROKEN), ...records.slice(20)]),
    );
    const librarian = await library.enter('librarian', { page: 'features/desk/pages/today/index' });
    await librarian.taps('导入书目');
    await librarian.sees('还没有导入过');
    await chooses(librarian, path);
    await librarian.sees('共 61 条。60 条可以导入，1 条有误。');
    await librarian.sees('听潮录 第1辑');
    await librarian.sees('沈砚清 著');
    await librarian.sees(/CNMARC/);
    await librarian.sees(/“旧馆”不是本馆的分馆名/);
    await librarian.sees('第 21 条');

    await librarian.taps('开始导入');
    await librarian.sees('停止导入');
    await librarian.sees('再导入一个文件');
    await librarian.sees('61 / 61 条');
    expect(await librarian.screen()).toMatch(/书目\s*60\s*0\s*0\s*复本\s*60\s*0\s*0/);
    await librarian.sees(/头标里的记录长度/);

    const [download] = await Promise.all([
      librarian.phone.page.waitForEvent('download'),
      librarian.taps('另存有误的记录').then(() => librarian.taps('发送')),
    ]);
    expect(download.suggestedFilename()).toBe('旧馆-未导入.iso');
    expect(await readFile(await download.path(), 'utf8')).toBe(BROKEN);

    await librarian.taps('再导入一个文件');
    await librarian.sees(/新增 60 种/);
    await chooses(librarian, path);
    await librarian.taps('开始导入');
    await librarian.sees('再导入一个文件');
    expect(await librarian.screen()).toMatch(/书目\s*0\s*0\s*60\s*复本\s*0\s*0\s*60/);
    await librarian.leaves();

    const reader = await library.enter('reader', { page: 'pages/search/index' });
    await reader.types(/书名/, '听潮录 第7辑', 'confirm');
    await reader.sees('沈砚清');
    await reader.leaves();
  });

  it('goes on after lost answers and when the page was left', async () => {
    const path = file('长.iso', Buffer.concat(Array.from({ length: 150 }, (_, n) => cnmarc(n + 1000))));
    const librarian = await library.enter('librarian', { page: 'features/imports/pages/list/index' });
    await chooses(librarian, path);
    await librarian.taps('开始导入');
    await librarian.sees(/每秒 \d+ 条/);
    await librarian.phone.page.evaluate("window.__preview.network('offline')");
    await librarian.sees(/没有收到回复/);
    await librarian.phone.page.evaluate("window.__preview.network('fast')");
    await librarian.goesBack();
    await librarian.taps('长.iso');
    await librarian.sees('再导入一个文件');
    await librarian.sees('150 / 150 条');
    expect(await librarian.screen()).toMatch(/书目\s*150\s*0\s*0/);
    await librarian.phone.close();
  });

  it('lets the columns of a list be settled', async () => {
    const path = file('清单.csv', '\ufeff书,谁\n归砚集,沈砚清\n');
    const librarian = await library.enter('librarian', { page: 'features/imports/pages/list/index' });
    await chooses(librarian, path);
    await librarian.sees('没有认出哪一列是题名');
    await pickColumn(librarian, '书 这一列是', '题名');
    await librarian.sees('归砚集');
    await pickColumn(librarian, '谁 这一列是', '作者');
    await librarian.sees('沈砚清 著');
    await librarian.taps('开始导入');
    await librarian.sees('没有需要核对的');
    expect(
      await until(async () => (await library.cloud.db.find('titles', { title: '归砚集' })).length === 1),
    ).toBe(true);
    await librarian.leaves();
  });

  it.each([
    ['旧.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), '旧式 Excel 文件'],
    ['书.pdf', Buffer.from('%PDF-1.4'), '这不是书目文件'],
    ['空.iso', Buffer.alloc(0), '这个文件是空的'],
  ])('says of %s in a sentence why not', async (name, bytes, sentence) => {
    const librarian = await library.enter('librarian', { page: 'features/imports/pages/list/index' });
    await chooses(librarian, file(name, bytes));
    await librarian.sees(sentence);
    await librarian.leaves();
  });

  it('is closed to readers', async () => {
    const reader = await library.enter('reader', { page: 'features/imports/pages/list/index' });
    await reader.sees(/没有登记为馆员/);
    await reader.leaves();
  });
});

/** Opens the wheel of a column and takes a row of it. */
const pickColumn = async (person: Person, column: string, name: string): Promise<void> => {
  // It may lie behind the bar at the foot of the screen.
  await person.phone.page.mouse.move(200, 400);
  await person.phone.page.mouse.wheel(0, 600);
  await person.tapsNamed(column);
  await person.phone.page.getByRole('option', { name, exact: true }).click();
  await person.taps('确定');
};
