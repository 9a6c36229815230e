import { refusalsToRegister } from './registering';

const event = {
  cancelled: false,
  opensAt: '2026-11-01T00:00:00.000Z',
  closesAt: '2026-11-28T00:00:00.000Z',
  quota: 2,
  registered: 1,
};
const during = '2026-11-22T02:00:00.000Z';
const codes = (changes: Partial<typeof event>, isRegistered = false, now = during) =>
  refusalsToRegister({ ...event, ...changes }, isRegistered, now).map(({ code }) => code);

describe('registering for an event', () => {
  it('is possible while it is open and a place is left', () => expect(codes({})).toEqual([]));
  it('opens at its moment, and has ended at the moment of its end', () => {
    expect(codes({}, false, '2026-10-31T23:59:59.999Z')).toEqual(['registration_not_open']);
    expect(codes({}, false, event.opensAt)).toEqual([]);
    expect(codes({}, false, event.closesAt)).toEqual(['registration_closed']);
  });
  it('ends with the last place', () => expect(codes({ registered: 2 })).toEqual(['event_full']));
  it('tells somebody who has a place of it, whatever else holds', () =>
    expect(codes({ registered: 2 }, true, event.closesAt)).toEqual(['already_registered']));
  it('is over when the event is cancelled', () =>
    expect(codes({ cancelled: true }, true)).toEqual(['event_cancelled']));
});
