import { instantOf } from '../kernel/local-date';
import { latenessText } from './lateness';

const byDay = { dueOn: '2026-11-20', dueAt: null };
const byHour = { dueOn: '2026-11-22', dueAt: instantOf('2026-11-22', '14:00') };
const backAt = (time: string, on = '2026-11-22') => ({ on, at: instantOf(on, time) });

describe('lateness in words', () => {
  it('is told in days for a loan of days', () => {
    expect(latenessText(byDay, { on: '2026-11-21' })).toBe('逾期 1 天');
    expect(latenessText(byDay, { on: '2026-11-20' })).toBe('');
  });
  it('is told in hours and minutes for a loan of hours, never as no days', () => {
    expect(latenessText(byHour, backAt('14:00'))).toBe('');
    expect(latenessText(byHour, backAt('14:01'))).toBe('逾期 1 分钟');
    expect(latenessText(byHour, backAt('14:59'))).toBe('逾期 59 分钟');
    expect(latenessText(byHour, backAt('15:00'))).toBe('逾期 1 小时');
    expect(latenessText(byHour, backAt('16:30'))).toBe('逾期 2 小时 30 分钟');
    expect(latenessText(byHour, backAt('14:30', '2026-11-23'))).toBe('逾期 1 天');
  });
});
