import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { errorOf, type Fault, type RefusalName } from '../../local/cloud/faults/fault';
import { startCloud, type Cloud } from '../../local/cloud/index';
import { buildFunctions } from '../../build/functions';

const output = resolve(__dirname, '..', '..', 'dist', 'conformance-faults');
const LIFE_MS = 2000;
/** start, get the journal, update a, update b, add to the journal, commit */
const REQUESTS = 6;
let cloud: Cloud;

beforeAll(async () => {
  await buildFunctions({ source: join(__dirname, 'fixtures'), names: ['teller'], output });
  cloud = await startCloud({
    functions: output,
    warm: 1,
    transactionLifeMs: LIFE_MS,
    collections: { accounts: { indexes: [] }, journal: { indexes: [] } },
  });
}, 120_000);
afterAll(async () => {
  await cloud.close();
  rmSync(output, { recursive: true, force: true });
});
beforeEach(async () => {
  cloud.faults.clear();
  cloud.faults.expireTransactions();
  await cloud.db.clear('journal');
  await cloud.db.upsert('accounts', [
    { _id: 'a', n: 100 },
    { _id: 'b', n: 0 },
  ]);
});

type Answer = { result?: unknown; errCode?: number; errMsg: string };
const ask = (data: Record<string, unknown>): Promise<Answer> => cloud.call('teller', data, 'o-lin');
const transfer = (requestId = 'r1', action = 'transfer'): Promise<Answer> =>
  ask({ action, requestId, amount: 30 });
const plant = (fault: Omit<Fault, 'function'>): ReturnType<Cloud['faults']['next']> =>
  cloud.faults.next({ function: 'teller', ...fault });

/** Balances of both accounts and how many lines the journal has. */
async function books(): Promise<[unknown, unknown, number]> {
  const [a, b] = await cloud.db.find('accounts', {});
  return [a?.['n'], b?.['n'], await cloud.db.count('journal')];
}
const UNTOUCHED = [100, 0, 0];
const MOVED_ONCE = [70, 30, 1];
const killedAnswer = { errCode: -504002, errMsg: expect.stringMatching(/instance was killed/) as string };

describe('without a fault', () => {
  it('nothing goes wrong', async () => {
    expect(await transfer()).toMatchObject({ result: { moved: 30, again: false } });
    expect(await transfer()).toMatchObject({ result: { again: true } });
    expect(await books()).toEqual(MOVED_ONCE);
  });
  it('the address of the functions knows of none', async () => {
    const body = JSON.stringify({ action: 'faults.next', function: 'teller', loseAnswer: true });
    const response = await fetch(`${cloud.url}/admin`, { method: 'POST', body });
    expect(await response.json()).toMatchObject({ code: 'INVALID_PARAM' });
    expect(cloud.faults.waiting()).toEqual([]);
  });
});

