import type { StaffDocument } from '../documents';
import { letIn, shutOutAt, shutOutSince } from './shut-out';

const at = (hour: number) => `2026-11-22T${String(hour).padStart(2, '0')}:00:00.000Z`;
const clerk: StaffDocument = { _id: 'o-1', name: '馆员', branchId: 'main', roles: [], active: true };

it('who is shut out is out from that moment until they are let in again', () => {
  const out = letIn(clerk, false, at(2));
  expect(out).toMatchObject({ active: false, shutOut: [{ from: at(2), until: null }] });
  expect(shutOutSince(out)).toBe(at(2));
  const back = letIn(out, true, at(5));
  expect(shutOutSince(back)).toBeNull();
  expect([1, 2, 4, 5].map((hour) => shutOutAt(back, at(hour)))).toEqual([null, at(2), at(2), null]);
});

it('nothing changes for who is in, or out, already', () => {
  expect(letIn(clerk, true, at(2))).toEqual(clerk);
  const out = letIn(clerk, false, at(2));
  expect(letIn(out, false, at(3))).toEqual(out);
});

it('remembers the last ten times', () => {
  let staff = clerk;
  for (let n = 0; n < 12; n++) staff = letIn(letIn(staff, false, at(n)), true, at(n + 1));
  expect(staff.shutOut).toHaveLength(10);
  expect(shutOutAt(staff, at(11))).toBe(at(11));
});
