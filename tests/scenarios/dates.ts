import { isOpen, nearestOpenDay } from '../../cloudfunctions/circulation/calendar';
import { endAfterClosure } from '../../cloudfunctions/circulation/closing-days';
import { loanEnd } from '../../cloudfunctions/circulation/due-date';
import { addDays, instantOf } from '../../cloudfunctions/kernel/local-date';
import { aBranch, anOpenLoan, closedDays, closedOn, rules } from '../builders/documents';
import { dueAfter, renewing, type Scenario } from './scenario';

const hours = { from: '09:00', to: '17:00' };
const koha = aBranch({
  weeklyHours: closedOn(0, 6),
  exceptions: {
    ...closedDays('2013-01-01', '2012-12-25', '2011-06-01', '2012-07-04'),
    '2012-11-11': { open: hours, why: '' },
  },
});
const invenio = aBranch({
  weeklyHours: closedOn(0, 6),
  exceptions: {
    ...closedDays('2000-01-03', '2000-01-04', '2000-01-05', '2000-01-24', '2000-01-27', '2000-01-28'),
    ...closedDays(...Array.from({ length: 14 }, (_, n) => addDays('2000-01-09', n))),
    '2000-01-29': { open: hours, why: '' },
    '2000-01-30': { open: hours, why: '' },
  },
});
const capped = (...closed: string[]) =>
  dueAfter('2012-12-20', 30, 'next_open_day', {
    branch: aBranch({ exceptions: closedDays(...closed) }),
    cardExpiresOn: '2013-01-01',
  });

export const dates: Scenario[] = [
  {
    id: 'F08',
    says: 'a renewal that would end on a closed Saturday ends on the Friday before',
    outcome: () =>
      renewing({
        loan: anOpenLoan({ checkedOutOn: '2019-01-25', dueOn: '2019-01-30' }),
        rules: rules({ renewalPeriod: { count: 3, unit: 'days' }, dueDateMode: 'previous_open_day' }),
        calendar: { branch: aBranch({ weeklyHours: closedOn(6) }), calendars: [] },
        today: '2019-01-28',
        now: instantOf('2019-01-28', '10:00'),
      }),
    expected: '2019-02-01',
  },
  {
    id: 'K01',
    says: 'ten plain days',
    outcome: () => dueAfter('2013-02-09', 10, 'plain'),
    expected: '2013-02-19',
  },
  {
    id: 'K04',
    says: 'five days that end on a closed day have no weekday to keep',
    outcome: () =>
      dueAfter('2013-02-09', 5, 'same_weekday', {
        branch: aBranch({ exceptions: closedDays('2013-02-14') }),
      }),
    expected: '2013-02-15',
  },
  {
    id: 'K07',
    says: 'weeks roll on over one closed Saturday after the other, for a loan and a renewal',
    outcome: () => {
      const branch = aBranch({ exceptions: closedDays('2013-02-16', '2013-02-23', '2013-03-02') });
      return [14, 7].map((days) => dueAfter('2013-02-09', days, 'same_weekday', { branch }));
    },
    expected: ['2013-03-09', '2013-03-09'],
  },
  {
    id: 'K10',
    says: 'the end of the card moves back from closed days where the calendar matters',
    outcome: () => [capped('2013-01-01'), capped('2013-01-01', '2012-12-31')],
    expected: ['2012-12-31', '2012-12-30'],
  },
  {
    id: 'K13',
    says: 'three hours from 14:00 are cut at closing, 16:00',
    outcome: () =>
      loanEnd(
        { on: '2026-11-22', at: instantOf('2026-11-22', '14:00') },
        { count: 3, unit: 'hours' },
        {
          rules: { dueDateMode: 'plain', endsAtClosing: true, endsAtOpening: false, capAtCardExpiry: true },
          branch: aBranch({ weeklyHours: Array.from({ length: 7 }, () => ({ from: '10:00', to: '16:00' })) }),
          calendars: [],
          cardExpiresOn: null,
        },
      ).dueAt,
    expected: instantOf('2026-11-22', '16:00'),
  },
  {
    id: 'I24',
    says: 'the next open day over closed runs and an opened weekend',
    outcome: () =>
      ['2000-01-01', '2000-01-06', '2000-01-09', '2000-01-27', '2000-01-30', '2000-02-05'].map((day) =>
        nearestOpenDay(invenio, [], day, 1),
      ),
    expected: ['2000-01-06', '2000-01-06', '2000-01-25', '2000-01-29', '2000-01-30', '2000-02-07'],
  },
  {
    id: 'K16',
    says: 'weekly, yearly and single closed days, and a Sunday that is open',
    outcome: () =>
      ['2012-11-24', '2012-11-26', '2013-01-01', '2011-06-01', '2011-06-02', '2012-11-11'].map((day) =>
        isOpen(koha, [], day),
      ),
    expected: [false, true, false, false, true, true],
  },
  {
    id: 'K19',
    says: 'seven days count open ones only, or only the last one matters',
    outcome: () => {
      const branch = aBranch({ weeklyHours: closedOn(0, 6) });
      return [
        dueAfter('2012-07-23', 7, 'open_days_only', { branch }),
        dueAfter('2012-07-23', 7, 'next_open_day', { branch }),
      ];
    },
    expected: ['2012-08-01', '2012-07-30'],
  },
  {
    id: 'R04',
    says: 'a loan whose last day is closed later gets a new one, others keep theirs',
    outcome: () => {
      const branch = aBranch({ exceptions: closedDays('2026-12-01') });
      return ['2026-12-01', '2026-12-02'].map(
        (dueOn) => endAfterClosure({ dueOn, dueAt: null }, { rules: rules(), branch, calendars: [] }).dueOn,
      );
    },
    expected: ['2026-12-02', '2026-12-02'],
  },
];