describe('an instance that is killed', () => {
  it('before any of its requests leaves nothing; repeated, it happens once', async () => {
    let struck = 0;
    for (let n = 1; ; n++) {
      const fault = plant({ kill: { beforeRequest: n } });
      const answer = await transfer(`r${n}`);
      if (!fault.struck()) {
        expect(answer).toMatchObject({ result: { again: false } });
        break;
      }
      struck++;
      expect(answer).toMatchObject(killedAnswer);
      expect(await books()).toEqual(UNTOUCHED);
      cloud.faults.expireTransactions();
    }
    expect(struck).toBe(REQUESTS);
    expect(await books()).toEqual(MOVED_ONCE);
  }, 120_000);
  it('after a request that is no commit leaves nothing either', async () => {
    for (const n of [1, 3, REQUESTS - 1]) {
      plant({ kill: { afterRequest: n } });
      expect(await transfer()).toMatchObject(killedAnswer);
      expect(await books()).toEqual(UNTOUCHED);
      cloud.faults.expireTransactions();
    }
  }, 60_000);
  it.each([REQUESTS, 'commit'] as const)(
    'right after its commit (%s) has done it all; repeated, it says so',
    async (place) => {
      const fault = plant({ kill: { afterRequest: place } });
      expect(await transfer()).toMatchObject(killedAnswer);
      expect(fault.struck()).toBe(true);
      expect(await books()).toEqual(MOVED_ONCE);
      expect(await transfer()).toMatchObject({ result: { again: true } });
      expect(await books()).toEqual(MOVED_ONCE);
    },
    60_000,
  );
  it('before its commit has done nothing', async () => {
    plant({ kill: { beforeRequest: 'commit' } });
    expect(await transfer()).toMatchObject(killedAnswer);
    expect(await books()).toEqual(UNTOUCHED);
  }, 60_000);
  it('keeps its locks until its transaction dies: others conflict, plain writes wait', async () => {
    // The second call must not spend the transaction's life on starting an instance.
    await cloud.warm(2);
    plant({ kill: { beforeRequest: 5 } });
    const killedAt = Date.now();
    await transfer('r1');
    expect((await transfer('r2')).errMsg).toMatch(/TransactionConflict/);
    await cloud.db.upsert('accounts', [{ _id: 'a', n: 200 }]);
    expect(Date.now() - killedAt).toBeGreaterThan(LIFE_MS * 0.8);
    expect(await transfer('r2')).toMatchObject({ result: { again: false } });
    expect(await books()).toEqual([170, 30, 1]);
  }, 60_000);
  it('keeps them no longer when a test lets its life pass', async () => {
    plant({ kill: { beforeRequest: 'commit' } });
    await transfer('r1');
    cloud.faults.expireTransactions();
    expect(await transfer('r2')).toMatchObject({ result: { again: false } });
  }, 60_000);
  it('asks nothing more, whatever was on its way', async () => {
    plant({ kill: { beforeRequest: 3 } });
    expect(await ask({ action: 'five-at-once' })).toMatchObject(killedAnswer);
    await new Promise((resume) => setTimeout(resume, 200));
    expect(await cloud.db.count('journal')).toBe(2);
  }, 60_000);
  it('is followed by a fresh one', async () => {
    plant({ kill: { beforeRequest: 1 } });
    await transfer();
    expect((await ask({ action: 'calls' })).result).toBe(1);
  }, 60_000);
  it('harms no other call', async () => {
    const fault = plant({ kill: { beforeRequest: 2 }, openid: 'o-victim' });
    const [victim, ...others] = await Promise.all([
      cloud.call('teller', { action: 'transfer', requestId: 'v', amount: 1 }, 'o-victim'),
      ask({ action: 'calls' }),
      ask({ action: 'calls' }),
    ]);
    expect(fault.struck()).toBe(true);
    expect(victim).toMatchObject(killedAnswer);
    for (const other of others) expect(other).toHaveProperty('result');
  }, 60_000);
});

describe('an answer that is lost', () => {
  it('looks like a time-out to the client, and all is done', async () => {
    const fault = plant({ loseAnswer: true });
    expect(await transfer()).toMatchObject({ errCode: -404012 });
    expect(fault.struck()).toBe(true);
    expect(await books()).toEqual(MOVED_ONCE);
    expect(await transfer()).toMatchObject({ result: { again: true } });
    const [first] = cloud.log
      .read(0, 'call')
      .entries.filter(({ requestID }) => requestID === fault.requestID());
    expect(first).toMatchObject({ ok: true });
  });
});

