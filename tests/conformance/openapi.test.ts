import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloudUnderTest, expectOnlyLoopback, type CloudUnderTest } from './cloud-under-test';
import { rejection, type Doc } from './sdk';

let under: CloudUnderTest;
const root = mkdtempSync(join(tmpdir(), 'shuxiang-root-'));
const template = {
  templateId: 'T-due',
  title: '图书到期提醒',
  fields: {
    thing1: '书名',
    date2: '应还日期',
    number3: '册数',
    phrase4: '状态',
    name5: '馆员',
    character_string6: '条码',
  },
};

beforeAll(async () => {
  mkdirSync(join(root, 'demo'));
  mkdirSync(join(root, 'miniprogram'));
  writeFileSync(join(root, 'demo', 'templates.json'), JSON.stringify([template]));
  const app = {
    pages: ['pages/home/index'],
    subPackages: [{ root: 'features/loans', pages: ['pages/mine/index'] }],
  };
  writeFileSync(join(root, 'miniprogram', 'app.json'), JSON.stringify(app));
  under = await cloudUnderTest({ root });
}, 60_000);
afterAll(async () => {
  await under.close();
  rmSync(root, { recursive: true });
});

const call = (service: string, name: string, data: Doc): Promise<Doc> => {
  const api = under.sdk.openapi[service]?.[name];
  if (!api) throw new Error(`no ${service}.${name}`);
  return api(data);
};

const good = {
  thing1: '红楼梦',
  date2: '2026年12月1日',
  number3: '2',
  phrase4: '即将到期',
  name5: '王老师',
  character_string6: 'A0001',
};
const message = (changes: Doc = {}, fields: Doc = {}): Doc => ({
  touser: 'o-reader',
  templateId: 'T-due',
  page: 'features/loans/pages/mine/index?from=message',
  data: Object.fromEntries(Object.entries({ ...good, ...fields }).map(([name, value]) => [name, { value }])),
  ...changes,
});
const send = (changes?: Doc, fields?: Doc): Promise<Doc> =>
  call('subscribeMessage', 'send', message(changes, fields));

describe('subscribeMessage.send', () => {
  it('sends once for each acceptance, then refuses with 43101', async () => {
    under.cloud.grant('o-reader', 'T-due');
    expect((await send())['errCode']).toBe(0);
    expect((await rejection(send())).errCode).toBe(43101);
  });
  it('keeps what was sent where a developer sees it', async () => {
    under.cloud.grant('o-reader', 'T-due');
    await send();
    const sent = under.cloud.log.read(0, 'message').entries.at(-1);
    expect(sent).toMatchObject({ openid: 'o-reader', title: '图书到期提醒', left: 0 });
    expect(sent?.['fields']).toContainEqual({ field: 'thing1', label: '书名', value: '红楼梦' });
  });
  it('an acceptance by the preview counts', async () => {
    const body = JSON.stringify({ openid: 'o-other', templateId: 'T-due', count: 2 });
    const response = await fetch(`${under.cloud.url}/dev/grants`, { method: 'POST', body });
    expect(await response.json()).toEqual({ left: 2 });
    await send({ touser: 'o-other' });
  });
  it.each([
    ['an unknown template', 40037, { templateId: 'T-none' }],
    ['no receiver', 40003, { touser: '' }],
    ['a page that is not there', 41030, { page: 'pages/none/index' }],
    ['a page with a leading slash', 41030, { page: '/pages/home/index' }],
    ['a build that is none', 47003, { miniprogramState: 'beta' }],
  ])('%s is refused with %d', async (_name, code, changes) => {
    expect((await rejection(send(changes))).errCode).toBe(code);
  });
  it.each([
    ['thing above 20 characters', { thing1: '书'.repeat(21) }],
    ['an empty value', { thing1: '' }],
    ['a line break', { thing1: '上\n下' }],
    ['a date with dashes', { date2: '2026-12-01' }],
    ['a number with words', { number3: '两册' }],
    ['a phrase above 5', { phrase4: '很快就要到期' }],
    ['a phrase with letters', { phrase4: 'soon' }],
    ['a name above 10', { name5: '王'.repeat(11) }],
    ['a character_string with Chinese', { character_string6: '条码1' }],
    ['a field the template does not have', { thing9: 'x' }],
    ['a field left out', { thing1: undefined }],
  ])('%s is refused with 47003', async (_name, fields) => {
    under.cloud.grant('o-strict', 'T-due');
    expect((await rejection(send({ touser: 'o-strict' }, fields))).errCode).toBe(47003);
  });
  it('a refused field uses no acceptance up', () => {
    expect(under.cloud.parts.subscriptions.left('o-strict', 'T-due')).toBe(11);
  });
});

describe('security.msgSecCheck', () => {
  const check = (changes: Doc = {}): Promise<Doc> =>
    call('security', 'msgSecCheck', {
      version: 2,
      scene: 2,
      openid: 'o-writer',
      content: '书评',
      ...changes,
    });
  beforeAll(() => under.cloud.parts.activity.note('o-writer'));

  it.each([
    ['pass', '一本好书'],
    ['risky', '这里有违规测试'],
    ['review', '这里有待审测试'],
  ])('says %s', async (suggest, content) => {
    expect(await check({ content })).toMatchObject({ errCode: 0, result: { suggest } });
  });
  it('refuses more than 2500 characters', async () => {
    expect((await rejection(check({ content: '字'.repeat(2501) }))).errCode).toBe(40129);
  });
  it('refuses who was not there in the last two hours with 61010', async () => {
    expect((await rejection(check({ openid: 'o-absent' }))).errCode).toBe(61010);
  });
  it('refuses without a scene', async () => {
    expect((await rejection(check({ scene: 9 }))).errCode).toBe(40097);
  });
});

describe('security.mediaCheckAsync', () => {
  it('takes the order and gives its trace', async () => {
    under.cloud.parts.activity.note('o-writer');
    const order = {
      mediaUrl: `${under.cloud.url}/x.jpg`,
      mediaType: 2,
      version: 2,
      scene: 1,
      openid: 'o-writer',
    };
    expect((await call('security', 'mediaCheckAsync', order))['traceId']).toEqual(expect.any(String));
  });
  it('refuses what is no address', async () => {
    const order = { mediaUrl: 'cloud://x/y', mediaType: 2, version: 2, scene: 1, openid: 'o-writer' };
    await rejection(call('security', 'mediaCheckAsync', order));
  });
});

describe('phonenumber.getPhoneNumber', () => {
  it('gives the number for a code, once', async () => {
    const answer = await call('phonenumber', 'getPhoneNumber', { code: 'local-13800000000-1' });
    expect(answer['phoneInfo']).toMatchObject({ purePhoneNumber: '13800000000', countryCode: '86' });
    expect(
      (await rejection(call('phonenumber', 'getPhoneNumber', { code: 'local-13800000000-1' }))).errCode,
    ).toBe(40163);
  });
  it('refuses a code that is none', async () => {
    expect((await rejection(call('phonenumber', 'getPhoneNumber', { code: 'x' }))).errCode).toBe(40029);
  });
});

it('an interface the local cloud lacks fails loudly with -604100', async () => {
  expect((await rejection(call('wxacode', 'getUnlimited', { scene: 'x' }))).errCode).toBe(-604100);
});

describe('the network', () => {
  it('is never more than loopback', () => expectOnlyLoopback(under));
});
