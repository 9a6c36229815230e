import fc from 'fast-check';
import type { QuizQuestionDocument } from '../documents';
import { canChoose, drawnQuestions, faultOfQuestion, isRight, marked, onPaper } from './quiz-paper';

const question = (changes: Partial<QuizQuestionDocument> = {}) => ({
  _id: 'q1',
  kind: 'single' as const,
  text: '云溪有几座桥？',
  choices: ['一', '二', '三', '四'],
  right: [2],
  why: '数过。',
  ...changes,
});
const bank = Array.from({ length: 40 }, (_, n) => `q${n}`);

describe('a paper', () => {
  it('is the same for the same seed, in whatever order the bank is told', () => {
    const drawn = drawnQuestions('seed', bank, 10);
    expect(drawn).toEqual(drawnQuestions('seed', [...bank].reverse(), 10));
    expect(new Set(drawn).size).toBe(10);
    expect(drawn).not.toEqual(drawnQuestions('another', bank, 10));
    expect(onPaper('seed', question())).toEqual(onPaper('seed', question()));
  });

  it('has no more questions than the bank', () =>
    expect(drawnQuestions('seed', ['a', 'b'], 5)).toHaveLength(2));

  it('draws every question about equally often', () => {
    const times = new Map<string, number>();
    for (let n = 0; n < 4000; n++)
      for (const id of drawnQuestions(`seed ${n}`, bank, 10)) times.set(id, (times.get(id) ?? 0) + 1);
    // 1,000 each, give or take four standard deviations.
    for (const id of bank) expect(Math.abs((times.get(id) ?? 0) - 1000)).toBeLessThan(110);
  });

  it('knows what is right wherever the choices were moved', () => {
    fc.assert(
      fc.property(fc.string(), fc.subarray([0, 1, 2, 3], { minLength: 1 }), (seed, right) => {
        const paper = onPaper(seed, question({ kind: 'multiple', right }));
        const words = paper.right.map((place) => paper.choices[place]);
        expect(new Set(words)).toEqual(new Set(right.map((place) => question().choices[place])));
        expect([...paper.choices].sort()).toEqual([...question().choices].sort());
        expect(isRight(paper, paper.right)).toBe(true);
      }),
    );
  });

  it('keeps 对 before 错', () => {
    const paper = onPaper('any', question({ kind: 'true_false', choices: ['对', '错'], right: [1] }));
    expect(paper).toMatchObject({ choices: ['对', '错'], right: [1] });
  });
});

describe('an answer', () => {
  it('to a question with several right choices counts whole or not at all', () => {
    expect(isRight({ right: [0, 2] }, [2, 0])).toBe(true);
    expect(isRight({ right: [0, 2] }, [0])).toBe(false);
    expect(isRight({ right: [0, 2] }, [0, 1, 2])).toBe(false);
    expect(isRight({ right: [0] }, [])).toBe(false);
  });

  it('counts the points of each', () => {
    const questions = ['a', 'b'].map((questionId) => ({ ...onPaper('s', question()), questionId }));
    const right = questions[0]?.right ?? [];
    expect(marked({ questions, pointsEach: 5 }, [right, []])).toMatchObject({ score: 5, rightOnes: ['a'] });
  });

  it('names places that are there, one of a single choice', () => {
    const single = { kind: 'single' as const, choices: ['一', '二'] };
    expect(canChoose(single, [1])).toBe(true);
    expect(canChoose(single, [])).toBe(true);
    expect(canChoose(single, [2])).toBe(false);
    expect(canChoose(single, [0, 1])).toBe(false);
    expect(canChoose({ ...single, kind: 'multiple' }, [0, 1])).toBe(true);
    expect(canChoose({ ...single, kind: 'multiple' }, [1, 1])).toBe(false);
  });
});

test.each([
  ['one choice', { choices: ['一'] }, 'choices'],
  ['the same choice twice', { choices: ['一', '一'], right: [0] }, 'twice'],
  ['nothing right', { right: [] }, 'right'],
  ['two right of a single choice', { right: [0, 1] }, 'right'],
  ['one right of several', { kind: 'multiple' as const }, 'right'],
  ['a right one that is not there', { right: [4] }, 'right'],
  [
    'three choices of true and false',
    { kind: 'true_false' as const, choices: ['对', '错', '也许'] },
    'choices',
  ],
  ['nothing', {}, undefined],
])('%s is wrong with a question', (_what, changes, fault) => {
  expect(faultOfQuestion(question(changes))).toBe(fault);
});
