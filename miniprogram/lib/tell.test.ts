import { canRetry, headingOf, isRefusedFor, lines, tell } from './tell';

jest.mock('./session', () => ({ libraryToday: () => '2026-11-22' }));

const shown: { toast: string[]; modal: { title: string; content: string }[] } = { toast: [], modal: [] };

beforeEach(() => {
  shown.toast = [];
  shown.modal = [];
  Object.assign(globalThis, {
    wx: {
      showToast: ({ title }: { title: string }) => shown.toast.push(title),
      showModal: (modal: { title: string; content: string }) => shown.modal.push(modal),
    },
  });
});

test('what went through is said in passing, what did not waits for a tap', () => {
  expect(tell({ kind: 'value', value: 1 }, '已取消预约')).toBe(true);
  expect(shown.toast).toEqual(['已取消预约']);
  expect(tell({ kind: 'refused', refusals: [{ code: 'hold_not_found' }, { code: 'no_card' }] })).toBe(false);
  expect(shown.modal[0]?.content.split('\n')).toHaveLength(2);
});

test('a lost answer is not called a no', () => {
  expect(headingOf({ kind: 'offline' }, '未能续借')).toBe('还没有收到回复');
  expect(headingOf({ kind: 'refused', refusals: [] }, '未能续借')).toBe('未能续借');
});

test('only what may still go through is offered again', () => {
  expect(canRetry({ kind: 'offline' })).toBe(true);
  expect(canRetry({ kind: 'failed', requestId: 'r' })).toBe(true);
  expect(canRetry({ kind: 'refused', refusals: [] })).toBe(false);
});

test('a failure gives the id to report, a wrong field its remark', () => {
  expect(lines({ kind: 'failed', requestId: 'r-7' })?.[0]?.next).toContain('r-7');
  expect(lines({ kind: 'invalid', fields: [{ path: 'input.name', message: '姓名太长' }] })?.[0]?.next).toBe(
    '姓名太长',
  );
  expect(lines({ kind: 'value', value: 1 })).toBeUndefined();
});

test('one reason among several is found', () => {
  const outcome = {
    kind: 'refused' as const,
    refusals: [{ code: 'hold_not_found' as const }, { code: 'no_card' as const }],
  };
  expect(isRefusedFor(outcome, 'no_card')).toBe(true);
  expect(isRefusedFor(outcome, 'loan_not_found')).toBe(false);
  expect(isRefusedFor({ kind: 'offline' }, 'no_card')).toBe(false);
});
