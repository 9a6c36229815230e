import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startCloud, type Cloud } from '../../local/cloud/index';
import { buildFunctions } from '../../build/functions';

const output = resolve(__dirname, '..', '..', 'dist', 'conformance-functions');
let cloud: Cloud;

beforeAll(async () => {
  await buildFunctions({ source: join(__dirname, 'fixtures'), names: ['echo', 'inner'], output });
  cloud = await startCloud({ functions: output, warm: 1, collections: { notes: { indexes: [] } } });
}, 120_000);
afterAll(async () => {
  await cloud.close();
  rmSync(output, { recursive: true, force: true });
});

const ask = (data: Record<string, unknown>, openid = 'o-one'): Promise<Record<string, unknown>> =>
  cloud.call('echo', data, openid) as Promise<Record<string, unknown>>;
const result = async (data: Record<string, unknown>, openid?: string): Promise<unknown> => {
  const answer = await ask(data, openid);
  if (!('result' in answer)) throw new Error(String(answer['errMsg']));
  return answer['result'];
};

describe('identity', () => {
  it('is who called, from where, in which environment', async () => {
    expect(await result({ action: 'context' }, 'o-lin')).toMatchObject({
      OPENID: 'o-lin',
      APPID: expect.stringMatching(/^wx/) as string,
      ENV: 'shuxiang-local',
      SOURCE: 'wx_client',
    });
  });
  it('is missing when nobody is said to call', async () => {
    const answer = (await cloud.call('echo', { action: 'context' })) as { result: Record<string, unknown> };
    expect(answer.result['OPENID']).toBeUndefined();
  });
  it('cannot be forged by the event', async () => {
    const context = await result(
      { action: 'context', userInfo: { openId: 'o-other' }, OPENID: 'o-other' },
      'o-lin',
    );
    expect(context).toMatchObject({ OPENID: 'o-lin' });
  });
  it('is each call’s own among calls at once', async () => {
    const people = Array.from({ length: 6 }, (_value, i) => `o-person-${i}x`);
    const contexts = await Promise.all(
      people.map((openid) => result({ action: 'slow-context', ms: 20 }, openid)),
    );
    expect(contexts.map((context) => (context as { OPENID: string }).OPENID)).toEqual(people);
  }, 60_000);
  it('goes along from function to function, and the source shows the way', async () => {
    expect(await result({ action: 'nested', inner: 'context' }, 'o-lin')).toMatchObject({
      result: { OPENID: 'o-lin', SOURCE: 'wx_client,scf' },
    });
  });
});

describe('an answer', () => {
  it('is what the function returned', async () => {
    expect(await result({ a: 1, b: ['x'] })).toMatchObject({ a: 1, b: ['x'] });
  });
  it('of nothing is null', async () => expect(await result({ action: 'nothing' })).toBeNull());
  it('carries a request id that the log knows', async () => {
    const { requestID } = await ask({ action: 'context' });
    expect(cloud.log.read(0, 'call').entries.some((entry) => entry['requestID'] === requestID)).toBe(true);
  });
  it('above 1 MB fails with -604001', async () => {
    expect(await ask({ action: 'large', bytes: 1024 * 1024 })).toMatchObject({ errCode: -604001 });
    expect(await ask({ action: 'large', bytes: 1024 * 1024 - 2 })).toHaveProperty('result');
  });
  it('over HTTP is the same', async () => {
    const body = JSON.stringify({ name: 'echo', data: { action: 'context' }, openid: 'o-http' });
    const response = await fetch(`${cloud.url}/client/callFunction`, { method: 'POST', body });
    expect(await response.json()).toMatchObject({
      result: { OPENID: 'o-http' },
      errMsg: 'cloud.callFunction:ok',
    });
  });
});

describe('a failure', () => {
  it('of the function is -504002 with its words and a request id', async () => {
    expect(await ask({ action: 'throw' })).toMatchObject({
      errCode: -504002,
      errMsg: expect.stringMatching(/Error: as asked/) as string,
      requestID: expect.any(String) as string,
    });
  });
  it('inside another function reaches the caller', async () => {
    expect(await ask({ action: 'nested', inner: 'throw' })).toMatchObject({ errCode: -504002 });
  });
  it('is told in the log', async () => {
    const { requestID } = await ask({ action: 'throw' });
    expect(cloud.log.read(0, 'failure').entries.at(-1)).toMatchObject({ requestID, function: 'echo' });
  });
  it('for want of the function is -504001', async () => {
    expect(await cloud.call('nowhere', {})).toMatchObject({ errCode: -504001 });
  });
  it('for want of time is -504002, also when the function never lets go', async () => {
    expect(await ask({ action: 'slow-context', ms: 3000 })).toMatchObject({
      errCode: -504002,
      errMsg: expect.stringMatching(/timed out after 1 seconds/) as string,
    });
    expect(await ask({ action: 'spin' })).toMatchObject({ errCode: -504002 });
    expect(await result({ action: 'context' })).toMatchObject({ OPENID: 'o-one' });
  }, 60_000);
  it('that ends the process harms no other call', async () => {
    const others = Promise.all([result({ a: 1 }), result({ a: 2 })]);
    expect(await ask({ action: 'exit' })).toMatchObject({ errCode: -504002 });
    expect(await others).toMatchObject([{ a: 1 }, { a: 2 }]);
    expect(await result({ a: 3 })).toMatchObject({ a: 3 });
  }, 60_000);
  it('that nobody listens for ends that call alone', async () => {
    expect(await ask({ action: 'reject-later' })).toMatchObject({ errCode: -504002 });
    expect(await result({ a: 4 })).toMatchObject({ a: 4 });
  }, 60_000);
  it('for want of a permission in config.json is -604101', async () => {
    const answer = await ask({ action: 'send' });
    expect(answer['errMsg']).toMatch(/-604101/);
  });
  it('for too many calls at once is told, and the rest are answered', async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => ask({ action: 'context' })));
    const refused = answers.filter((answer) => answer['errCode'] === -501004);
    expect(refused).toHaveLength(5);
    expect(answers.filter((answer) => 'result' in answer)).toHaveLength(20);
  }, 60_000);
});

