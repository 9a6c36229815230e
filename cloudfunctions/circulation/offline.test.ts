import { laterEvent, scanTooOld } from './offline';

describe('a scan made without network', () => {
  const at = '2026-11-22T02:00:00.000Z';
  it('counts for a week, by days', () => {
    expect(scanTooOld('2026-11-15T02:00:00.000Z', at)).toBeNull();
    expect(scanTooOld('2026-11-14T15:59:59.000Z', at)).toMatchObject({ code: 'scan_too_old', mostDays: 7 });
    expect(scanTooOld(at, at)).toBeNull();
  });
  it('counts unless something happened to the copy after it', () => {
    const changed = (changedAt: string) => laterEvent({ changedAt, status: 'on_loan' }, at);
    expect(changed('2026-11-22T01:59:59.999Z')).toBeNull();
    expect(changed(at)).toBeNull();
    expect(changed('2026-11-22T02:00:00.001Z')).toEqual({
      code: 'later_event',
      at: '2026-11-22T02:00:00.001Z',
      what: 'on_loan',
    });
  });
});
