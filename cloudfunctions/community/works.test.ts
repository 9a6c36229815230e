import * as fc from 'fast-check';
import type { CallDraft } from '../../typings/contract/works';
import type { WorkState } from '../../typings/contract/work-states';
import type { CallDocument, WorkDocument } from '../documents';
import {
  CALL_LIFE,
  WORK_LIFE,
  groupFor,
  isShown,
  phaseOf,
  refusalsOfCall,
  refusalsOfWork,
  refusalsToEnter,
  showsWorks,
  signedBy,
  stateAfterCall,
  stateAfterWork,
} from './works';

const OPENS = '2026-11-01T00:00:00.000Z';
const CLOSES = '2026-12-01T10:00:00.000Z';
const group = (id: string, minAge: number | null, maxAge: number | null) => ({
  id,
  name: id,
  minAge,
  maxAge,
});
const call = (changes: Partial<CallDocument> = {}): CallDocument => ({
  ...{ _id: 'c', kind: 'contest', title: '征文', about: [], opensAt: OPENS, closesAt: CLOSES },
  ...{ takes: 'text', longest: 100, pictures: 0, seconds: 60, groups: [group('all', null, null)] },
  ...{ criteria: [{ id: 'a', name: '立意', most: 10, weight: 1 }], dropExtremes: false, wideSpread: 20 },
  ...{ prizes: [], state: 'announced', why: '', judges: [], results: [], decidedAt: null },
  ...{ untold: false, version: 1 },
  ...changes,
});
const before = (at: string) => new Date(Date.parse(at) - 1).toISOString();
const SIGNATURE = { publish: true, signedAs: 'masked' as const, penName: '' };
const adult = { birthDate: '1990-01-01', standing: 'active' as const };

describe('a call', () => {
  it('is by its times what it is, to the moment', () => {
    const at = (now: string) => phaseOf(call(), now);
    expect([before(OPENS), OPENS, before(CLOSES), CLOSES].map(at)).toEqual([
      'coming',
      'open',
      'open',
      'judging',
    ]);
    expect(phaseOf(call({ kind: 'reading_aloud' }), CLOSES)).toBe('ended');
    expect(phaseOf(call({ state: 'draft' }), OPENS)).toBe('draft');
  });

  it('has a group for each age on the day of closing, or none', () => {
    const groups = [group('child', null, 17), group('adult', 18, null)];
    const of = (birthDate: string) => groupFor({ groups, closesAt: CLOSES }, birthDate)?.id;
    expect([of('2008-12-01'), of('2008-12-02')]).toEqual(['adult', 'child']);
    expect(groupFor({ groups: groups.slice(1), closesAt: CLOSES }, '2015-01-01')).toBeUndefined();
  });

  it.each([
    ['closes before it opens', { closesAt: OPENS }, ['closesAt']],
    ['has no group', { groups: [] }, ['groups']],
    ['has groups that overlap', { groups: [group('a', null, 12), group('b', 12, null)] }, ['groups']],
    ['has a group turned round', { groups: [group('a', 12, 6)] }, ['groups']],
    ['is judged by nothing', { criteria: [] }, ['criteria']],
    [
      'has prizes out of order',
      {
        prizes: [
          { name: '一', upTo: 3 },
          { name: '二', upTo: 3 },
        ],
      },
      ['prizes'],
    ],
    ['is a contest of recordings', { takes: 'recording' }, ['takes']],
    ['reads aloud without judges', { kind: 'reading_aloud', takes: 'recording', criteria: [] }, []],
    ['is whole', {}, []],
  ] as [string, Partial<CallDraft>, string[]][])('that %s', (_name, changes, fields) => {
    expect(refusalsOfCall(call(changes)).map((no) => ('field' in no ? no.field : no.code))).toEqual(fields);
  });

  it('is entered while it is open, by whom there is a group for and who does not judge', () => {
    const codes = (changes: Partial<CallDocument>, reader = adult, barred = false) =>
      refusalsToEnter(call(changes), { reader, barred }, before(CLOSES)).map(({ code }) => code);
    expect(codes({})).toEqual([]);
    expect(codes({ state: 'called_off' })).toEqual(['call_is']);
    expect(codes({}, adult, true)).toEqual(['judge_cannot_enter']);
    expect(codes({ groups: [group('child', null, 17)] })).toEqual(['no_group_for_age']);
  });

  it('whatever is done to it in whatever order: what is decided or off stays so', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('announce', 'decide', 'call_off' as const)), (acts) => {
        let state: CallDocument['state'] = 'draft';
        for (const act of acts) {
          const next = stateAfterCall(act, state);
          if (state === 'decided' || state === 'called_off') expect(next).toBeUndefined();
          state = next ?? state;
        }
      }),
    );
    expect(new Set(CALL_LIFE.map(({ to }) => to))).toEqual(new Set(['announced', 'decided', 'called_off']));
  });
});

