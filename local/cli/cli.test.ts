import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { shuxiang as program } from './program';

/** The command line as a user has it: its own processes, the real doors, a data folder of its own. */
const root = resolve(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'shuxiang-cli-'));
const port = String(20_000 + Math.floor(Math.random() * 20_000));
let library: ChildProcess | undefined;

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', join(root, 'local', 'cli.ts'), ...args], { cwd: root });
}

function shuxiang(...args: string[]): Promise<Ended> {
  return new Promise((done) => {
    const ended = { code: null as number | null, out: '', err: '' };
    const child = start(...args);
    child.stdout?.on('data', (chunk) => (ended.out += String(chunk)));
    child.stderr?.on('data', (chunk) => (ended.err += String(chunk)));
    child.on('close', (code) => done({ ...ended, code }));
  });
}

const atPort = (...args: string[]): Promise<Ended> => shuxiang(...args, '--port', port);

beforeAll(async () => {
  library = start('start', '--no-preview', '--port', port, '--data', join(folder, 'data'), '--warm', '1');
  await new Promise<void>((ready, failed) => {
    let said = '';
    library?.stdout?.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes(`http://127.0.0.1:${port}/`)) ready();
    });
    library?.on('close', (code) => failed(new Error(`the library ended with ${code}: ${said}`)));
  });
}, 240_000);
afterAll(async () => {
  const ended = new Promise((done) => library?.once('close', done));
  library?.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

describe('call', () => {
  it('prints the answer as JSON and ends with 0', async () => {
    const { code, out } = await atPort('call', 'reader', 'home.show', '{}', '--as', 'reader');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true, value: expect.any(Object) as object });
  }, 180_000);
  it('takes an openid as well as the key of an identity', async () => {
    const { code } = await atPort('call', 'reader', 'catalogue.branches', '{}', '--as', 'o-nobody-yet');
    expect(code).toBe(0);
  }, 180_000);
  it('ends with 2 on a refusal and says its code', async () => {
    const { code, err } = await atPort('call', 'reader', 'loans.list', '{}', '--as', 'o-nobody-yet');
    expect(code).toBe(2);
    expect(err).toMatch(/^[a-z_]+$/m);
  }, 180_000);
  it('ends with 3 on an invalid request and says where', async () => {
    const { code, err } = await atPort('call', 'reader', 'no.such', '{}', '--as', 'reader');
    expect(code).toBe(3);
    expect(err).toMatch(/^action: /m);
  }, 180_000);
  it('ends with 1 when there is no such door', async () => {
    expect((await atPort('call', 'nowhere', 'x', '{}')).code).toBe(1);
  }, 180_000);
  it('ends with 1 when the input is no JSON', async () => {
    const { code, err } = await atPort('call', 'reader', 'home.show', '{oops');
    expect([code, err]).toEqual([1, expect.stringMatching(/not JSON/)]);
  }, 180_000);
  it('without a library says how to start one', async () => {
    const { code, err } = await shuxiang('call', 'reader', 'home.show', '--port', '1');
    expect([code, err]).toEqual([1, expect.stringMatching(/npm start/)]);
  }, 180_000);
});

describe('clock, snapshot, restore, import, log', () => {
  it('clock set understands the library’s own time', async () => {
    const { code, out } = await atPort('clock', 'set', '2031-05-01T10:30');
    expect(code).toBe(0);
    expect(out).toMatch(/2031-05-01 10:30 in the library \(2031-05-01T02:30/);
    await atPort('clock', 'reset');
  }, 600_000);
  it('clock advance tells which timers ran', async () => {
    const { out } = await atPort('clock', 'advance', '--days', '1');
    expect(out).toMatch(/jobs ran/);
    await atPort('clock', 'reset');
  }, 240_000);
  it('restore brings back what a snapshot kept', async () => {
    const file = join(folder, 'kept.gz');
    const kept = await atPort('snapshot', file);
    expect(kept.out).toMatch(/^Kept \d+ documents and \d+ files/);
    const titles = join(folder, 'one.csv');
    writeFileSync(titles, 'title,author,publisher,year,isbn\n一本测试用书,某人,某社,2020,\n');
    const imported = await atPort('import', titles);
    expect(imported.out).toMatch(/1 added/);
    const before = await atPort(
      'call',
      'finder',
      'search.find',
      '{"query":"一本测试用书"}',
      '--as',
      'reader',
    );
    expect(before.out).toMatch(/一本测试用书/);
    expect((await atPort('restore', file)).out).toBe(
      kept.out.replace('Kept', 'Put back').replace(/ in .*/, ''),
    );
    const after = await atPort('call', 'search', 'search.find', '{"query":"一本测试用书"}', '--as', 'reader');
    expect(JSON.parse(after.out)).not.toMatchObject({ value: { list: [{ title: '一本测试用书' }] } });
  }, 180_000);
  it('log prints what happened', async () => {
    expect((await atPort('log', '--kind', 'call', '--last', '20')).out).toMatch(/search.find/);
  }, 180_000);
});

it('every command has a help', () => {
  const commands = program().commands.map((command) => [command.name(), command.helpInformation()]);
  const names = [
    'call',
    'clock',
    'export',
    'import',
    'log',
    'merge',
    'recount',
    'reset',
    'restore',
    'snapshot',
    'start',
  ];
  expect(commands.map(([name]) => name).sort()).toEqual(names);
  for (const [name, help] of commands) expect(help).toMatch(new RegExp(`^Usage: shuxiang ${name}[^]*--help`));
});