describe('a request the database refuses', () => {
  const codes: Record<RefusalName, number> = {
    conflict: -501001,
    timeout: -501002,
    quota: -501003,
    busy: -501004,
    system: -501001,
  };
  it.each(Object.entries(codes))('%s reaches the function as %i, and nothing is done', async (name, code) => {
    for (const n of [1, 2, 4]) {
      const fault = plant({ refuse: { request: n, with: name as RefusalName } });
      const { errMsg } = await transfer();
      expect(errMsg).toContain(errorOf(name as RefusalName).message);
      // The beginning of a transaction is the one request whose error the SDK hands on as it came.
      if (n > 1) expect(errMsg).toContain(`${code}`);
      expect(fault.struck()).toBe(true);
      expect(await books()).toEqual(UNTOUCHED);
    }
    expect(await transfer()).toMatchObject({ result: { again: false } });
  });
  it('with a code of its own', async () => {
    plant({
      refuse: { request: 2, with: { code: 'DATABASE_REQUEST_FAILED', message: 'node is recovering' } },
    });
    expect((await transfer()).errMsg).toMatch(/-502001.*node is recovering/);
  });
  it('a conflict ends the transaction, so its locks are free at once', async () => {
    plant({ refuse: { request: 5, with: 'conflict' } });
    expect((await transfer('r1')).errMsg).toMatch(/TransactionConflict/);
    expect(await transfer('r2')).toMatchObject({ result: { again: false } });
  });
  it('a conflict at the commit makes the SDK run the callback again', async () => {
    const fault = plant({ refuse: { request: 'commit', with: 'conflict' } });
    expect(await transfer('r1', 'transfer-by-sdk')).toMatchObject({ result: { moved: 30, again: false } });
    expect(fault.struck()).toBe(true);
    expect(await books()).toEqual(MOVED_ONCE);
    expect(cloud.counters().calls[fault.requestID() ?? '']?.roundTrips).toBeGreaterThan(REQUESTS * 2 - 2);
  });
  it('at every commit: the SDK runs the callback four times, then gives up', async () => {
    const fault = plant({ refuse: { request: 'commit', with: 'conflict', onwards: true } });
    expect((await transfer('r1', 'transfer-by-sdk')).errMsg).toMatch(/TransactionConflict/);
    const commits = cloud.counters().calls[fault.requestID() ?? ''];
    expect(commits?.roundTrips).toBeGreaterThanOrEqual(4 * (REQUESTS - 1));
    expect(commits?.roundTrips).toBeLessThan(5 * (REQUESTS - 1));
    expect(await books()).toEqual(UNTOUCHED);
  });
  it('from one request on, nothing more is done in that call', async () => {
    plant({ refuse: { request: 4, with: 'busy', onwards: true } });
    expect((await transfer()).errMsg).toMatch(/-501004/);
    expect(await books()).toEqual(UNTOUCHED);
    cloud.faults.expireTransactions();
    expect(await transfer()).toMatchObject({ result: { again: false } });
  });
  it('a commit that times out but was done: repeated, it says so', async () => {
    plant({ refuse: { request: 'commit', with: 'timeout', done: true } });
    expect(await transfer()).toMatchObject({ errCode: -504002 });
    expect(await books()).toEqual(MOVED_ONCE);
    expect(await transfer()).toMatchObject({ result: { again: true } });
    expect(await books()).toEqual(MOVED_ONCE);
  });
});

describe('a timer that fires twice', () => {
  it('runs at the same time both times, and its work is done once', async () => {
    const fault = plant({ twice: true });
    const { result } = await cloud.timer('teller');
    expect(fault.struck()).toBe(true);
    const runs = cloud.log.read(0, 'call').entries.filter(({ source }) => source === 'wx_trigger');
    expect(runs).toHaveLength(2);
    expect(runs.map(({ answer }) => answer).sort()).toEqual(['done', 'done already']);
    expect(['done', 'done already']).toContain(result);
    const [first, second] = runs.map(({ at, ms }) => ({ ended: Date.parse(at), ms: Number(ms) }));
    expect(Math.abs((first?.ended ?? 0) - (second?.ended ?? 0))).toBeLessThan(second?.ms ?? 0);
    expect(await cloud.db.count('journal')).toBe(1);
    await cloud.timer('teller');
    expect(cloud.log.read(0, 'timer').entries).toHaveLength(3);
  }, 60_000);
  it('also when the clock is moved past its moment', async () => {
    const before = cloud.log.read(0, 'timer').entries.length;
    plant({ twice: true });
    await cloud.clock.move({ advance: { days: 1 } });
    expect(cloud.log.read(0, 'timer').entries.length - before).toBe(2);
    await cloud.clock.move({ reset: true });
  }, 60_000);
});

