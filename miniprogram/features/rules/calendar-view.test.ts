import type { CalendarDay, ClosureRow } from '../../../typings/contract';
import {
  branchHere,
  briefHours,
  closureLines,
  daySheet,
  monthAfter,
  monthView,
  previewOf,
  span,
  stillMoving,
  timesOf,
} from './calendar-view';

jest.mock('../../lib/session', () => ({ libraryToday: () => '2026-11-22' }));

const TODAY = '2026-11-22';
const aDay = (changes: Partial<CalendarDay> = {}): CalendarDay => ({
  date: '2026-11-23',
  hours: '09:00–21:00',
  why: '',
  kind: 'week',
  ...changes,
});
const aClosure = (changes: Partial<ClosureRow> = {}): ClosureRow => ({
  closureId: 'c',
  branchId: 'main',
  branchName: '总馆',
  from: '2026-11-25',
  to: '2026-11-25',
  why: '供电检修',
  staffName: '许清',
  at: '2026-11-22T02:00:00.000Z',
  status: 'moved',
  weekly: false,
  undoUntil: changes.to ?? '2026-11-25',
  loansMoved: 3,
  holdsMoved: 1,
  ...changes,
});

describe('a month', () => {
  it('begins its weeks on Monday', () => {
    expect(monthView('2026-11', [aDay({ date: '2026-11-01' })], TODAY).blanks).toHaveLength(6);
    expect(monthView('2026-06', [aDay({ date: '2026-06-01' })], TODAY).blanks).toHaveLength(0);
  });

  it('says by words what it says by colour', () => {
    const { cells } = monthView(
      '2026-11',
      [
        aDay({ date: TODAY }),
        aDay({ hours: '', why: '每周闭馆' }),
        aDay({ hours: '10:00–16:30', why: '年会', kind: 'exception' }),
        aDay({ hours: '', why: '国庆节', kind: 'holiday' }),
      ],
      TODAY,
    );
    expect(cells.map(({ tone, word, holiday }) => [tone, word, holiday])).toEqual([
      ['open', '9–21', ''],
      ['closed', '闭馆', ''],
      ['other', '10–16:30', ''],
      ['closed', '闭馆', '假'],
    ]);
    expect(cells[0]?.today).toBe(true);
    expect(cells[1]?.label).toBe('11月23日 周一，闭馆，每周闭馆');
  });

  it('turns over the end of a year', () => {
    expect([monthAfter('2026-12', 1), monthAfter('2027-01', -1), monthAfter('2026-03', 1)]).toEqual([
      '2027-01',
      '2026-12',
      '2026-04',
    ]);
  });

  it('keeps only what fits of the hours', () => {
    expect(briefHours('09:30–21:00')).toBe('9:30–21');
    expect(briefHours('09:00–12:00，14:00–17:30')).toBe('9–17:30');
  });
});

describe('a day', () => {
  it('says whether it is open, why, and whether that is its own', () => {
    expect(daySheet(aDay({ hours: '', why: '年会', kind: 'exception' }), TODAY)).toEqual({
      date: '2026-11-23',
      title: '11月23日 周一',
      state: '闭馆',
      why: '年会',
      closed: true,
      own: true,
      past: false,
    });
    expect(daySheet(aDay({ date: '2026-11-21' }), TODAY)).toMatchObject({
      state: '开放 09:00–21:00',
      closed: false,
      own: false,
      past: true,
    });
  });

  it('is opened with its hours, or with usual ones when it is closed', () => {
    expect(timesOf('09:00–21:00')).toEqual({ openFrom: '09:00', openTo: '21:00' });
    expect(timesOf('')).toEqual({ openFrom: '10:00', openTo: '16:00' });
  });
});

describe('a closure', () => {
  it('ends on its first day or later', () => {
    expect(span('2026-11-25', '2026-11-23')).toEqual({ from: '2026-11-25', to: '2026-11-25' });
    expect(span('2026-11-25', '2026-11-27')).toEqual({ from: '2026-11-25', to: '2026-11-27' });
  });

  it('says beforehand what it moves, and leaves out what it does not', () => {
    const moving = { loans: 0, holds: 0, nextOpenDay: '2026-11-26', refusals: [] };
    const said = (changes: object) => previewOf({ ...moving, ...changes }, TODAY).preview;
    expect(said({})).toBe('这几天没有到期的借阅，也没有待取的预约。');
    expect(said({ loans: 3 })).toMatch(
      /^会顺延 3 册借阅的到期日（多数到 11月26日.*），并给每位读者发一次通知。$/,
    );
    expect(said({ holds: 2 })).toBe('会顺延 2 本待取预约的取书日，并给每位读者发一次通知。');
  });

  it('may be taken back while its last day is not over and nobody has taken it back', () => {
    const can = (changes: Partial<ClosureRow>) => closureLines([aClosure(changes)], TODAY)[0]?.canUndo;
    expect(can({})).toBe(true);
    expect(can({ status: 'moving' })).toBe(true);
    expect(can({ status: 'undoing' })).toBe(false);
    expect(can({ from: '2026-11-20', to: '2026-11-21' })).toBe(false);
    expect(can({ from: '2026-11-20', to: TODAY })).toBe(true);
  });

  it('is looked at again while dates are being moved', () => {
    expect(stillMoving([aClosure(), aClosure({ status: 'undone' })])).toBe(false);
    expect(stillMoving([aClosure({ status: 'undoing' })])).toBe(true);
    expect(closureLines([aClosure({ status: 'moving', loansMoved: 0, holdsMoved: 0 })], TODAY)).toMatchObject(
      [{ numbers: '一两分钟后可以看到顺延了多少' }],
    );
  });
});

test('the calendar opens with the branch where staff work, or the first', () => {
  const branches = [{ id: 'main' }, { id: 'children' }];
  expect([branchHere(branches, 'children'), branchHere(branches, 'gone'), branchHere([], 'main')]).toEqual([
    'children',
    'main',
    '',
  ]);
});
