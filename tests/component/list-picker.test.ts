import type { MyList } from '../../typings/contract';
import { stage, textOf, type Staged } from './stage';

interface Asked {
  action: string;
  input: { listId?: string; titleId?: string; name?: string };
}

const asked: Asked[] = [];
let answer: (data: Asked) => Promise<object>;
Object.assign(wx, {
  cloud: {
    callFunction: async ({ data }: { data: Asked }) => {
      asked.push(data);
      return { result: await answer(data) };
    },
  },
});

const picker = stage('list-picker');
const aList = (changes: Partial<MyList>): MyList => ({
  listId: 'want_r',
  by: 'reader',
  name: '想读',
  about: '',
  author: '',
  titles: 4,
  covers: [],
  changedAt: '',
  shown: 'private',
  why: '',
  builtIn: true,
  has: false,
  ...changes,
});
const LISTS = [aList({}), aList({ listId: 'own', name: '史书', titles: 5, builtIn: false, has: true })];
const value = (of: object) => ({ ok: true, value: of });
const settle = () => new Promise((resolve) => setTimeout(resolve, 30));

const opened = async (): Promise<{ comp: Staged; heard: jest.Mock }> => {
  const comp = picker({ visible: false, titleId: 't1' });
  const heard = jest.fn();
  comp.addEventListener('change', ({ detail }) => heard(detail));
  comp.setData({ visible: true });
  await settle();
  return { comp, heard };
};
const tick = (comp: Staged, index: number) => comp.instance?.tick({ currentTarget: { dataset: { index } } });
const actions = () => asked.map(({ action }) => action);

beforeEach(() => {
  asked.splice(0);
  answer = async ({ action }) => {
    if (action === 'lists.mine') return value({ list: LISTS, limit: 50, readersOpen: false });
    if (action === 'lists.create')
      return value(aList({ listId: 'new', name: '周末', titles: 1, builtIn: false, has: true }));
    return value({ listId: '', titles: action === 'lists.add' ? 5 : 4 });
  };
});

test('asks once it is opened, and shows on which lists the title is', async () => {
  const closed = picker({ visible: false, titleId: 't1' });
  await settle();
  expect(asked).toHaveLength(0);
  expect(textOf(closed)).not.toContain('想读');
  const { comp } = await opened();
  expect(textOf(comp)).toContain('想读4 本');
  expect(comp.dom?.querySelectorAll('[class*="tick--on"]')).toHaveLength(1);
});

test('a tap puts the title on a list or takes it off, and tells on how many it is', async () => {
  const { comp, heard } = await opened();
  await tick(comp, 0);
  expect(asked.at(-1)).toMatchObject({ action: 'lists.add', input: { listId: 'want_r', titleId: 't1' } });
  expect(heard).toHaveBeenLastCalledWith({ lists: 2 });
  expect(textOf(comp)).toContain('想读5 本');
  await tick(comp, 1);
  expect(asked.at(-1)).toMatchObject({ action: 'lists.take', input: { listId: 'own' } });
  expect(heard).toHaveBeenLastCalledWith({ lists: 1 });
});

test('a second tap while the first is on its way does nothing', async () => {
  const { comp } = await opened();
  await Promise.all([tick(comp, 0), tick(comp, 0)]);
  expect(actions()).toEqual(['lists.mine', 'lists.add']);
});

test('a no leaves the tick as it was, with the reason', async () => {
  const { comp, heard } = await opened();
  answer = async () => ({ ok: false, refusals: [{ code: 'list_full', current: 200, limit: 200 }] });
  await tick(comp, 0);
  expect(textOf(comp)).toContain('这个书单已有 200/200 本书');
  expect(comp.dom?.querySelectorAll('[class*="tick--on"]')).toHaveLength(1);
  expect(heard).not.toHaveBeenCalled();
});

test('a new list needs a name, takes the title at once and stands below 想读', async () => {
  const { comp, heard } = await opened();
  comp.instance?.beginNew?.();
  await comp.instance?.create?.();
  expect(textOf(comp)).toContain('请给书单起个名字');
  comp.instance?.type?.({ detail: { value: ' 周末 ' } });
  await comp.instance?.create?.();
  expect(asked.at(-1)).toMatchObject({ action: 'lists.create', input: { name: '周末', titleId: 't1' } });
  expect(textOf(comp)).toMatch(/想读.*周末1 本.*史书/);
  expect(heard).toHaveBeenLastCalledWith({ lists: 2 });
});

test('whoever has no reader card is offered one', async () => {
  answer = async () => ({ ok: false, refusals: [{ code: 'no_card' }] });
  const { comp } = await opened();
  expect(textOf(comp)).toContain('办理读者证');
});
