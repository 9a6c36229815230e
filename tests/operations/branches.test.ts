import { startSmallLibrary, type SmallLibrary } from './library';

/** What a visitor is told of the branches. The small library begins on a Sunday at ten. */

jest.setTimeout(120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(1);
});
beforeEach(() => library.startOver());
afterAll(() => library?.close());

const put = async (change: object) => {
  const main = await library.document('branches', 'main');
  await library.cloud.db.upsert('branches', [{ ...main, ...change }] as never);
  await library.cloud.clock.move({ advance: { minutes: 2 } });
};

it('the list, the page and home say alike whether a branch is open', async () => {
  const [first] = (await library.get('visitor', 'branches.list', {})).list;
  const page = await library.get('visitor', 'branches.show', { branchId: first?.branchId ?? '' });
  const home = await library.get('visitor', 'home.show', {});
  expect(page.opening).toEqual(first?.opening);
  expect(home.branch).toEqual({ name: first?.name, opening: first?.opening });
});

it('a page has two weeks from today, with closed days and why', async () => {
  const { today } = await library.get('visitor', 'home.show', {});
  await put({ exceptions: { [today]: { open: null, why: '设备检修' } }, transport: '地铁 1 号线' });
  const page = await library.get('visitor', 'branches.show', { branchId: 'main' });
  expect(page).toMatchObject({ transport: '地铁 1 号线', floors: [], opening: { open: false } });
  expect(page.days).toHaveLength(14);
  expect(page.days[0]).toEqual({ date: today, hours: '', why: '设备检修' });
});

it('a branch that does not exist is refused by name', async () =>
  expect(await library.refused('visitor', 'branches.show', { branchId: 'nowhere' })).toEqual([
    'branch_not_found',
  ]));
