import * as fc from 'fast-check';
import type { CallDocument, JudgeSheetDocument } from '../documents';
import {
  isBlind,
  missingMarks,
  ranking,
  refusalsOfPoints,
  refusalsToDecide,
  scoreOf,
  totalOf,
} from './judging';

const CRITERIA = [
  { id: 'idea', name: '立意', most: 10, weight: 60 },
  { id: 'words', name: '文笔', most: 5, weight: 40 },
];
const points = (idea: number, words: number) => ({ idea, words });
const mark = (idea: number, words: number, abstain = false) => ({
  ...{ points: points(idea, words), abstain },
  ...{ comment: '', at: '2026-12-02T00:00:00.000Z' },
});
const sheet = (judgeId: string, marks: JudgeSheetDocument['marks']): JudgeSheetDocument => ({
  ...{ _id: `c_${judgeId}`, callId: 'c', judgeId, closed: false, marks },
});
const call = {
  ...{ criteria: CRITERIA, dropExtremes: true, wideSpread: 20 },
  groups: [{ id: 'all', name: '全部', minAge: null, maxAge: null }],
  prizes: [
    { name: '一等奖', upTo: 1 },
    { name: '二等奖', upTo: 2 },
  ],
  judges: [
    { judgeId: 'a', openid: 'o-a', name: '甲' },
    { judgeId: 'b', openid: 'o-b', name: '乙' },
  ],
  state: 'announced',
} as CallDocument;
const work = (workId: string, group = 'all') => ({ workId, group, sent: null, state: 'admitted' as const });

describe('a mark', () => {
  it('is of a hundred, each criterion by its weight', () => {
    expect(totalOf(mark(10, 5), CRITERIA)).toBe(100);
    expect(totalOf(mark(5, 5), CRITERIA)).toBe(70);
    expect(totalOf(mark(0, 2.5), CRITERIA)).toBe(20);
    expect(totalOf(mark(0, 0, true), CRITERIA)).toBeNull();
  });

  it('gives every criterion points, from nothing to its most, in halves', () => {
    const wrong = (given: Record<string, number>) =>
      refusalsOfPoints({ points: given, abstain: false }, CRITERIA).map((no) => 'name' in no && no.name);
    expect(wrong(points(10, 4.5))).toEqual([]);
    expect(wrong(points(10.5, 4.2))).toEqual(['立意', '文笔']);
    expect(wrong({ idea: 3 })).toEqual(['文笔']);
    expect(refusalsOfPoints({ points: {}, abstain: true }, CRITERIA)).toEqual([]);
  });
});

describe('a score', () => {
  it('is the mean; of five and more without the highest and the lowest where the call says so', () => {
    expect(scoreOf([10, 50, 60, 70], true)).toBe(47.5);
    expect(scoreOf([10, 50, 60, 70, 100], true)).toBe(60);
    expect(scoreOf([10, 50, 60, 70, 100], false)).toBe(58);
  });

  it('lies between the lowest and the highest, and does not care for the order of judges', () => {
    const totals = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(totals, fc.boolean(), (given, drop) => {
        const score = scoreOf(given, drop);
        expect(score).toBeGreaterThanOrEqual(Math.min(...given));
        expect(score).toBeLessThanOrEqual(Math.max(...given));
        expect(scoreOf([...given].reverse(), drop)).toBe(score);
      }),
    );
  });
});

describe('a ranking', () => {
  it('shares ranks between equal scores, counts on behind them, and gives prizes by rank', () => {
    const sheets = [sheet('a', { w1: mark(8, 4), w2: mark(9, 5), w3: mark(8, 4), w4: mark(1, 1) })];
    const ranked = ranking(
      call,
      ['w1', 'w2', 'w3', 'w4'].map((id) => work(id)),
      sheets,
    );
    expect(ranked.map(({ workId, rank, prize }) => [workId, rank, prize])).toEqual([
      ['w2', 1, '一等奖'],
      ['w1', 2, '二等奖'],
      ['w3', 2, '二等奖'],
      ['w4', 4, ''],
    ]);
  });

  it('tells where judges are far apart, and leaves out what nobody marked', () => {
    const sheets = [sheet('a', { w1: mark(10, 5) }), sheet('b', { w1: mark(8, 4), w2: mark(0, 0, true) })];
    const ranked = ranking(call, [work('w1'), work('w2')], sheets);
    expect(ranked.map(({ workId, marks, spread, wide }) => [workId, marks, spread, wide])).toEqual([
      ['w1', [80, 100], 20, true],
    ]);
  });

  it('whatever the marks: in each group better scores stand before, ranks are 1 + how many are better', () => {
    const one = fc.record({ group: fc.constantFrom('all', 'other'), idea: fc.integer({ min: 0, max: 10 }) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (given) => {
        const works = given.map(({ group }, n) => work(`w${n}`, group));
        const marks = Object.fromEntries(given.map(({ idea }, n) => [`w${n}`, mark(idea, 0)]));
        const two = {
          ...call,
          groups: ['all', 'other'].map((id) => ({ id, name: id, minAge: null, maxAge: null })),
        };
        const ranked = ranking(two, works, [sheet('a', marks)]);
        expect(ranked).toHaveLength(given.length);
        for (const each of ranked) {
          const group = ranked.filter((other) => other.group === each.group);
          expect(each.rank).toBe(1 + group.filter(({ score }) => score > each.score).length);
        }
      }),
    );
  });
});

describe('the end', () => {
  it('waits for every judge, says who owes how many, and for works that nobody looked at', () => {
    const sheets = [sheet('a', { w1: mark(1, 1) }), sheet('b', {})];
    expect(missingMarks(call, [work('w1')], sheets)).toEqual([{ name: '乙', count: 1 }]);
    const waiting = { ...work('w2'), state: 'sent' as const };
    expect(refusalsToDecide(call, [work('w1'), waiting], sheets).map(({ code }) => code)).toEqual([
      'works_waiting',
      'marks_missing',
    ]);
    expect(refusalsToDecide({ ...call, judges: [] }, [], []).map(({ code }) => code)).toEqual([
      'no_judges',
      'no_works_to_rank',
    ]);
  });

  it('does not rank what everybody abstained from', () => {
    const sheets = ['a', 'b'].map((id) => sheet(id, { 'w-1abc': mark(0, 0, true) }));
    expect(refusalsToDecide(call, [work('w-1abc')], sheets)).toEqual([
      { code: 'work_without_marks', number: 'W1AB' },
    ]);
  });

  it('opens the eyes of judges who organise', () => {
    expect([isBlind(call, 'o-a'), isBlind(call, 'o-c')]).toEqual([true, false]);
    expect(isBlind({ ...call, state: 'decided' }, 'o-a')).toBe(false);
  });
});
