import type { Satisfied, SatisfiedPart } from '../../typings/contract/figures';
import type { FaceSums } from '../documents';
import { LEAST_ANSWERS, wilson } from './wilson';

/** Satisfied is who gives one of the two best faces. */
export const answersIn = (counts: readonly FaceSums[]): { answers: number; satisfied: number } => ({
  answers: sum(counts, (each) => each.one + each.two + each.three + each.four + each.five),
  satisfied: sum(counts, (each) => each.four + each.five),
});

const sum = <T>(list: readonly T[], of: (each: T) => number): number =>
  list.reduce((total, each) => total + of(each), 0);

/** The rate with its interval, or that there are too few to say. */
export const satisfied = (counts: readonly FaceSums[]): Satisfied => {
  const { answers, satisfied: successes } = answersIn(counts);
  return answers < LEAST_ANSWERS ? { answers, rate: null } : { answers, rate: wilson(successes, answers) };
};

/**
 * The parts of a whole. A part that is too small is withheld; where one alone is, or where all that are hold
 * too few together, what they hold would follow from the whole: then the smallest of the others are withheld
 * with them. None of them says how many there are.
 */
export function satisfiedBy<T extends FaceSums>(
  counts: readonly T[],
  keyOf: (count: T) => string,
): SatisfiedPart[] {
  const groups = new Map<string, T[]>();
  for (const count of counts) groups.set(keyOf(count), [...(groups.get(keyOf(count)) ?? []), count]);
  const parts = [...groups]
    .map(([key, list]) => ({ key, ...satisfied(list) }))
    .sort((a, b) => a.answers - b.answers);
  const withheld = new Set(parts.filter(({ rate }) => rate === null).map(({ key }) => key));
  const hidden = (): number => sum(parts, ({ key, answers }) => (withheld.has(key) ? answers : 0));
  for (const { key } of parts) {
    if (withheld.size === 0 || (withheld.size > 1 && hidden() >= LEAST_ANSWERS)) break;
    withheld.add(key);
  }
  return parts
    .map(({ key, answers, rate }) =>
      withheld.has(key) ? { key, answers: null, rate: null } : { key, answers, rate },
    )
    .sort((a, b) => (b.answers ?? 0) - (a.answers ?? 0) || (a.key < b.key ? -1 : 1));
}
