import { intentOf, newRequestId, settled } from './intent';

test('the same action with the same input keeps its id until settled', () => {
  const id = intentOf('loans.renew', { loanId: 'l1' }, 0);
  expect(intentOf('loans.renew', { loanId: 'l1' }, 1000)).toBe(id);
  settled('loans.renew', { loanId: 'l1' });
  expect(intentOf('loans.renew', { loanId: 'l1' }, 2000)).not.toBe(id);
});

test('after ten minutes a tap is meant anew', () => {
  const id = intentOf('loans.renewAll', {}, 0);
  expect(intentOf('loans.renewAll', {}, 9 * 60_000)).toBe(id);
  expect(intentOf('loans.renewAll', {}, 10 * 60_000)).not.toBe(id);
});

test('ids do not repeat', () => {
  expect(new Set(Array.from({ length: 1000 }, () => newRequestId(0))).size).toBe(1000);
});