describe('which call a fault strikes', () => {
  it('the next one only', async () => {
    plant({ loseAnswer: true });
    expect(await transfer('r1')).toMatchObject({ errCode: -404012 });
    expect(await transfer('r2')).toHaveProperty('result');
  });
  it('one that does what it names', async () => {
    const fault = plant({ action: 'transfer', loseAnswer: true });
    expect(await ask({ action: 'calls' })).toHaveProperty('result');
    expect(fault.struck()).toBe(false);
    expect(await transfer()).toMatchObject({ errCode: -404012 });
  });
  it('in the order they were planted', async () => {
    plant({ refuse: { request: 1, with: 'busy' } });
    plant({ loseAnswer: true });
    expect(await transfer()).toMatchObject({ errCode: -504002 });
    expect(await transfer()).toMatchObject({ errCode: -404012 });
  });
  it('a place that its call never comes to is not struck, and the fault is gone', async () => {
    const fault = plant({ kill: { beforeRequest: 99 } });
    expect(await transfer()).toHaveProperty('result');
    expect(fault.struck()).toBe(false);
    expect(cloud.faults.waiting()).toEqual([]);
  });
  it('none after all are taken away', async () => {
    plant({ loseAnswer: true });
    cloud.faults.clear();
    expect(await transfer()).toHaveProperty('result');
  });
  it('the log tells of it', async () => {
    const fault = plant({ refuse: { request: 2, with: 'busy' } });
    await transfer();
    expect(cloud.log.read(0, 'fault').entries.at(-1)).toMatchObject({
      function: 'teller',
      requestID: fault.requestID(),
      at: expect.any(String) as string,
      where: 'database.getDocument',
    });
  });
});

describe('what cannot be a fault is refused', () => {
  it.each([
    [{}, /one of kill/],
    [{ kill: { beforeRequest: 0 } }, /from 1/],
    [{ refuse: { request: 1.5, with: 'busy' } }, /from 1/],
    [{ refuse: { request: 1, with: 'nonsense' } }, /one of conflict, timeout/],
    [{ refuse: { request: 1, with: 'conflict', done: true } }, /never done/],
    [{ twice: true, loseAnswer: true }, /stands alone/],
  ])('%j', (fault, words) => {
    expect(() => plant(fault as Omit<Fault, 'function'>)).toThrow(words);
  });
});

describe('over HTTP', () => {
  const post = async (body: unknown): Promise<[number, unknown]> => {
    const response = await fetch(`${cloud.url}/dev/faults`, { method: 'POST', body: JSON.stringify(body) });
    return [response.status, await response.json()];
  };
  it('a fault is planted, seen, and strikes', async () => {
    const fault = { function: 'teller', kill: { afterRequest: 'commit' } };
    expect(await post(fault)).toEqual([200, { waiting: [fault] }]);
    expect(await (await fetch(`${cloud.url}/dev/faults`)).json()).toEqual({ waiting: [fault] });
    expect(await transfer()).toMatchObject(killedAnswer);
    expect(await books()).toEqual(MOVED_ONCE);
  }, 60_000);
  it('all are taken away, and open transactions end', async () => {
    await post({ function: 'teller', loseAnswer: true });
    expect(await post({ clear: true })).toEqual([200, { waiting: [] }]);
    plant({ kill: { beforeRequest: 'commit' } });
    await transfer('r1');
    await post({ expireTransactions: true });
    expect(await transfer('r2')).toHaveProperty('result');
  }, 60_000);
  it.each([
    [{ loseAnswer: true }],
    [{ function: 'teller' }],
    [{ function: 'teller', lose: true }],
    [{ function: 'teller', kill: 5 }],
    [{ function: 'teller', kill: {} }],
    [{ function: 'teller', refuse: { request: 1, with: { code: 1 } } }],
  ])('%j is refused', async (body) => {
    expect((await post(body))[0]).toBe(400);
    expect(cloud.faults.waiting()).toEqual([]);
  });
});
