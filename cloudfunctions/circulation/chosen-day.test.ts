import { rules } from '../../tests/builders/documents';
import { dayTooFar, dayTooSoon } from './chosen-day';

const today = '2026-11-22';
const tooFar = (dueOn: string, chosenDueDays: number | null) =>
  dayTooFar(dueOn, rules({ chosenDueDays }), today);

describe('a last day that staff choose', () => {
  it('is after today', () => {
    expect(dayTooSoon('2026-11-22', today)).toEqual([
      { code: 'due_date_not_later', dueOn: '2026-11-22', today },
    ]);
    expect(dayTooSoon('2026-11-23', today)).toEqual([]);
  });
  it('is no further off than the rules let a day be chosen', () => {
    expect(tooFar('2027-02-20', 90)).toEqual([]);
    expect(tooFar('2027-02-21', 90)).toEqual([
      { code: 'due_date_too_late', dueOn: '2027-02-21', latest: '2027-02-20' },
    ]);
    expect(tooFar('2099-12-31', null)).toEqual([]);
  });
  it('is half a year off at most where a library has said nothing', () => {
    expect(dayTooFar('2027-05-21', rules(), today)).toEqual([]);
    expect(dayTooFar('2027-05-22', rules(), today)).toMatchObject([{ latest: '2027-05-21' }]);
  });
  it('is not asked for where none is chosen', () =>
    expect([...dayTooSoon(undefined, today), ...dayTooFar(undefined, rules(), today)]).toEqual([]));
});
