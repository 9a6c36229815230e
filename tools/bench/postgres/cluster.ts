import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** A PostgreSQL of our own in a temporary folder, on loopback, gone after `stop`. */
export interface Cluster {
  connect(): Promise<Client>;
  stop(): Promise<void>;
}

const USER = 'bench';
const DEBIAN_FOLDER = '/usr/lib/postgresql';
const START_MS = 30_000;

/**
 * The folder with `initdb` and `postgres`: where pg_config says, on the path, or where Debian puts each
 * version.
 */
export function findBinaries(): string | undefined {
  const said = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER) : [];
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a));
  const folders = [
    ...(said.status === 0 ? [said.stdout.trim()] : []),
    ...(process.env['PATH'] ?? '').split(':'),
    ...newestFirst.map((version) => join(DEBIAN_FOLDER, version, 'bin')),
  ];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
}

interface Account {
  uid: number;
  gid: number;
}

/** PostgreSQL does not run as root: root lends it the account that its package made, or nobody's. */
export function accountToRunAs(): Account | 'own' | undefined {
  if (process.getuid?.() !== 0) return 'own';
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  return undefined;
}

export async function startCluster(binaries: string, account: Account | 'own'): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'shuxiang-postgres-'));
  const as = account === 'own' ? {} : account;
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(folder, 'password');
  const data = join(folder, 'data');
  let server: ChildProcess | undefined;
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account !== 'own')
      for (const path of [folder, passwordFile]) chownSync(path, account.uid, account.gid);
    const settings = [
      '-U',
      USER,
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--no-locale',
      '-E',
      'UTF8',
    ];
    execFileSync(join(binaries, 'initdb'), ['-D', data, ...settings], { ...as, cwd: folder, stdio: 'pipe' });
    const port = await freePort();
    const options = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories='];
    const started = spawn(
      join(binaries, 'postgres'),
      ['-D', data, ...options.flatMap((option) => ['-c', option])],
      { ...as, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    server = started;
    // A bench that ends early must not leave a server behind.
    process.once('exit', () => started.kill('SIGINT'));
    const connect = (): Promise<Client> => connected({ port, password });
    await untilAnswering(started, connect);
    return { connect, stop: () => stop(started, folder) };
  } catch (error) {
    if (server) await stop(server, folder);
    else rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function connected({ port, password }: { port: number; password: string }): Promise<Client> {
  const client = new Client({ host: '127.0.0.1', port, user: USER, password, database: 'postgres' });
  await client.connect();
  return client;
}

async function untilAnswering(server: ChildProcess, connect: () => Promise<Client>): Promise<void> {
  let said = '';
  server.stderr?.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-2000)));
  const deadline = Date.now() + START_MS;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}: ${said}`);
    try {
      await (await connect()).end();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`PostgreSQL does not answer: ${said}`, { cause: error });
      await new Promise((resume) => setTimeout(resume, 50));
    }
  }
}

/** SIGINT is PostgreSQL's fast shutdown. */
async function stop(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null) {
    const ended = once(server, 'exit');
    server.kill('SIGINT');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
