import fc from 'fast-check';
import type { FaceCountDocument } from '../documents';
import { addDays } from '../kernel/local-date';
import { noFaces, weekOf, withFace } from './faces';
import { facesOfLate, facesOfQuarter } from './faces-told';
import { periodsOf } from './periods';
import { answersIn, satisfiedBy } from './satisfied';
import { LEAST_ANSWERS } from './wilson';

/** Who reads every number that is published, on every day, and tries to learn what a few readers said. */

const FIRST = '2025-01-06';
const WEEKS = 60;

const aFace = fc.record({
  week: fc.nat(WEEKS - 1),
  service: fc.constantFrom('visit', 'visit', 'visit', 'talk', 'search'),
  branchId: fc.constantFrom('main', 'main', 'garden', ''),
  category: fc.constantFrom('adult', 'adult', 'child', 'senior'),
  face: fc.constantFrom('one', 'three', 'four', 'five'),
});

const weeksOf = (faces: readonly { week: number; face: string; [key: string]: unknown }[]) => {
  const weeks = new Map<string, FaceCountDocument>();
  for (const { week: at, face, ...place } of faces) {
    const week = addDays(FIRST, 7 * at);
    weeks.set(
      week,
      withFace(weeks.get(week) ?? noFaces(week), place as unknown as Parameters<typeof withFace>[1], {
        [face]: 1,
      }),
    );
  }
  return [...weeks.values()];
};

const aYear = fc.array(aFace, { minLength: 0, maxLength: 900 }).map(weeksOf);
/** As they stand on a day: what comes later is not there yet. */
const upTo = (faces: readonly FaceCountDocument[], today: string) =>
  faces.filter(({ week }) => week <= today);

test('the periods told on one day and on a later one differ by whole periods of thirty answers', () => {
  fc.assert(
    fc.property(aYear, fc.nat(WEEKS * 7), fc.nat(21), (faces, day, later) => {
      const [a, b] = [addDays(FIRST, day), addDays(FIRST, day + later)];
      const told = (on: string) =>
        new Map(
          periodsOf(upTo(faces, on), on).map(({ from, to, weeks }) => [
            `${from} ${to}`,
            answersIn(weeks.map(({ all }) => all)).answers,
          ]),
        );
      const [before, after] = [told(a), told(b)];
      // What was told stays as it was; what came is a period of its own.
      for (const [period, answers] of before) expect(after.get(period)).toBe(answers);
      for (const answers of after.values()) expect(answers).toBeGreaterThanOrEqual(LEAST_ANSWERS);
    }),
    { numRuns: Number(process.env.HISTORIES ?? 40) },
  );
});

test("the director's rate is of whole periods alone", () => {
  fc.assert(
    fc.property(aYear, fc.nat(WEEKS * 7), (faces, day) => {
      const today = addDays(FIRST, day);
      const from = addDays(weekOf(today), -7 * 13);
      const whole = periodsOf(upTo(faces, today), today).filter((period) => period.from >= from);
      const { answers, rate } = facesOfLate(upTo(faces, today), today);
      const all = whole.flatMap(({ weeks }) => weeks.map((week) => week.all));
      if (whole.length === 0) expect(rate).toBeNull();
      else expect(answers).toBe(answersIn(all).answers);
    }),
    { numRuns: Number(process.env.HISTORIES ?? 40) },
  );
});

test('what is withheld of a breakdown holds thirty answers or none, by every way of taking the rest from the whole', () => {
  fc.assert(
    fc.property(aYear, (faces) => {
      const today = addDays(FIRST, WEEKS * 7);
      for (const quarter of facesOfQuarter(faces, today).quarters) {
        const told = facesOfQuarter(faces, today, quarter);
        for (const parts of [told.byService, told.byBranch, told.byCategory]) {
          const shown = parts.reduce((sum, { answers }) => sum + (answers ?? 0), 0);
          const rest = told.all.answers - shown;
          expect(rest === 0 || rest >= LEAST_ANSWERS).toBe(true);
          expect(parts.filter(({ answers }) => answers === null).length).not.toBe(1);
          for (const { answers } of parts) expect(answers === null || answers >= LEAST_ANSWERS).toBe(true);
        }
      }
    }),
    { numRuns: Number(process.env.HISTORIES ?? 40) },
  );
});

test('a breakdown of a quarter stays as it was first told', () => {
  fc.assert(
    fc.property(aYear, fc.nat(WEEKS * 7), fc.nat(90), (faces, day, later) => {
      const [a, b] = [addDays(FIRST, day), addDays(FIRST, day + later)];
      const before = facesOfQuarter(upTo(faces, a), a);
      if (!before.quarter) return;
      const after = facesOfQuarter(upTo(faces, b), b, before.quarter);
      expect([after.all, after.byService, after.byBranch, after.byCategory]).toEqual([
        before.all,
        before.byService,
        before.byBranch,
        before.byCategory,
      ]);
    }),
    { numRuns: Number(process.env.HISTORIES ?? 40) },
  );
});

test('two small parts are not told as the rest of the whole either', () => {
  const sums = (key: string, four: number) => ({ key, one: 0, two: 0, three: 0, four, five: 0 });
  const parts = satisfiedBy([sums('a', 100), sums('b', 40), sums('c', 1), sums('d', 1)], ({ key }) => key);
  expect(parts.filter(({ answers }) => answers === null).map(({ key }) => key)).toEqual(['b', 'c', 'd']);
});
