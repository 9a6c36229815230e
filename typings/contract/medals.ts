import type { LocalDate } from './shapes';

/** What a result was worth. It follows from the result, and stands nowhere else. */
export interface Medal {
  kind: 'quiz' | 'challenge';
  title: string;
  /** Of a challenge: for so many days; 0 of a quiz. */
  step: number;
  on: LocalDate;
}

export interface MedalsApi {
  /** One's own, newest first. */
  'medals.mine'(input: Record<string, never>): { list: Medal[] };
}
