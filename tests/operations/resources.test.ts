import type { ResourceWords } from '../../typings/contract';
import { outcomes, startSmallLibrary, type SmallLibrary } from './library';

jest.setTimeout(180_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(2);
});
beforeEach(() => library.startOver());
afterAll(() => library.close());

const words = (changes: Partial<ResourceWords> = {}): ResourceWords => ({
  kind: 'database',
  name: '期刊库',
  provider: '某中心',
  about: '收录期刊。可以全文下载。',
  guide: ['注册', '登录'],
  url: 'https://www.example.org',
  access: 'everywhere',
  subjects: ['期刊'],
  contact: '总馆参考咨询台',
  ...changes,
});

const save = (changes: Partial<ResourceWords> = {}) =>
  library.get('boss', 'resourceDesk.save', { resourceId: '', ...words(changes) });

it('a new one is hidden and last; shown, readers and visitors see it with its guide', async () => {
  const one = await save();
  expect((await library.get('an', 'resources.list', {})).list).toEqual([]);
  expect(await library.refused('an', 'resources.get', { resourceId: one.resourceId })).toEqual([
    'resource_not_found',
  ]);
  await library.get('boss', 'resourceDesk.show', { resourceId: one.resourceId, shown: true });
  expect((await library.get('stranger', 'resources.list', {})).list).toMatchObject([
    { name: '期刊库', access: 'everywhere', lead: '收录期刊。' },
  ]);
  const page = await library.get('stranger', 'resources.get', { resourceId: one.resourceId });
  expect(page).toMatchObject({ guide: ['注册', '登录'], url: 'https://www.example.org' });
  expect(page).not.toHaveProperty('shown');
});

it('stands in the order of the desk: two exchange their places, and two exchanges at once leave one order', async () => {
  const made: string[] = [];
  for (const name of ['甲', '乙', '丙']) {
    made.push((await save({ name })).resourceId);
    await library.cloud.clock.move({ advance: { minutes: 1 } });
  }
  const names = async () =>
    (await library.get('boss', 'resourceDesk.list', {})).list.map(({ name }) => name).join('');
  expect(await names()).toBe('甲乙丙');
  const exchange = (a: number, b: number) =>
    library.ask('boss', 'resourceDesk.exchange', { resourceId: made[a]!, withResourceId: made[b]! });
  await exchange(0, 2);
  expect(await names()).toBe('丙乙甲');
  expect(outcomes(await Promise.all([exchange(0, 1), exchange(1, 2)]))).toEqual(['ok', 'ok']);
  const orders = (await library.documents('resources')).map(({ order }) => order);
  expect(new Set(orders).size).toBe(3);
});

it('keeps its place and whether it is shown when its words change, and goes when it is removed', async () => {
  const { resourceId } = await save();
  await library.get('boss', 'resourceDesk.show', { resourceId, shown: true });
  const before = await library.document('resources', resourceId);
  await library.get('boss', 'resourceDesk.save', { resourceId, ...words({ name: '新名字' }) });
  expect(await library.document('resources', resourceId)).toMatchObject({
    name: '新名字',
    shown: true,
    order: before?.order,
  });
  await library.get('boss', 'resourceDesk.remove', { resourceId });
  expect(await library.refused('boss', 'resourceDesk.get', { resourceId })).toEqual(['resource_not_found']);
});

it('a repeat of a request adds nothing', async () => {
  const input = { resourceId: '', ...words() };
  await library.get('boss', 'resourceDesk.save', input, 'request-0001');
  await library.get('boss', 'resourceDesk.save', input, 'request-0001');
  expect(await library.documents('resources')).toHaveLength(1);
});

it('wrong words are named by their path', async () => {
  const wrong = async (changes: Partial<ResourceWords>) => {
    const answer = await library.ask('boss', 'resourceDesk.save', { resourceId: '', ...words(changes) });
    return answer.ok || !('invalid' in answer) ? [] : answer.invalid.map(({ path }) => path);
  };
  expect(await wrong({ url: 'http://www.example.org' })).toEqual(['input.url']);
  expect(await wrong({ url: '' })).toEqual(['input.url']);
  expect(await wrong({ url: '', access: 'in_library' })).toEqual([]);
  expect(await wrong({ name: ' ', guide: Array.from({ length: 13 }, () => '一步') })).toEqual([
    'input.name',
    'input.guide',
  ]);
  expect(await wrong({ subjects: ['很长很长很长很长很长很长很长'] })).toEqual(['input.subjects.0']);
});

it('is edited by staff of the content role alone', async () => {
  expect(await library.refused('desk', 'resourceDesk.list', {})).toEqual(['role_missing']);
  expect(await library.refused('an', 'resourceDesk.list', {})).toEqual(['not_staff']);
});

it('three hundred are the limit', async () => {
  const { resourceId } = await save();
  const [one] = await library.documents('resources', { _id: resourceId });
  const many = Array.from({ length: 299 }, (_, n) => ({ ...one, _id: `r${n}`, order: n }));
  await library.cloud.db.upsert('resources', many);
  expect(await library.refused('boss', 'resourceDesk.save', { resourceId: '', ...words() })).toEqual([
    'resources_full',
  ]);
});
