import { aBranch, closedDays } from '../../tests/builders/documents';
import { loanEnd } from './due-date';
import { instantOf } from '../kernel/local-date';
import { DEFAULT_RULES } from './rules';

const TERMS = ['01-15', '07-10'];
const end = (
  on: string,
  fixedEnd: { days: string[]; exactly: boolean } | null,
  {
    count = 30,
    unit = 'days' as 'days' | 'hours',
    closed = [] as string[],
    mode = 'plain' as const,
    card = '',
  } = {},
) =>
  loanEnd(
    { on, at: instantOf(on, '10:00') },
    { count, unit },
    {
      rules: { ...DEFAULT_RULES, dueDateMode: mode, fixedEnd },
      branch: aBranch({ exceptions: closedDays(...closed) }),
      calendars: [],
      cardExpiresOn: card || null,
    },
  );

describe('a loan that ends on a fixed day', () => {
  it('ends on it at the latest, and earlier by its period', () => {
    const latest = { days: TERMS, exactly: false };
    expect(end('2026-12-15', latest).dueOn).toBe('2027-01-14');
    expect(end('2026-12-16', latest).dueOn).toBe('2027-01-15');
    expect(end('2027-01-10', latest).dueOn).toBe('2027-01-15');
    expect(end('2027-01-15', latest).dueOn).toBe('2027-02-14');
  });
  it('ends on the next of them exactly, whatever its period', () => {
    const exactly = { days: TERMS, exactly: true };
    expect(end('2026-11-22', exactly).dueOn).toBe('2027-01-15');
    expect(end('2027-01-14', exactly).dueOn).toBe('2027-01-15');
    expect(end('2027-01-15', exactly).dueOn).toBe('2027-07-10');
    expect(end('2026-11-22', { days: ['2026-12-24'], exactly: true }).dueOn).toBe('2026-12-24');
  });
  it('goes by its period when none of them is still to come', () => {
    expect(end('2026-11-22', { days: ['2026-06-30'], exactly: true }).dueOn).toBe('2026-12-22');
    expect(end('2026-11-22', null).dueOn).toBe('2026-12-22');
  });
  it('moves off a closed day as the rules say, and never past it where it is the latest', () => {
    const mode = { closed: ['2027-01-15'], mode: 'next_open_day' as never };
    expect(end('2026-11-22', { days: TERMS, exactly: true }, mode).dueOn).toBe('2027-01-16');
    expect(end('2027-01-01', { days: TERMS, exactly: false }, mode).dueOn).toBe('2027-01-14');
    const back = { closed: ['2027-01-15'], mode: 'previous_open_day' as never };
    expect(end('2026-11-22', { days: TERMS, exactly: true }, back).dueOn).toBe('2027-01-14');
  });
  it('ends with the card all the same, and does not bind loans by the hour', () => {
    expect(end('2026-11-22', { days: TERMS, exactly: true }, { card: '2026-12-31' }).dueOn).toBe(
      '2026-12-31',
    );
    expect(end('2026-11-22', { days: TERMS, exactly: true }, { count: 2, unit: 'hours' }).dueAt).toBe(
      instantOf('2026-11-22', '12:00'),
    );
  });
  it('ends on the 28th of a short February that is named by its 29th', () =>
    expect(end('2027-02-01', { days: ['02-29'], exactly: true }).dueOn).toBe('2027-02-28'));
});
