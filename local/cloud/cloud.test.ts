import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bulkOverHttp } from './bulk-over-http';
import { checkIntegrity } from './database/engine/check';
import { startCloud, type Cloud, type CloudOptions } from './index';

const folder = mkdtempSync(join(tmpdir(), 'shuxiang-cloud-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function withCloud<T>(options: CloudOptions, work: (cloud: Cloud) => Promise<T>): Promise<T> {
  const cloud = await startCloud({ flush: false, ...options });
  try {
    return await work(cloud);
  } finally {
    await cloud.close();
  }
}

const books = (...fields: string[]): CloudOptions['collections'] => ({
  books: { indexes: fields.map((field) => ({ name: field, keys: [[field, 1] as const] })) },
});
const indexesOf = (cloud: Cloud): string[] =>
  cloud.parts.database.catalog.require('books').indexes.map(({ name }) => name);

it('what was written is there after a restart: documents, files, clock, acceptances', async () => {
  const data = join(folder, 'kept');
  const fileId = await withCloud({ data, collections: books('n') }, async (cloud) => {
    await cloud.db.upsert('books', [{ _id: 'b', n: 1, at: new Date(5) }]);
    await cloud.clock.move({ advance: { days: 2 } });
    cloud.grant('o', 't', 3);
    return cloud.files.upload('a/b.txt', Buffer.from('hello'));
  });
  await withCloud({ data, collections: books('n') }, async (cloud) => {
    expect(await cloud.db.get('books', ['b'])).toEqual([{ _id: 'b', n: 1, at: new Date(5) }]);
    expect(Math.round(cloud.clock.offsetMs() / 3600_000)).toBe(48);
    expect(cloud.parts.subscriptions.left('o', 't')).toBe(3);
    const response = await fetch(`${cloud.url}/client/file?fileID=${encodeURIComponent(fileId)}`);
    expect(await response.text()).toBe('hello');
  });
});

it('a changed declaration rebuilds indexes at the start, over what is there', async () => {
  const data = join(folder, 'declared');
  await withCloud({ data, collections: books('n', 'old') }, async (cloud) => {
    await cloud.db.upsert(
      'books',
      Array.from({ length: 300 }, (_value, i) => ({ _id: `b${i}`, n: i, tag: [`t${i % 3}`] })),
    );
  });
  await withCloud({ data, collections: books('n', 'tag') }, async (cloud) => {
    expect(indexesOf(cloud)).toEqual(['n', 'tag']);
    expect(await cloud.db.count('books', { tag: 't1' })).toBe(100);
    expect(checkIntegrity(cloud.parts.database)).toEqual([]);
  });
});

it('one data folder serves one library at a time, and a port one server', async () => {
  const data = join(folder, 'locked');
  await withCloud({ data }, async ({ port }) => {
    await expect(startCloud({ data })).rejects.toThrow(/in use by the library with process id/);
    await expect(startCloud({ port })).rejects.toThrow(/is taken/);
  });
  await withCloud({ data }, async ({ url }) => expect((await fetch(`${url}/dev/clock`)).ok).toBe(true));
});

it('a new document never takes the place of an old one after a restart', async () => {
  const data = join(folder, 'numbers');
  for (let round = 0; round < 3; round++) {
    await withCloud({ data, collections: books('n') }, async (cloud) => {
      await cloud.db.insert('books', [{ n: round }, { n: round }]);
      expect(await cloud.db.count('books')).toBe(2 * (round + 1));
      expect(checkIntegrity(cloud.parts.database)).toEqual([]);
    });
  }
});

it('an empty library is seeded once, and again after a reset', async () => {
  const data = join(folder, 'seeded');
  let times = 0;
  const seed: CloudOptions['seed'] = async ({ db }) => {
    times++;
    await db.upsert('books', [{ _id: 'first', n: times }]);
  };
  await withCloud({ data, collections: books('n'), seed }, async () => expect(times).toBe(1));
  await withCloud({ data, collections: books('n'), seed }, async (cloud) => {
    expect(times).toBe(1);
    await cloud.db.upsert('books', [{ _id: 'second', n: 9 }]);
    await cloud.clock.move({ advance: { days: 9 } });
    await fetch(`${cloud.url}/dev/reset`, { method: 'POST' });
    expect(await cloud.db.find('books', {})).toEqual([{ _id: 'first', n: 2 }]);
    expect(cloud.clock.offsetMs()).toBe(0);
  });
});

it('a reset ends the instances of functions: what they keep in memory is of the library before', async () => {
  const functions = join(folder, 'functions');
  mkdirSync(join(functions, 'counter'), { recursive: true });
  writeFileSync(join(functions, 'counter', 'package.json'), '{ "main": "index.js" }');
  writeFileSync(join(functions, 'counter', 'index.js'), 'let n = 0; exports.main = async () => ++n;');
  await withCloud({ collections: books('n'), functions, warm: 1 }, async (cloud) => {
    await cloud.call('counter', {});
    expect(await cloud.call('counter', {})).toMatchObject({ result: 2 });
    await fetch(`${cloud.url}/dev/reset`, { method: 'POST' });
    expect(await cloud.call('counter', {})).toMatchObject({ result: 1 });
  });
});

it('a bulk target over HTTP is the same as one inside', async () => {
  await withCloud({ collections: books('n') }, async (cloud) => {
    const target = bulkOverHttp(cloud.url);
    await target.upsert('books', [{ _id: 'x', n: 1, at: new Date(7), list: [null, 1.5] }]);
    expect(await target.get('books', ['x', 'none'])).toEqual(await cloud.db.get('books', ['x']));
    expect(await target.find('books', { n: { $gt: 0 } }, 5)).toHaveLength(1);
    expect(await target.count('books')).toBe(1);
    await target.clear('books');
    expect(await target.count('books', {})).toBe(0);
  });
});

it('a query that looked at too much is told in the log and counted', async () => {
  await withCloud({ collections: books('n') }, async (cloud) => {
    await cloud.db.insert(
      'books',
      Array.from({ length: 500 }, (_value, i) => ({ n: i, m: i })),
    );
    const ask = (query: object): Promise<Response> =>
      fetch(`${cloud.url}/admin`, {
        method: 'POST',
        body: JSON.stringify({
          action: 'database.getDocument',
          collectionName: 'books',
          queryType: 'WHERE',
          query: JSON.stringify(query),
        }),
      });
    await ask({ n: 7 });
    expect(cloud.log.read(0, 'slow-query').entries).toEqual([]);
    await ask({ m: 7 });
    expect(cloud.log.read(0, 'slow-query').entries).toMatchObject([
      { collection: 'books', query: '{"m":7}', examined: 500, returned: 1, index: 'none' },
    ]);
    expect(cloud.counters().total).toMatchObject({
      roundTrips: 2,
      slowQueries: 1,
      examined: 501,
      returned: 2,
    });
  });
});

it('an address nobody answers is 404, a body that is no JSON is 400', async () => {
  await withCloud({}, async ({ url }) => {
    expect((await fetch(`${url}/nowhere`)).status).toBe(404);
    expect((await fetch(`${url}/dev/clock`, { method: 'POST', body: '{' })).status).toBe(400);
    expect((await fetch(`${url}/dev/clock`, { method: 'POST', body: '{"set":"whenever"}' })).status).toBe(
      400,
    );
  });
});
