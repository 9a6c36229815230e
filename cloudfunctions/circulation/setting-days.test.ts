import { closedMeanwhile, refusalsToClose, refusalsToOpen, refusalToReopen } from './setting-days';

const today = '2026-11-22';
const standing = { from: '2026-12-01', to: '2026-12-03', why: '整修' };
const closeCodes = (from: string, to: string) =>
  refusalsToClose({ from, to }, [], today).map(({ code }) => code);
const openCodes = (day: string) => refusalsToOpen(day, [], today).map(({ code }) => code);

describe('closing and opening days', () => {
  it('begins today at the earliest', () => {
    expect(closeCodes(today, today)).toEqual([]);
    expect(closeCodes('2026-11-21', today)).toEqual(['days_past']);
    expect(openCodes('2026-11-21')).toEqual(['days_past']);
  });
  it('ends within 400 days for a closure, within 800 for a day of its own hours', () => {
    expect(closeCodes('2027-12-27', '2027-12-27')).toEqual([]);
    expect(closeCodes('2027-12-27', '2027-12-28')).toEqual(['days_too_far']);
    expect(openCodes('2029-01-30')).toEqual([]);
    expect(openCodes('2029-01-31')).toEqual(['days_too_far']);
  });
  it('names every closure that stands there', () => {
    const both = [standing, { ...standing, why: '停电' }];
    expect(refusalsToClose(standing, both, today)).toEqual(
      both.map((closure) => ({ code: 'closure_overlaps', ...closure })),
    );
    expect(refusalsToOpen('2026-12-02', [standing], today)).toEqual([
      { code: 'closure_overlaps', ...standing },
    ]);
  });
  it('sees a day that somebody closed in between, and no day that was closed before', () => {
    const closed = { '2026-12-02': { open: null, why: '停电' } };
    expect(closedMeanwhile(standing, {}, closed)).toEqual({
      code: 'closure_overlaps',
      from: '2026-12-02',
      to: '2026-12-02',
      why: '停电',
    });
    expect(closedMeanwhile(standing, closed, closed)).toBeNull();
    expect(closedMeanwhile(standing, {}, {})).toBeNull();
  });
  it('is taken back up to the last day, and once', () => {
    const reopen = (status: 'moved' | 'moving' | 'undoing' | 'undone', to = standing.to) =>
      refusalToReopen({ ...standing, to, status }, today)?.code ?? null;
    expect([reopen('moved'), reopen('moving')]).toEqual([null, null]);
    expect([reopen('undoing'), reopen('undone')]).toEqual(['closure_busy', 'closure_busy']);
    expect([reopen('moved', today), reopen('moved', '2026-11-21')]).toEqual([null, 'days_past']);
  });
});
