import type { DeskAccepts, DeskToday } from '../../../typings/contract';
import { birthDayIn, guardianBirthDay, refusedOffline } from './birth-day';
import { deskHead } from './branch';

const today: DeskToday = {
  staffName: '韩松',
  roles: ['circulation'],
  overrides: {},
  accepts: 'number',
  branchId: 'main',
  branchName: '总馆',
  today: '2026-11-22',
  hours: '',
  counts: {
    checkedOut: 0,
    checkedIn: 0,
    onHoldShelf: 0,
    expiredOnShelf: 0,
    toFetch: 0,
    inTransit: 0,
    overdue: 0,
    owing: 0,
    applications: 0,
    conflicts: 0,
    reviews: 0,
    cases: { open: 0, late: 0 },
    questions: 0,
    messages: 0,
    deliveries: 0,
  },
};
const refused = (accepts: DeskAccepts, scanned: string) => {
  deskHead({ ...today, accepts });
  return refusedOffline(scanned)?.code;
};
const NUMBER = '331000000001';
const CODE = 'SX2.331000000001.mi2k.first.abc';

test('a day of birth is typed as people say it', () => {
  for (const said of ['0501', '5-1', '5月1日', '05-01', ' 5.1 ', '5/1', '05 01'])
    expect(birthDayIn(said)).toBe('05-01');
});

test('what is no day of a month is none', () => {
  for (const said of ['', '13-1', '0532', '0001', '5', '20180501', '五月一日'])
    expect(birthDayIn(said)).toBeUndefined();
  expect(guardianBirthDay('5月1日')).toEqual({ guardianBirthDay: '05-01' });
  expect(guardianBirthDay('')).toEqual({});
});

test('without network a number is not written down where the library wants a code, or asks for the day', () => {
  expect(refused('number', NUMBER)).toBeUndefined();
  expect(refused('code', NUMBER)).toBe('card_code_needed');
  expect(refused('number_and_birth_day', NUMBER)).toBe('birth_day_needed');
  for (const accepts of ['number', 'code', 'number_and_birth_day'] as const)
    expect(refused(accepts, CODE)).toBeUndefined();
});