describe('a work', () => {
  const refused = (changes: object, signature: object = {}, of: Partial<CallDocument> = {}) =>
    refusalsOfWork(
      call(of),
      { title: '题', text: '文', media: [], ...changes },
      { ...SIGNATURE, ...signature },
      { name: '林晓舟' },
    ).map((no) => ('what' in no ? no.what : no.code));

  it('has a title and what the call takes', () => {
    expect(refused({ title: ' ' })).toEqual(['title']);
    expect(refused({ text: '' })).toEqual(['text']);
    expect(refused({ text: '' }, {}, { takes: 'pictures' })).toEqual(['pictures']);
    expect(refused({ text: '', media: ['m'] }, {}, { takes: 'pictures' })).toEqual([]);
    expect(refused({ text: '' }, {}, { takes: 'recording', kind: 'reading_aloud' })).toEqual(['recording']);
    expect(refused({}, { signedAs: 'pen_name' })).toEqual(['pen_name']);
  });

  it('is as long as the call lets it, by characters', () => {
    expect(refused({ text: '𠮷'.repeat(100) })).toEqual([]);
    expect(refused({ text: '𠮷'.repeat(101) })).toEqual(['work_too_long']);
  });

  it('names its author where it is read aloud, and nowhere where it is judged', () => {
    expect(refused({ text: '我是林晓舟' })).toEqual(['work_names_author']);
    const aloud = { kind: 'reading_aloud' as const, takes: 'recording' as const };
    expect(refused({ title: '林晓舟读', media: ['m'] }, {}, aloud)).toEqual([]);
  });

  it('is signed as its reader chose', () => {
    const by = (signedAs: 'full' | 'masked' | 'pen_name') =>
      signedBy({ signedAs, penName: '小舟' }, '林晓舟');
    expect([by('full'), by('masked'), by('pen_name')]).toEqual(['林晓舟', '林＊＊', '小舟']);
  });

  it('is seen when it has passed and its reader wants it; of a contest once it is decided', () => {
    expect(showsWorks(call(), CLOSES)).toBe(false);
    expect(showsWorks(call({ state: 'decided' }), CLOSES)).toBe(true);
    expect(showsWorks(call({ kind: 'reading_aloud' }), OPENS)).toBe(true);
  });

  it('whatever is tried in whatever order: nobody sees what has not passed or is not wanted', () => {
    const ACTS = [...new Set(WORK_LIFE.map(({ act }) => act))];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ACTS), fc.boolean()), { maxLength: 30 }), (tried) => {
        let work: Pick<WorkDocument, 'state' | 'publish'> = { state: 'draft', publish: false };
        for (const [act, publish] of tried) {
          const state: WorkState | undefined = stateAfterWork(act, work.state);
          if (!state) continue;
          const passed = act === 'admit';
          work = { state, publish: act === 'send' ? publish : work.publish };
          expect(isShown(work)).toBe(passed && work.publish);
        }
      }),
    );
  });

  it('can be sent anew from every state, and is let in by nobody before it is sent', () => {
    const STATES: WorkState[] = ['draft', 'sent', 'admitted', 'returned', 'withdrawn'];
    expect(STATES.map((state) => stateAfterWork('send', state))).toEqual(STATES.map(() => 'sent'));
    expect(STATES.filter((state) => stateAfterWork('admit', state))).toEqual(['sent']);
  });
});
