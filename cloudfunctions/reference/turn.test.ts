import * as fc from 'fast-check';
import { answers, turnOf, turnsOf, type Librarian } from './turn';

const librarian = (id: string, given: Partial<Librarian> = {}): Librarian => ({
  id,
  skills: [],
  limit: 3,
  talks: 0,
  lastTakenAt: '',
  ...given,
});

describe('a question is the turn of', () => {
  it('who has fewest talks', () => {
    expect(turnOf('general', [librarian('a', { talks: 2 }), librarian('b', { talks: 1 })])).toBe('b');
  });

  it('who has rested longest, of those with as many', () => {
    const both = [librarian('a', { lastTakenAt: '2026-11-22T02:01' }), librarian('b', { lastTakenAt: '' })];
    expect(turnOf('general', both)).toBe('b');
  });

  it('who answers such questions: everything, where they named nothing', () => {
    const both = [librarian('a', { skills: ['children'] }), librarian('b', { talks: 2 })];
    expect([turnOf('research', both), turnOf('children', both)]).toEqual(['b', 'a']);
  });

  it('nobody, where all who answer it are full', () => {
    expect(turnOf('research', [librarian('a', { talks: 3 })])).toBeUndefined();
    expect(turnOf('research', [])).toBeUndefined();
  });
});

it('a queue is shared out so that nobody has two more than another, and nobody more than their limit', () => {
  const skill = fc.constantFrom('general' as const, 'research' as const);
  fc.assert(
    fc.property(fc.array(skill, { maxLength: 12 }), fc.integer({ min: 1, max: 4 }), (skills, count) => {
      const all = Array.from({ length: count }, (_, n) => librarian(`l${n}`));
      const queue = skills.map((each, n) => ({ talkId: `t${n}`, skill: each }));
      const turns = turnsOf(queue, all);
      const had = all.map(({ id }) => [...turns.values()].filter((turn) => turn === id).length);
      expect(Math.max(...had) - Math.min(...had)).toBeLessThanOrEqual(1);
      expect(Math.max(...had)).toBeLessThanOrEqual(3);
      expect(turns.size).toBe(Math.min(queue.length, 3 * count));
      for (const [talkId, id] of turns) {
        const asked = queue.find((each) => each.talkId === talkId)?.skill ?? 'general';
        expect(answers(all.find((each) => each.id === id) ?? all[0]!, asked)).toBe(true);
      }
    }),
  );
});
