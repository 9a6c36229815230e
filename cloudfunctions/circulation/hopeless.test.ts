import { aWaitingHold, anItem } from '../../tests/builders/documents';
import { markHopeless } from './hopeless';

const TODAY = '2026-11-22';
const everybody = () => true;
const mark = (
  holds: Parameters<typeof markHopeless>[0],
  items: Parameters<typeof markHopeless>[1],
  mayTake: Parameters<typeof markHopeless>[2] = everybody,
) => markHopeless(holds, items, mayTake, TODAY);
const waits = aWaitingHold('reader-1');
const lost = anItem({ status: 'lost' });

describe('a hold that nothing can serve any more', () => {
  it('is marked with the day: its copies are lost, or not lent to such readers, or not the one it wants', () => {
    expect(mark([waits], [lost]).queue[0]?.hopelessSince).toBe(TODAY);
    expect(mark([waits], []).fresh).toHaveLength(1);
    expect(mark([waits], [anItem()], () => false).fresh).toHaveLength(1);
    expect(mark([{ ...waits, wants: 'other' }], [anItem()]).fresh).toHaveLength(1);
  });

  it('is not marked while a copy could come, lent or not, nor once one is found for it', () => {
    const on = [anItem({ status: 'on_loan' })];
    expect(mark([waits], on)).toMatchObject({ fresh: [], changed: false });
    expect(mark([{ ...waits, barcode: 'copy-9' }], [lost]).changed).toBe(false);
  });

  it('keeps the day of its mark, is told once, and loses the mark when a copy could come again', () => {
    const marked = { ...waits, hopelessSince: '2026-11-01' };
    expect(mark([marked], [lost])).toEqual({ queue: [marked], fresh: [], changed: false });
    const again = mark([marked], [anItem()]);
    expect([again.changed, again.queue]).toEqual([true, [waits]]);
  });
});
