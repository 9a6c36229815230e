import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud, type Cloud } from './index';

let cloud: Cloud;
const folder = mkdtempSync(join(tmpdir(), 'shuxiang-visitors-'));
beforeAll(async () => {
  cloud = await startCloud({});
});
afterAll(async () => {
  await cloud?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Sent {
  path?: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: object;
}

/** As a browser sends it: `fetch` here would not let a page's origin or another host be named. */
const statusOf = ({ path = '/dev/clock', method = 'GET', headers = {}, body }: Sent): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: cloud.port, path, method, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end(body && JSON.stringify(body));
  });

const FOREIGN = 'https://page.example';

describe('the local server answers this machine alone', () => {
  it('takes its own name, whatever port was passed on to it, and no other', async () => {
    for (const host of ['127.0.0.1:4800', 'localhost:9999', '[::1]:4800', 'localhost'])
      expect([host, await statusOf({ headers: { host } })]).toEqual([host, 200]);
    for (const host of ['page.example', 'page.example:4800', '192.168.1.20:4800', 'localhost.page.example'])
      expect([host, await statusOf({ headers: { host } })]).toEqual([host, 403]);
  });

  it('takes nothing that a page of another origin sends, and changes nothing for it', async () => {
    const file = join(folder, 'stolen');
    const snapshot = { path: '/dev/snapshot', method: 'POST' as const, body: { file } };
    const own = `127.0.0.1:${cloud.port}`;
    expect(await statusOf({ ...snapshot, headers: { origin: FOREIGN } })).toBe(403);
    expect(await statusOf({ ...snapshot, headers: { origin: 'null' } })).toBe(403);
    expect(await statusOf({ ...snapshot, headers: { origin: 'http://127.0.0.1:1' } })).toBe(403);
    expect(await statusOf({ ...snapshot, headers: { 'sec-fetch-site': 'cross-site' } })).toBe(403);
    expect(existsSync(file)).toBe(false);
    expect(await statusOf({ ...snapshot, headers: { host: own, origin: `http://${own}` } })).toBe(200);
    expect(existsSync(file)).toBe(true);
  });

  it('lets a link of another page lead here, and nothing be loaded into it', async () => {
    const from = { 'sec-fetch-site': 'cross-site' };
    expect(await statusOf({ headers: { ...from, 'sec-fetch-mode': 'navigate' } })).toBe(200);
    expect(await statusOf({ headers: { ...from, 'sec-fetch-mode': 'no-cors' } })).toBe(403);
  });

  it('writes a snapshot over a snapshot, and over no other file', async () => {
    const file = join(folder, 'kept');
    const snapshot = { path: '/dev/snapshot', method: 'POST' as const, body: { file } };
    expect([await statusOf(snapshot), await statusOf(snapshot)]).toEqual([200, 200]);
    writeFileSync(file, 'a letter');
    expect(await statusOf(snapshot)).toBe(400);
    expect(readFileSync(file, 'utf8')).toBe('a letter');
  });
});