describe('warmth', () => {
  it('what a function keeps in memory stays between calls', async () => {
    const first = Number(await result({ action: 'calls' }));
    const second = Number(await result({ action: 'calls' }));
    expect(second).toBeGreaterThan(0);
    expect(first).toBeGreaterThan(0);
  });
});

describe('console', () => {
  it('goes to the log with the request id', async () => {
    const { requestID } = await ask({ action: 'log' });
    expect(cloud.log.read(0, 'console').entries.at(-1)).toMatchObject({
      requestID,
      text: "hello { from: 'the function' }",
    });
  });
});

describe('the clock', () => {
  afterEach(() => cloud.clock.move({ reset: true }));

  it('is UTC inside a function', async () =>
    expect(await result({ action: 'now' })).toMatchObject({ zone: 0 }));
  it('is the local clock when it was moved', async () => {
    await cloud.clock.move({ set: '2027-03-01T00:00:00Z' });
    const { now, iso } = (await result({ action: 'now' })) as { now: number; iso: string };
    expect(iso.slice(0, 15)).toBe('2027-03-01T00:0');
    expect(Math.abs(now - cloud.clock.now())).toBeLessThan(2000);
  }, 60_000);
  it('leaves everything else of Date as it is', async () => {
    expect(await result({ action: 'dates' })).toEqual({
      ofOneKind: true,
      parsed: Date.parse('2026-11-22T00:00:00Z'),
      parts: 10,
      text: 'string',
      utc: Date.UTC(2026, 0, 1),
    });
  });
  it('is the clock of server dates too', async () => {
    await cloud.clock.move({ set: '2027-03-01T00:00:00Z' });
    const { _id } = (await result({ action: 'write' })) as { _id: string };
    const [note] = await cloud.db.get('notes', [_id]);
    expect((note?.['at'] as Date).toISOString().slice(0, 10)).toBe('2027-03-01');
  }, 60_000);
});

describe('timers', () => {
  afterEach(async () => {
    await cloud.clock.move({ reset: true });
    await cloud.db.clear('notes');
  });

  it('run once for every day the clock passes, each at its own moment in UTC+8', async () => {
    await cloud.clock.move({ set: '2027-01-01T00:00:00Z' });
    await cloud.db.clear('notes');
    const fired = await cloud.clock.move({ advance: { days: 3 } });
    expect(fired.map(({ at, ok }) => [at, ok])).toEqual([
      ['2027-01-01T18:30:00.000Z', true],
      ['2027-01-02T18:30:00.000Z', true],
      ['2027-01-03T18:30:00.000Z', true],
    ]);
    const notes = await cloud.db.find('notes', {});
    expect(notes.map(({ at }) => (at as Date).toISOString().slice(0, 16))).toEqual([
      '2027-01-01T18:30',
      '2027-01-02T18:30',
      '2027-01-03T18:30',
    ]);
    expect(new Date(cloud.clock.now()).toISOString().slice(0, 16)).toBe('2027-01-04T00:00');
  }, 60_000);
  it('call as the platform does: no openid, source wx_trigger', async () => {
    await cloud.timer('inner');
    const [note] = await cloud.db.find('notes', {});
    expect(note).toMatchObject({
      event: { Type: 'Timer', TriggerName: 'nightly' },
      context: { SOURCE: 'wx_trigger' },
    });
    expect((note?.['context'] as Record<string, unknown>)['OPENID']).toBeUndefined();
  });
  it('do not run when the clock goes back', async () => {
    expect(await cloud.clock.move({ advance: { days: -5 } })).toEqual([]);
  });
  it('of a year pass by at most sixty times', async () => {
    const fired = await cloud.clock.move({ advance: { days: 365 } });
    expect(fired.length).toBeLessThanOrEqual(60);
    expect(fired.length).toBeGreaterThan(50);
  }, 60_000);
});

describe('the network', () => {
  it.each(['203.0.113.7', 'api.example.org'])(
    'of the functions ends at the machine: %s is refused and told',
    async (host) => {
      expect(await result({ action: 'connect-out', host })).toMatch(/nothing but itself/);
      expect(cloud.log.read(0, 'console').entries.at(-1)?.['text']).toMatch(`[loopback] refused to`);
    },
  );
  it('was never left by the SDK itself', () => {
    const refused = cloud.log.read(0, 'console').entries.map((entry) => String(entry['text']));
    const escapes = refused.filter(
      (text) => text.startsWith('[loopback]') && !/203\.0\.113\.7|api\.example\.org/.test(text),
    );
    expect(escapes).toEqual([]);
    expect(cloud.counters().total.roundTrips).toBeGreaterThan(0);
  });
});
