import type { Refusal } from '../../typings/contract';
import type { Answers } from '../components/ask-sheet/fields';
import type { Asking } from './asking';
import type { Outcome } from './call';
import type { RefusalLine } from './refusals';

/** What a sheet asks for before something is done. Left out, heading and button say the words of the act. */
export type Sheet = Pick<Asking, 'fields'> & Partial<Pick<Asking, 'heading' | 'note' | 'confirm'>>;

/** A plain yes or no before something is done that cannot be taken back. */
export interface Sure {
  title: string;
  content?: string;
  yes: string;
  no: string;
}

/**
 * Something that can be done to a thing (a reader, a copy, a list), as a value. The part `acts` of a page
 * runs it.
 */
export interface Act<Facts, Value> {
  /** What its button says. */
  words: string;
  /** What is asked first; undefined where nothing needs asking about these facts. */
  sheet?(facts: Facts): Sheet | undefined | Promise<Sheet | undefined>;
  /** Whether it is meant, where a sheet would ask nothing. */
  sure?(facts: Facts): Sure;
  /** What the sheet itself sees that cannot be right: it is said there, and nothing is sent. */
  wrong?(answers: Answers): RefusalLine | undefined;
  /** Refused for want of something that the sheet did not ask for: the sheet that asks for that too. */
  again?(refusals: Refusal[], answers: Answers): Sheet | undefined;
  run(facts: Facts, answers: Answers): Promise<Outcome<Value>>;
  /**
   * Of an act that asked nothing: the sheet that sets a no aside, where that may be done. Then `run` has its
   * answers.
   */
  override?(refusals: Refusal[], facts: Facts): Sheet | undefined;
  /** What a toast says when it went through. */
  done?(value: Value): string;
}

/** All that can be done to one kind of thing, by name. */
export type ActTable<Facts> = Record<string, Act<Facts, unknown>>;

/**
 * `actsOn<DeskReader>()({ block: { … }, … })`: a table of acts on the same facts; each keeps the type of its
 * answer.
 */
export function actsOn<Facts>() {
  return <Table extends ActTable<Facts>>(table: Table & Said<Table>): Table => table;
}

/** What `done` says is said of what `run` answers. */
type Said<Table extends ActTable<never>> = {
  [K in keyof Table]: { done?(value: ValueOf<ReturnType<Table[K]['run']>>): string };
};

/** What became of an act: its name, what the library answered and what it was done to. */
export type Acted<Facts, Table extends ActTable<Facts>> = {
  [K in keyof Table]: { id: K; value: ValueOf<ReturnType<Table[K]['run']>>; facts: Facts; answers: Answers };
}[keyof Table];

type ValueOf<Run> =
  Run extends Promise<infer O> ? (O extends { kind: 'value'; value: infer V } ? V : never) : never;
