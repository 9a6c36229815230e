import type { Refusal } from '../../../typings/contract';
import type { Answers } from '../../components/ask-sheet/fields';
import { actsOn } from '../acts';
import type { Outcome } from '../call';
import { acts, type ActsData } from './acts';
import { screen } from './screen';

jest.mock('../session', () => ({ libraryToday: () => '2026-11-22' }));
jest.mock('../look', () => ({ lookNow: () => 'light', elderMode: () => false, keepLook: () => undefined }));

interface Copy {
  barcode: string;
}
type Done = Outcome<{ barcode: string }>;

const done: Done = { kind: 'value', value: { barcode: 'YX1' } };
const no: Done = { kind: 'refused', refusals: [{ code: 'item_not_found', barcode: 'YX1' }] };
const comment = { name: 'comment', label: '理由', kind: 'text' as const, value: '', required: true };

/** What the library answers, in order, and what it was asked with. */
function aLibrary(...outcomes: Done[]) {
  const asked: { id: string; barcode: string; answers: Answers }[] = [];
  const run = (id: string) => async (copy: Copy, answers: Answers) => {
    asked.push({ id, ...copy, answers });
    return outcomes.shift() ?? no;
  };
  const table = actsOn<Copy>()({
    claim: { words: '读者称已还', run: run('claim'), done: () => '已登记' },
    damage: { words: '登记破损', sheet: () => ({ fields: [comment] }), run: run('damage') },
    move: { words: '移动', sheet: async () => ({ heading: '移到哪里', fields: [] }), run: run('move') },
    name: {
      words: '起名',
      sheet: () => ({ fields: [] }),
      wrong: ({ name }) => (name === 'x' ? { code: 'short', text: '太短了。' } : undefined),
      again: (_refusals, { comment: given }) => (given ? undefined : { fields: [comment] }),
      run: run('name'),
    },
    withdraw: {
      words: '剔除',
      sure: ({ barcode }) => ({ title: `剔除 ${barcode}？`, yes: '剔除', no: '保留' }),
      run: run('withdraw'),
    },
    renew: {
      words: '续借',
      run: run('renew'),
      override: (refusals) =>
        refusals.some(({ code }) => code === 'item_not_found') ? { fields: [comment] } : undefined,
    },
  });
  return { asked, table };
}

/** A page as WeChat would open it. */
function opened(library: ReturnType<typeof aLibrary>, own: object = {}) {
  const said: string[] = [];
  const page = {
    ...screen([acts(library.table)], {
      acted: ({ id }: { id: string }) => void said.push(`acted ${id}`),
      notActed: (id: string) => void said.push(`not acted ${id}`),
      left: () => void said.push('left'),
      ...own,
    }),
    setData(changes: Record<string, unknown>) {
      for (const [path, value] of Object.entries(changes)) put(page.data, path.split('.'), value);
    },
  } as unknown as Opened;
  page.onLoad({});
  Object.assign(globalThis, {
    wx: {
      showToast: ({ title }: { title: string }) => said.push(`toast ${title}`),
      showModal: ({ title }: { title: string }) => said.push(`dialog ${title}`),
    },
  });
  return { page, said };
}

interface Opened {
  data: ActsData & { busy: string };
  onLoad(query: object): void;
  start(id: string, copy: Copy): Promise<void>;
  answered(event: { detail: { answers: Answers } }): Promise<void>;
  agreed(): Promise<void>;
  stay(): void;
  closeAsk(): void;
}

function put(into: object, [name = '', ...rest]: string[], value: unknown): void {
  const at = into as Record<string, object>;
  if (rest.length === 0) Object.assign(into, { [name]: value });
  else {
    at[name] = { ...at[name] };
    put(at[name], rest, value);
  }
}

const copy = { barcode: 'YX1' };

test('a name that is not in the table is an error, and nothing is done', async () => {
  const library = aLibrary(done);
  await expect(opened(library).page.start('paint', copy)).rejects.toThrow('paint');
  expect(library.asked).toEqual([]);
});

test('what needs no question is done at once, and said', async () => {
  const library = aLibrary(done);
  const { page, said } = opened(library);
  await page.start('claim', copy);
  expect(library.asked).toEqual([{ id: 'claim', barcode: 'YX1', answers: {} }]);
  expect(said).toEqual(['toast 已登记', 'acted claim']);
});

