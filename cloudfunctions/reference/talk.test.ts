import type { TalkDocument } from '../documents';
import { addMinutes } from '../kernel/local-date';
import {
  inOrder,
  presentNow,
  refusalsOfStaff,
  refusalsToTakeBack,
  refusalsToTalk,
  stateAfterTalk,
  talkNow,
  waitingMinutes,
} from './talk';

const T0 = '2026-11-23T02:00:00.000Z';
const talk: TalkDocument = {
  _id: 'talk-1',
  readerId: 'reader-an',
  openid: 'o-an',
  skill: 'general',
  state: 'waiting',
  context: null,
  opening: '怎么续借？',
  askedAt: T0,
  first: false,
  waitsSince: T0,
  takenBy: '',
  takenByName: '',
  takenAt: '',
  invited: [],
  askedPlace: 1,
  secondsAPlace: null,
  lines: 1,
  gone: [],
  media: [],
  lastFrom: 'reader',
  lastReaderAt: T0,
  lastStaffAt: '',
  endedAt: '',
  faces: null,
};
const taken: TalkDocument = { ...talk, state: 'talking', waitsSince: '', takenBy: 'o-xu', takenAt: T0 };
const at = (minutes: number, changes: object = {}) => ({
  now: addMinutes(T0, minutes),
  open: true,
  present: new Set(['o-xu']),
  ...changes,
});

describe('a talk that waits', () => {
  it('waits for ten minutes, and is a message from then on', () => {
    expect(talkNow(talk, at(9)).state).toBe('waiting');
    expect(talkNow(talk, at(10))).toMatchObject({ state: 'left', waitsSince: '', opening: talk.opening });
  });
  it('is a message when the library closes, with its words kept', () => {
    expect(talkNow(talk, at(1, { open: false }))).toMatchObject({ state: 'left', lines: 1 });
  });
});

describe('a talk with a librarian', () => {
  it('goes back to the front after three minutes without a word, with its first arrival', () => {
    expect(talkNow(taken, at(2)).state).toBe('talking');
    expect(talkNow(taken, at(3))).toMatchObject({
      ...{ state: 'waiting', first: true, askedAt: T0, takenBy: '', waitsSince: addMinutes(T0, 3) },
    });
  });
  it('counts the silence from the take, not from a question of long ago', () => {
    const late = { ...taken, takenAt: addMinutes(T0, 60) };
    expect(talkNow(late, at(62)).state).toBe('talking');
    expect(talkNow(late, at(63)).state).toBe('waiting');
  });
  it('is given back at once when the librarian has gone and owes an answer', () => {
    expect(talkNow(taken, at(1, { present: new Set() })).state).toBe('waiting');
    const answered = { ...taken, lastFrom: 'staff' as const, lastStaffAt: T0 };
    expect(talkNow(answered, at(1, { present: new Set() })).state).toBe('talking');
  });
  it('is answered after ten minutes of the reader’s silence, and closed a day after that', () => {
    const said = { ...taken, lastFrom: 'staff' as const, lastStaffAt: addMinutes(T0, 1) };
    expect(talkNow(said, at(10)).state).toBe('talking');
    expect(talkNow(said, at(11))).toMatchObject({ state: 'answered', endedAt: addMinutes(T0, 11) });
    expect(talkNow(said, at(11 + 24 * 60)).state).toBe('closed');
  });
  it('that was given back after closing time is a message', () => {
    expect(talkNow(taken, at(3, { open: false })).state).toBe('left');
  });
});

describe('the queue', () => {
  it('has those who came back first, then by first arrival', () => {
    const second = { ...talk, _id: 'b', askedAt: addMinutes(T0, 1) };
    const back = { ...talk, _id: 'c', askedAt: addMinutes(T0, 5), first: true };
    expect(inOrder([second, talk, back]).map(({ _id }) => _id)).toEqual(['c', 'talk-1', 'b']);
  });
  it('tells a range from five samples on, none from four', () => {
    const four = [60, 120, 180, 240];
    expect(waitingMinutes(four, 1)).toBeNull();
    expect(waitingMinutes([...four, 300], 1)).toEqual({ from: 2, to: 4 });
    expect(waitingMinutes([...four, 300], 3)).toEqual({ from: 6, to: 12 });
    expect(waitingMinutes([5, 5, 5, 5, 5], 1)).toEqual({ from: 1, to: 2 });
  });
});

describe('what can be done', () => {
  it('nothing to a talk that is closed, and only a take to one that waits', () => {
    expect(refusalsToTalk('say', { ...talk, state: 'closed' })).toEqual([
      { code: 'talk_is', state: 'closed' },
    ]);
    expect(refusalsToTalk('say', { ...talk, state: 'answered' })).toEqual([]);
    expect(stateAfterTalk('say', 'answered')).toBe('waiting');
    expect(refusalsOfStaff('answer', talk, 'o-xu')).toEqual([{ code: 'talk_is', state: 'waiting' }]);
    expect(refusalsOfStaff('take', talk, 'o-xu')).toEqual([]);
  });
  it('only by who has it', () => {
    const other = { ...taken, takenByName: '许清' };
    expect(refusalsOfStaff('answer', other, 'o-han')).toEqual([{ code: 'talk_taken', by: '许清' }]);
    expect(refusalsOfStaff('answer', other, 'o-xu')).toEqual([]);
  });
  it('a word is taken back by who said it, for two minutes', () => {
    const line = { from: 'reader' as const, at: T0, takenBack: false };
    expect(refusalsToTakeBack(line, 'reader', addMinutes(T0, 1))).toEqual([]);
    expect(refusalsToTakeBack(line, 'reader', addMinutes(T0, 2))).toEqual([
      { code: 'words_too_old', minutes: 2 },
    ]);
    expect(refusalsToTakeBack(line, 'staff', T0)).toEqual([{ code: 'words_not_found' }]);
    expect(refusalsToTakeBack(null, 'reader', T0)).toEqual([{ code: 'words_not_found' }]);
    expect(refusalsToTakeBack({ ...line, takenBack: true }, 'reader', addMinutes(T0, 9))).toEqual([]);
  });
  it('who looked within the last while is there', () => {
    const one = { _id: 'o-xu', name: '许清', until: addMinutes(T0, 1), limit: 3 };
    expect([...presentNow([one], T0)]).toEqual(['o-xu']);
    expect([...presentNow([one], addMinutes(T0, 1))]).toEqual([]);
  });
});
