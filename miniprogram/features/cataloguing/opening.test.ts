import { ask } from '../../lib/call';
import { keepDraft } from './drafts';
import { openForm, titleIn } from './opening';
import { blankForm, formOf } from './record-form';

jest.mock('../../lib/call', () => ({ ask: jest.fn() }));
jest.mock('../../lib/session', () => ({ libraryToday: () => '2026-11-22' }));

const asked = ask as unknown as jest.Mock;
const storage = new Map<string, unknown>();
const record = {
  title: '边城',
  subtitle: '',
  contributors: [],
  publisher: '',
  year: 2005,
  isbns: [],
  clc: '',
  callNumber: '',
  language: 'chi',
  kind: 'book' as const,
  subjects: [],
  summary: '',
};
const answers: Record<string, unknown> = {
  'cataloguing.title': { titleId: 't', record, copies: 0, addedAt: '' },
  'cataloguing.choices': { branchId: 'main', branches: [{ id: 'main', name: '总馆' }], itemTypes: [] },
  'cataloguing.lookUp': {
    found: 'nothing',
    draft: { isbn: { isbn13: '978-7-02-000220-7', bare: '9787020002207' }, barcode: 'X1', kind: 'book' },
  },
};

beforeEach(() => {
  storage.clear();
  asked.mockImplementation(async (action: string) => ({ kind: 'value', value: answers[action] }));
  Object.assign(globalThis, {
    wx: {
      getStorageSync: (key: string) => storage.get(key) ?? '',
      setStorageSync: (key: string, data: unknown) => storage.set(key, data),
      removeStorageSync: (key: string) => storage.delete(key),
    },
  });
});

const opened = async (what: { titleId?: string; code?: string; draft?: string }) => {
  const outcome = await openForm({ titleId: '', code: '', draft: '', ...what }, 1);
  return outcome.kind === 'value' ? outcome.value : undefined;
};
const kept = { form: { ...blankForm(), title: '边' }, barcodes: ['X9'], at: 0 };

test('a title opens with its record, which is what a change is measured by', async () => {
  expect(await opened({ titleId: 't' })).toMatchObject({
    editor: { key: 'title:t', form: formOf(record), seen: record, template: null },
    restored: false,
  });
});

test('a change that was left unsaved goes on from the record that it began with', async () => {
  const seen = { ...record, year: 2004 };
  keepDraft({ ...kept, key: 'title:t', seen });
  for (const what of [{ titleId: 't' }, { draft: 'title:t' }])
    expect(await opened(what)).toMatchObject({ editor: { form: kept.form, seen }, restored: true });
  expect(titleIn({ draft: 'title:t', titleId: '', code: '' })).toBe('t');
});

test('a book without a code opens as a blank form under a name of its own', async () => {
  const form = await opened({});
  expect(form).toMatchObject({
    editor: { key: 'new:1', form: blankForm(), template: { branchId: 'main' } },
    known: '',
  });
});

test('a code opens with what is known of it; a draft of that code comes before', async () => {
  expect(await opened({ code: '9787020002207' })).toMatchObject({
    editor: { key: '9787020002207', form: { isbns: '978-7-02-000220-7' }, barcodes: ['X1'] },
    restored: false,
  });
  keepDraft({ ...kept, key: '9787020002207' });
  const again = await opened({ code: '9787020002207' });
  expect(again).toMatchObject({ editor: { form: kept.form, barcodes: ['X9'] }, restored: true });
});

test('a draft that was thrown away opens as a blank form', async () => {
  expect(await opened({ draft: 'new:0' })).toMatchObject({ editor: { key: 'new:1' }, restored: false });
});

test('what does not come is told, and nothing is opened', async () => {
  asked.mockResolvedValueOnce({ kind: 'offline' });
  expect(await openForm({ titleId: '', code: 'X', draft: '' }, 1)).toEqual({ kind: 'offline' });
});