test('what asks something is done with its answers; a no leaves the sheet open with the reasons', async () => {
  const library = aLibrary(no, done);
  const { page, said } = opened(library);
  await page.start('damage', copy);
  expect(page.data.ask).toMatchObject({ visible: true, heading: '登记破损', confirm: '登记破损' });
  expect(library.asked).toEqual([]);
  const answer = { detail: { answers: { comment: '撕破' } } };
  await page.answered(answer);
  expect(page.data.ask).toMatchObject({ visible: true, busy: false, problem: [{ code: 'item_not_found' }] });
  await page.answered(answer);
  expect(page.data.ask.visible).toBe(false);
  expect(library.asked.map(({ answers }) => answers)).toEqual([{ comment: '撕破' }, { comment: '撕破' }]);
  expect(said).toEqual(['acted damage']);
});

test('what the sheet itself sees to be wrong is said in it, and nothing is sent', async () => {
  const library = aLibrary(done);
  const { page } = opened(library);
  await page.start('name', copy);
  await page.answered({ detail: { answers: { name: 'x' } } });
  expect(page.data.ask).toMatchObject({ visible: true, problem: [{ code: 'short' }] });
  expect(library.asked).toEqual([]);
});

test('what the library wants to know besides is asked for once more, then its no is told', async () => {
  const { page, said } = opened(aLibrary(no, no, done));
  await page.start('name', copy);
  await page.answered({ detail: { answers: {} } });
  expect(page.data.ask).toMatchObject({ visible: true, busy: false, problem: [], fields: [comment] });
  await page.answered({ detail: { answers: { comment: '小红' } } });
  expect(page.data.ask).toMatchObject({ visible: true, problem: [{ code: 'item_not_found' }] });
  await page.answered({ detail: { answers: { comment: '小红' } } });
  expect(said).toEqual(['acted name']);
});

test('a sheet whose choices have to be fetched opens when they are there', async () => {
  const { page } = opened(aLibrary());
  await page.start('move', copy);
  expect(page.data.ask).toMatchObject({ visible: true, heading: '移到哪里', confirm: '移动' });
});

test('what cannot be taken back is asked once more, and leaving it does nothing', async () => {
  const library = aLibrary(done);
  const { page, said } = opened(library);
  await page.start('withdraw', copy);
  expect(page.data.sure).toMatchObject({ visible: true, title: '剔除 YX1？', no: '保留' });
  page.stay();
  expect([page.data.sure.visible, library.asked.length, said]).toEqual([false, 0, ['left']]);
  await page.start('withdraw', copy);
  await page.agreed();
  expect(said).toEqual(['left', 'acted withdraw']);
});

test('a no is told in a dialog, or as the page wants it', async () => {
  const plain = opened(aLibrary(no));
  await plain.page.start('claim', copy);
  expect(plain.said).toEqual(['dialog 暂时不能办理', 'not acted claim']);
  const told: Outcome<unknown>[] = [];
  const inPlace = opened(aLibrary(no), { saysNo: (outcome: Outcome<unknown>) => void told.push(outcome) });
  await inPlace.page.start('claim', copy);
  expect([told, inPlace.said]).toEqual([[no], ['not acted claim']]);
});

test('a no that may be set aside asks why, and the same act is done with the reason', async () => {
  const library = aLibrary(no, done);
  const { page, said } = opened(library);
  await page.start('renew', copy);
  expect(page.data.ask).toMatchObject({ visible: true, what: 'renew' });
  await page.answered({ detail: { answers: { comment: '已核实' } } });
  expect(library.asked.map(({ id, answers }) => [id, answers])).toEqual([
    ['renew', {}],
    ['renew', { comment: '已核实' }],
  ]);
  expect(said).toEqual(['not acted renew', 'acted renew']);
});

test('a no that nobody may set aside is told', async () => {
  const { page, said } = opened(aLibrary({ kind: 'refused', refusals: [{ code: 'no_card' }] }));
  await page.start('renew', copy);
  expect([page.data.ask.visible, said[0]]).toEqual([false, 'dialog 暂时不能办理']);
});

test('the words of a refusal may depend on what the page knows', async () => {
  const said = (refusals: Refusal[]) => refusals.map(({ code }) => ({ code, text: 'as the desk says it' }));
  const { page } = opened(aLibrary(no), { said });
  await page.start('damage', copy);
  await page.answered({ detail: { answers: {} } });
  expect(page.data.ask.problem).toEqual([{ code: 'item_not_found', text: 'as the desk says it' }]);
});

test('while one act is under way another one does not begin', async () => {
  const library = aLibrary(done);
  const { page } = opened(library);
  await Promise.all([page.start('claim', copy), page.start('damage', copy)]);
  expect(library.asked).toHaveLength(1);
});
