import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ItemDocument, TitleDocument } from '../../cloudfunctions/documents';
import { fakeWechat } from './fake-wechat';
import { main } from './import-catalogue';

const WRITES = /^tcb\/database(add|update)$/;

describe('importing a catalogue into a real environment', () => {
  let wechat: Awaited<ReturnType<typeof fakeWechat>>;
  let folder: string;
  let lines: string[];

  beforeEach(async () => {
    wechat = await fakeWechat();
    folder = mkdtempSync(join(tmpdir(), 'shuxiang-import-'));
    lines = [];
    for (const name of ['branches', 'titles', 'titleMerges', 'titleChanges', 'items'])
      wechat.collections.set(name, { documents: new Map(), indexes: new Map() });
    wechat.put('branches', { _id: 'main', order: 1 });
  });
  afterEach(async () => {
    await wechat.close();
    rmSync(folder, { recursive: true });
  });

  const environment = { WECHAT_APPID: 'wx0123', WECHAT_SECRET: 'right-secret', CLOUD_ENV: 'env-1' };
  const run = (count: number, title = (n: number) => `书名\u2028${n}`, options: string[] = []) => {
    const file = join(folder, 'list.csv');
    const rows = Array.from(
      { length: count },
      (_, n) => `${title(n)},作者${n},B${String(n).padStart(5, '0')}`,
    );
    writeFileSync(file, `题名,作者,条码\n${rows.join('\n')}\n`);
    return main([file, '--api', wechat.url, ...options], { ...environment } as NodeJS.ProcessEnv, (line) =>
      lines.push(line),
    );
  };
  const written = () => wechat.asked.filter(({ path }) => WRITES.test(path));
  const titles = () => Object.values(wechat.documents('titles')) as unknown as TitleDocument[];
  const item = (barcode: string) => wechat.documents('items')[barcode] as unknown as ItemDocument;

  it('brings titles and copies in, in batches, and changes nothing the second time', async () => {
    expect(await run(230)).toBe(0);
    expect(titles()).toHaveLength(230);
    expect(item('B00007')).toMatchObject({ branchId: 'main', status: 'available' });
    // Titles, copies, and what search is told of.
    expect(written()).toHaveLength(3 * 5);
    wechat.asked.length = 0;
    expect(await run(230)).toBe(0);
    expect(written()).toEqual([]);
  }, 20_000);

  it('writes only the fields that changed, so that a loan made meanwhile stays', async () => {
    await run(3, (n) => `书${n}`);
    const [title] = titles().filter(({ title: name }) => name === '书1');
    let lent = false;
    wechat.refuseWhen(
      ({ path }) => {
        // A desk lends the copy, and the title becomes more popular, between the importer's reading and its
        // writing.
        if (path === 'tcb/databaseupdate' && !lent) {
          lent = true;
          wechat.put('items', { ...item('B00001'), status: 'on_loan' });
          wechat.put('titles', { ...title!, popularity: 9 });
        }
        return false;
      },
      0,
      '',
    );
    const file = join(folder, 'list.csv');
    writeFileSync(
      file,
      '题名,作者,条码,定价\n书0,作者0,B00000,\n书1,作者1,B00001,CNY25.00\n书2,作者2,B00002,\n',
    );
    const env = { ...environment } as NodeJS.ProcessEnv;
    expect(await main([file, '--api', wechat.url], env, (line) => lines.push(line))).toBe(0);
    expect(lent).toBe(true);
    expect(item('B00001')).toMatchObject({ status: 'on_loan', price: 2500 });
    expect(titles().find(({ _id }) => _id === title!._id)).toMatchObject({ popularity: 9 });
  });

  it('looks what came in when a batch was not answered, and goes on', async () => {
    wechat.loseAnswerOnce('tcb/databaseadd');
    expect(await run(60)).toBe(0);
    expect(titles()).toHaveLength(60);
  }, 20_000);

  it('stops with the code and the next step, keeps what came in, and goes on the next time', async () => {
    let adds = 0;
    wechat.refuseWhen(
      ({ path }) => path === 'tcb/databaseadd' && ++adds === 2,
      45009,
      'reach max api daily quota',
    );
    expect(await run(60)).toBe(1);
    expect(lines.join('\n')).toMatch(/errcode 45009[^]*next: the calls of today are used up/);
    expect(titles()).toHaveLength(50);
    expect(await run(60)).toBe(0);
    expect(titles()).toHaveLength(60);
    expect(Object.keys(wechat.documents('items'))).toHaveLength(60);
  }, 20_000);

  it('writes nothing in a dry run', async () => {
    expect(await run(5, undefined, ['--dry-run'])).toBe(0);
    expect(written()).toEqual([]);
    expect(lines.join('\n')).toContain('nothing of this was written');
  });
});
