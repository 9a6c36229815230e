import { sendingTime } from './sending-time';

/** Library time of 22 November 2026, as a moment. */
const at = (time: string, day = '2026-11-22'): string => new Date(`${day}T${time}:00+08:00`).toISOString();
const times = { quiet: { from: '22:00', to: '08:00' }, digestAt: '18:30' };

describe('a message that has its time', () => {
  it('goes at once by day', () => expect(sendingTime({}, times, at('21:59'))).toBe(at('21:59')));
  it('waits for the morning after, over midnight', () => {
    expect(sendingTime({}, times, at('22:00'))).toBe(at('08:00', '2026-11-23'));
    expect(sendingTime({}, times, at('07:59'))).toBe(at('08:00'));
    expect(sendingTime({}, times, at('08:00'))).toBe(at('08:00'));
  });
  it('knows quiet hours within a day, and none', () => {
    const noon = { ...times, quiet: { from: '12:00', to: '14:00' } };
    expect(sendingTime({}, noon, at('13:00'))).toBe(at('14:00'));
    expect(sendingTime({}, noon, at('23:30'))).toBe(at('23:30'));
    expect(sendingTime({}, { ...times, quiet: null }, at('03:00'))).toBe(at('03:00'));
  });
  it('goes in the night where it cannot wait at all', () =>
    expect(sendingTime({ urgent: true, waits: true }, times, at('23:30'))).toBe(at('23:30')));
});

describe('a message that can wait', () => {
  it('waits for the hour of the day that the reader chose, and after it for the next day', () => {
    expect(sendingTime({ waits: true }, times, at('09:00'))).toBe(at('18:30'));
    expect(sendingTime({ waits: true }, times, at('18:30'))).toBe(at('18:30'));
    expect(sendingTime({ waits: true }, times, at('18:31'))).toBe(at('18:30', '2026-11-23'));
  });
  it('goes at its hour even where that is a quiet one', () =>
    expect(sendingTime({ waits: true, gathered: true }, times, at('22:30'))).toBe(at('22:30')));
  it('is like any other for who wants no such hour', () => {
    const each = { ...times, digestAt: null };
    expect(sendingTime({ waits: true }, each, at('09:00'))).toBe(at('09:00'));
    expect(sendingTime({ waits: true }, each, at('23:00'))).toBe(at('08:00', '2026-11-23'));
  });
});
