import type { Period } from '../../../typings/contract';
import { periodText, type Names, type Option, type RuleInput } from './rule-inputs';

/** A rule in the words of the people who decide it. */
export interface Words<T> {
  name: string;
  /** What it means, for somebody who meets it for the first time. */
  hint: string;
  /** What stands there when it is first given. */
  start: NonNullable<T>;
  inputs: RuleInput[];
  say: (value: NonNullable<T>, names: Names) => string;
}

/** A rule that may be null has a word for "none at all", and no other has. */
export type WordsFor<T> = Words<T> & (null extends T ? { none: string } : { none?: never });

export const orNone = <T>(none: string, words: Words<T>) => Object.assign(words, { none });

/** A rule that has one input and is its value. */
const single = <T>(
  name: string,
  hint: string,
  input: InputWithout<'path' | 'label'>,
  start: NonNullable<T>,
  say: Words<T>['say'],
): Words<T> => ({ name, hint, start, inputs: [Object.assign(input, { path: '', label: name })], say });

export const number = (name: string, unit: string, hint: string, start = 1) =>
  single<number>(name, hint, { kind: 'number', unit }, start, (value) => `${value} ${unit}`);

export const money = (name: string, hint: string, start = 0) =>
  single<number>(name, hint, { kind: 'yuan' }, start, yuanText);

const OF_A_LOAN: Period['unit'][] = ['days', 'months', 'hours'];

export const period = (name: string, hint: string, count = 30) =>
  single<Period>(name, hint, { kind: 'period', units: OF_A_LOAN }, { count, unit: 'days' }, periodText);

export const yesNo = (name: string, hint: string, yes = '是', no = '否') =>
  single<boolean>(name, hint, { kind: 'switch' }, true, (value) => (value ? yes : no));

export const choice = <T extends string>(
  name: string,
  hint: string,
  start: NoInfer<T>,
  named: Record<T, string>,
): Words<T> => {
  const options: Option[] = Object.entries<string>(named).map(([id, option]) => ({ id, name: option }));
  return single<T>(name, hint, { kind: 'choice', options }, start, (value) => nameIn(options, value));
};

type WithoutEach<Input, K extends string> = Input extends RuleInput ? Omit<Input, K> : never;
type InputWithout<K extends string> = WithoutEach<RuleInput, K>;
type Part = InputWithout<'path'>;

/** An input for every part of a value, in this order: a part without one does not compile. */
export const parts = <T extends object>(each: {
  [P in keyof T]-?: Part & (null extends T[P] ? { none: string } : unknown);
}): RuleInput[] => Object.entries<Part>(each).map(([path, part]) => Object.assign(part, { path }));

export function yuanText(fen: number): string {
  return `${fen / 100} 元`;
}

export function nameIn(options: Option[], id: string): string {
  return options.find((option) => option.id === id)?.name ?? id;
}
