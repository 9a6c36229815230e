import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serveFixture, type FixtureServer } from './fixtures/server';

jest.setTimeout(60_000);

let folder: string;
let server: FixtureServer;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'preview-'));
  const page = path.join(folder, 'miniprogram/pages/a');
  mkdirSync(page, { recursive: true });
  writeFileSync(path.join(folder, 'miniprogram/app.json'), '{ "pages": ["pages/a/a"] }');
  writeFileSync(path.join(folder, 'miniprogram/app.ts'), 'App({});');
  writeFileSync(path.join(page, 'a.wxml'), '<view>before</view>');
  writeFileSync(path.join(page, 'a.ts'), 'Page({});');
  writeFileSync(path.join(folder, 'secret.svg'), '<svg/>');
  server = await serveFixture(folder);
});

afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const text = async (address: string): Promise<string> => (await fetch(server.url + address)).text();

test('a change is told to open browsers and served to the next load', async () => {
  expect(await text('preview/app.js')).toContain('before');
  const stop = new AbortController();
  const changes = await fetch(`${server.url}preview/changes`, { signal: stop.signal });
  const reader = (changes.body as ReadableStream<Uint8Array>).getReader();
  const first = await reader.read();
  writeFileSync(path.join(folder, 'miniprogram/pages/a/a.wxml'), '<view>after</view>');
  const second = await reader.read();
  expect(Buffer.from(second.value ?? []).toString()).not.toBe(Buffer.from(first.value ?? []).toString());
  expect(await text('preview/app.js')).toContain('after');
  stop.abort();
});

test('the page forbids everything that is not from its own origin', async () => {
  const { headers } = await fetch(server.url);
  expect(headers.get('content-security-policy')).toContain("connect-src 'self'");
  expect(headers.get('content-security-policy')).toContain("default-src 'self'");
});

test('files outside the mini program are not served', async () => {
  const answers = await Promise.all(
    ['preview/files/..%2Fsecret.svg', 'preview/files/app.json', 'preview/files/%2e%2e/secret.svg'].map(
      (address) => fetch(server.url + address),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
});

test('what belongs to the cloud is left to it', async () => {
  expect(await (await fetch(`${server.url}dev/barcodes`)).json()).toHaveLength(2);
});
