import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collections } from '../../cloudfunctions/collections';
import demoTemplates from '../../demo/templates.json';
import { fakeWechat } from './fake-wechat';
import { FACTS } from './library-schema';
import { main } from './set-up-database';

const EXAMPLE = join(__dirname, '../../docs/library.example.json');
const OPENID = 'oExampleOpenIdOfStaff0000001';
const READS = new Set([
  'cgi-bin/stable_token',
  'tcb/databasecollectionget',
  'tcb/databasequery',
  'tcb/databasecount',
]);
const NOW = new Date('2026-11-22T12:00:00Z');

interface Example {
  name: string;
  policies: { rules: { loanLimit?: number } }[];
  branches: { id: string }[];
  staff: object[];
}

jest.setTimeout(60_000);

describe('setting a real database up', () => {
  let wechat: Awaited<ReturnType<typeof fakeWechat>>;
  let folder: string;
  let lines: string[];
  const secret = 'right-secret';

  beforeEach(async () => {
    wechat = await fakeWechat();
    folder = mkdtempSync(join(tmpdir(), 'shuxiang-deploy-'));
    lines = [];
  });
  afterEach(async () => {
    await wechat.close();
    rmSync(folder, { recursive: true });
  });

  const environment = (own: Record<string, string> = {}) =>
    ({ WECHAT_APPID: 'wx0123', WECHAT_SECRET: secret, CLOUD_ENV: 'env-1', ...own }) as NodeJS.ProcessEnv;
  const run = (options: string[] = [], file = EXAMPLE, env = environment()) =>
    main(
      ['--library', file, '--api', wechat.url, ...options],
      env,
      (...texts) => lines.push(texts.join(' ')),
      NOW,
    );
  const changed = (change: (example: Example) => void): string => {
    const example = JSON.parse(readFileSync(EXAMPLE, 'utf8')) as Example;
    change(example);
    const file = join(folder, 'library.json');
    writeFileSync(file, JSON.stringify(example));
    return file;
  };
  const writes = () => wechat.asked.filter(({ path }) => !READS.has(path));
  const said = () => lines.join('\n');

  it('makes every collection and index, and the data of the file, in an empty environment', async () => {
    expect(await run()).toBe(0);
    expect(said()).toMatch(/0 failed$/m);
    expect([...wechat.collections.keys()].sort()).toEqual(Object.keys(collections).sort());
    for (const [name, { indexes }] of Object.entries(collections)) {
      const made = Object.fromEntries(wechat.collections.get(name)!.indexes);
      const declared = indexes.map(({ name: index, unique = false, keys }) => [
        index,
        { unique, keys: keys.map(([field, direction]) => ({ name: field, direction: `${direction}` })) },
      ]);
      expect(made).toEqual(Object.fromEntries(declared));
    }
    const { library, 'card-counter': counter, 'card-key': key } = wechat.documents('settings');
    expect(library).toMatchObject({
      name: '青萝市图书馆（示例）',
      cardPrefix: '9999',
      overdueSteps: [1, 7, 30],
      readerCategories: [{ id: 'adult' }, { id: 'child' }],
      reviewsApplications: 'none',
      anonymiseAfterDays: 30,
      overrides: { card_expired: 'manager' },
      mayWaive: 'manager',
    });
    expect(wechat.documents('settings')['receipt-counter']).toEqual({ _id: 'receipt-counter', last: 0 });
    expect(counter).toEqual({ _id: 'card-counter', last: 0 });
    expect(String(key!.key)).toMatch(/^[\w-]{43}$/);
    expect(Object.keys(wechat.documents('policies'))).toEqual(['all_all_all', 'child_all_all']);
    const branches = wechat.documents('branches');
    expect(branches.main).toMatchObject({
      weeklyHours: [{ from: '09:00', to: '21:00' }, null, ...Array(5).fill({ from: '09:00', to: '21:00' })],
      exceptions: { '2027-01-04': { open: null, why: '馆藏清点，闭馆一天' } },
      order: 1,
    });
    expect(branches.riverside).toMatchObject({ exceptions: {}, order: 2 });
    expect(wechat.documents('calendars')['2026']).toMatchObject({
      holidays: { '2026-10-01': expect.any(String) },
    });
  });

  it('changes nothing the second time', async () => {
    await run();
    const before = JSON.stringify([...wechat.collections.keys()].map((name) => wechat.documents(name)));
    wechat.asked.length = 0;
    expect(await run()).toBe(0);
    expect(writes()).toEqual([]);
    expect(said()).toMatch(/0 made, \d+ there already, 0 failed/);
    expect(JSON.stringify([...wechat.collections.keys()].map((name) => wechat.documents(name)))).toBe(before);
  });

  it('only reads and says what it would do in a dry run, in an empty environment and in a full one', async () => {
    expect(await run(['--dry-run'])).toBe(0);
    expect(writes()).toEqual([]);
    expect(said()).toContain('would make collection titles');
    expect(said()).toContain('would make index readers.cardNumber (unique)');
    expect(said()).toContain('would make policies all_all_all');
    await run();
    wechat.asked.length = 0;
    expect(await run(['--dry-run', '--overwrite'])).toBe(0);
    expect(writes()).toEqual([]);
    expect(said()).toContain('would make policies all_all_all, replaced');
  });

  it('replaces data with --overwrite, but never the card key and the card counter', async () => {
    await run();
    wechat.put('settings', { _id: 'card-counter', last: 4711 });
    const key = wechat.documents('settings')['card-key'];
    const file = changed((example) => {
      example.name = '改名图书馆';
      example.policies[0]!.rules.loanLimit = 45;
    });
    expect(await run([], file)).toBe(0);
    expect(wechat.documents('policies').all_all_all).toMatchObject({ rules: { loanLimit: 20 } });
    expect(await run(['--overwrite'], file)).toBe(0);
    expect(wechat.documents('policies').all_all_all).toMatchObject({ rules: { loanLimit: 45 } });
    expect(wechat.documents('settings')).toMatchObject({
      library: { name: '改名图书馆' },
      'card-counter': { last: 4711 },
      'card-key': key,
    });
  });

  it('never shows the card key, the secret or a token, and never reads the card key back', async () => {
    await run();
    await run(['--overwrite']);
    wechat.refuseWhen(({ path }) => path === 'tcb/databasequery', -1, 'system error', 3);
    await run();
    expect(said()).toContain('errcode -1 (system error)');
    const key = String(wechat.documents('settings')['card-key']!.key);
    for (const hidden of [key, secret, 'token-']) expect(said()).not.toContain(hidden);
    const queries = wechat.asked.map(({ body }) => String(body.query ?? ''));
    for (const query of queries.filter((each) => each.includes('"settings"') && each.includes('.get()')))
      expect(query).toContain('.field({"_id":true})');
  }, 20_000);

  it('shows a refusal with its code, its collection and the next step, does the rest, and goes on the next time', async () => {
    wechat.refuseWhen(
      ({ path, body }) => path === 'tcb/updateindex' && body.collection_name === 'accountLines',
      -502004,
      'too many',
      1,
    );
    expect(await run()).toBe(1);
    expect(said()).toMatch(
      /FAILED index accountLines\.readerId_at: .*tcb\/updateindex answered errcode -502004 \(too many\)\n {4}next: /,
    );
    expect(wechat.collections.get('accountLines')!.indexes.size).toBe(4);
    expect(wechat.documents('settings').library).toBeDefined();
    expect(await run()).toBe(0);
    expect(wechat.collections.get('accountLines')!.indexes.size).toBe(5);
  });

  it('says that the data of a collection was not written when WeChat did not make the collection', async () => {
    wechat.refuseWhen(({ body }) => body.collection_name === 'policies', -502004, 'collections limit');
    expect(await run()).toBe(1);
    expect(said()).toContain('FAILED collection policies');
    expect(said()).toContain('FAILED policies: its data was not written');
    expect(wechat.documents('branches').main).toBeDefined();
  });

  it('stops at once at a wrong secret, a wrong account and a wrong environment, with the next step', async () => {
    expect(await run([], EXAMPLE, environment({ WECHAT_SECRET: 'wrong-one' }))).toBe(1);
    expect(said()).toMatch(/STOPPED .*errcode 40125[^]*next: WECHAT_SECRET is wrong/);
    expect(said()).not.toContain('wrong-one');
    expect(wechat.asked).toHaveLength(1);
    expect(await run([], EXAMPLE, environment({ WECHAT_APPID: 'wx9' }))).toBe(1);
    expect(said()).toMatch(/errcode 40013/);
    expect(await run([], EXAMPLE, environment({ CLOUD_ENV: 'env-2' }))).toBe(1);
    expect(said()).toMatch(/errcode -501005[^]*next: CLOUD_ENV names no environment/);
    expect(writes()).toEqual([]);
  });

  it('fetches another token when the one it holds has ended', async () => {
    wechat.refuseWhen(({ path }) => path === 'tcb/databasecollectionadd', 42001, 'access_token expired', 1);
    expect(await run()).toBe(0);
    expect(wechat.asked.filter(({ path }) => path.startsWith('cgi-bin/'))).toHaveLength(2);
  });

  it('names the variables that are missing, and takes them from a file', async () => {
    expect(await run([], EXAMPLE, {} as NodeJS.ProcessEnv)).toBe(1);
    expect(said()).toContain('WECHAT_APPID, WECHAT_SECRET, CLOUD_ENV must be set');
    const file = join(folder, 'account.env');
    writeFileSync(file, `WECHAT_APPID=wx0123\nWECHAT_SECRET=${secret}\nCLOUD_ENV=env-1\n`);
    expect(await run(['--env-file', file], EXAMPLE, {} as NodeJS.ProcessEnv)).toBe(0);
  });

  it('says when nothing answers at all', async () => {
    const argv = ['--library', EXAMPLE, '--api', 'http://127.0.0.1:9'];
    expect(await main(argv, environment(), (line) => lines.push(line), NOW)).toBe(1);
    expect(said()).toMatch(/STOPPED .*no answer/);
  });

  it('makes the owner of a card staff once the card is linked, and says so until then', async () => {
    expect(await run()).toBe(0);
    expect(said()).toContain('card 999900000001 is not linked to a WeChat yet');
    expect(wechat.documents('staff')).toEqual({});
    wechat.put('readers', { _id: 'r1', cardNumber: '999900000001', openid: OPENID });
    expect(await run()).toBe(0);
    expect(wechat.documents('staff')).toEqual({
      [OPENID]: {
        _id: OPENID,
        name: '示例馆员',
        branchId: 'main',
        roles: ['director'],
        active: true,
      },
    });
  });

  it('names branches and policies that the file does not know, and leaves them', async () => {
    await run();
    wechat.put('policies', { _id: 'old_row' });
    expect(await run(['--overwrite'])).toBe(0);
    expect(said()).toContain('policies old_row is not in the file; it stays and is in force');
    expect(wechat.documents('policies').old_row).toBeDefined();
  });

  it('tries an index again whose collection has fewer than declared, and takes "already exists" for an answer', async () => {
    await run();
    wechat.collections.get('titles')!.indexes.delete('keys');
    expect(await run()).toBe(0);
    expect(wechat.collections.get('titles')!.indexes.has('keys')).toBe(true);
    expect(said()).toContain('index titles.isbns: WeChat says it is there already');
  });

  it('names every wrong path of a file and asks WeChat nothing', async () => {
    const file = changed((example) => {
      Object.assign(example, { nmae: 'x', cardPrefix: 'AB', dueSoonDays: 1.5 });
      Object.assign(example.branches[1]!, { hours: { monday: '21:00-09:00' }, pickup: true });
      Object.assign(example.policies[1]!, { readerCategory: 'Adults', loanDays: 30 });
      Object.assign(example.policies[0]!.rules, { loanLimit: 'thirty', loanDays: 30 });
      Object.assign(example, { overrides: { loan_limit: 'circulation' }, overdueSteps: [7, 1] });
      Object.assign(example, {
        templates: { due_soon: { templateId: 'short', fields: { titel: 'thing1' } } },
      });
      example.staff.push({ name: '无名', branchId: 'main', roles: [] });
    });
    expect(await run([], file)).toBe(1);
    for (const path of [
      'nmae: is not known here',
      'cardPrefix: one to eight digits',
      'dueSoonDays: must be a whole number',
      'branches.1.hours.monday: must close after it opens',
      'branches.1.hours.sunday: is missing',
      'branches.1.pickup: is not known here',
      'policies.1.readerCategory: the id of one, or *',
      'policies.1.loanDays: is not known here',
      'policies.0.rules.loanLimit: 应为 0 到 10000 的整数',
      'policies.0.rules.loanDays: is not known here',
      'overrides.loan_limit: no refusal that staff can set aside',
      'overdueSteps: must ascend',
      'templates.due_soon.templateId:',
      'templates.due_soon.fields.titel: not told by this message; it tells title, day',
      'staff.1: either card',
    ])
      expect(said()).toContain(path);
    expect(wechat.asked).toEqual([]);
  });

  it('refuses names that lead nowhere, things said twice and rules that leave somebody out', async () => {
    const file = changed((example) => {
      example.branches[1]!.id = 'main';
      Object.assign(example.staff[0]!, { branchId: 'moon' });
      Object.assign(example.policies[0]!, { branchId: 'riverside' });
      Object.assign(example.policies[1]!, { readerCategory: 'pupil', itemType: 'map' });
      Object.assign(example, {
        readerCategories: [
          { id: 'adult', name: '成人' },
          { id: 'adult', name: '成年' },
        ],
      });
    });
    expect(await run([], file)).toBe(1);
    expect(said()).toContain('branches.1: main is there already');
    expect(said()).toContain('staff.0.branchId: there is no branch moon');
    expect(said()).toContain('policies.0.branchId: there is no branch riverside');
    expect(said()).toContain('policies: one row must be for *, *, *');
    expect(said()).toContain('readerCategories.1: adult is there already');
    expect(said()).toContain('policies.1.readerCategory: pupil is not among readerCategories');
    expect(said()).toContain('policies.1.itemType: map is not among itemTypes');
  });

  it('knows every fact that the templates of the demo library are filled from', () => {
    const facts: Record<string, readonly string[]> = FACTS;
    for (const { topic, values } of demoTemplates)
      expect(facts[topic]).toEqual(expect.arrayContaining(Object.keys(values)));
  });

  it('says what is wrong with a file that is no JSON or is not there', async () => {
    writeFileSync(join(folder, 'broken.json'), '{ "name": ');
    expect(await run([], join(folder, 'broken.json'))).toBe(1);
    expect(said()).toContain('it is not JSON');
    expect(await run([], join(folder, 'none.json'))).toBe(1);
    expect(said()).toContain('it cannot be read');
  });
});
