import type * as v from 'valibot';
import type { Action, ActionOf, Feature, InputOf, OutputOf, StaffAction } from '../../typings/contract';
import type { Refusal } from '../../typings/contract/refusals';
import type { OperationDocument } from '../documents';
import type { Context, StaffContext } from './context';
import type { Transaction } from './database';
import type { Decision } from './refusal';
import type { RoleAsked } from './roles';
import type { Schema } from './validate';

/**
 * What every operation says of itself. `reading` and `writing` make them and hold them to the contract of
 * their action.
 */
interface Named<A extends Action> {
  action: A;
  /** Of a staff operation: who may ask. */
  role?: RoleAsked;
  /** Of every other one: anybody inside WeChat, or who has a card linked. */
  caller?: CallerAsked;
  schema: Schema<unknown>;
}

/** Looks and answers. */
interface Reading<A extends Action = Action, in C extends Context = Context> extends Named<A> {
  kind: 'reading';
  run(context: C, input: unknown): Promise<Decision<unknown>>;
}

/** Changes something: in one transaction with its log line, whose id makes a repeat answer as before. */
export interface Writing<A extends Action = Action, in C extends Context = Context> extends Named<A> {
  kind: 'writing';
  looksFirst?: true;
  prepare?(context: C, input: unknown): Promise<unknown>;
  run(context: C, input: unknown, transaction: Transaction, found: unknown): Promise<Changed<unknown>>;
  afterwards?(context: C, input: unknown, value: unknown): Promise<void>;
}

export type Operation<A extends Action = Action, C extends Context = Context> = Reading<A, C> | Writing<A, C>;

/** What the operation log tells about a change. */
export interface LogLine {
  /** In the library's own words; it stays, so it names nobody and quotes nothing. */
  outcome: string;
  /** In the words of whoever did it, names and cards; forgotten with the names. */
  comment?: string;
  readerId?: string;
  barcode?: string;
  titleName?: string;
  branchId?: string;
  override?: OperationDocument['override'];
  ended?: OperationDocument['ended'];
  /** The title that this lent. */
  lent?: string;
  counts?: OperationDocument['counts'];
  undid?: OperationDocument['undid'];
  undo?: OperationDocument['undo'];
}

/** What a change that prepares nothing runs, wrapped: a no before it began is a refusal. */
export type Run<At, In, Out> = (
  context: At,
  input: In,
  transaction: Transaction,
) => Promise<Out | { refusals: Refusal[] }>;

export type Changed<Out> = { value: Out; log: LogLine } | { refusals: Refusal[] };

/** What an operation learns of its caller. */
export type ContextOf<A extends Action> = A extends StaffAction ? StaffContext : Context;

/** What an operation asks of readers and visitors. It holds that itself, where it reads the reader anyway. */
export type CallerAsked = 'visitor' | 'reader';

/** Every operation says who may ask: of the staff by a role, of readers by whether a card is needed. */
type RoleOf<A extends Action> = A extends StaffAction
  ? { role: RoleAsked; caller?: undefined }
  : { caller: CallerAsked; role?: undefined };

/**
 * Nothing wrong with a schema that reads what the contract lets a client send and gives nothing else; or what
 * is.
 */
type Fitting<S extends Schema<unknown>, In> = [v.InferOutput<S>] extends [In]
  ? [In] extends [v.InferInput<S>]
    ? [NamesOf<In>] extends [NamesOf<v.InferOutput<S>>]
      ? unknown
      : { 'the schema does not know': Exclude<NamesOf<In>, NamesOf<v.InferOutput<S>>> }
    : { 'the schema refuses what the contract allows': In }
  : { 'the schema lets pass what the contract does not allow': v.InferOutput<S> };

/** Of all forms that an input may take. `Record<string, never>` has none. */
type NamesOf<In> = In extends Record<string, never> ? never : In extends unknown ? keyof In : never;

/** What is said of an operation that only looks. */
export type ReadingWords<A extends Action, S extends Schema<unknown>, C extends Context> = RoleOf<A> & {
  schema: S & Fitting<S, InputOf<A>>;
  run(context: C, input: v.InferOutput<S>): Promise<Decision<OutputOf<A>>>;
};

export const reading = <A extends Action, S extends Schema<unknown>, C extends Context = ContextOf<A>>(
  action: A,
  operation: ReadingWords<A, S, C>,
): Reading<A, C> => ({ kind: 'reading', action, ...operation });

export const writing = <
  A extends Action,
  S extends Schema<unknown>,
  Prepared = undefined,
  C extends Context = ContextOf<A>,
>(
  action: A,
  operation: RoleOf<A> & {
    schema: S & Fitting<S, InputOf<A>>;
    /**
     * The log line is looked for before anything else, for one round trip: a request id that was used before
     * reaches nothing that `prepare` counts.
     */
    looksFirst?: true;
    /**
     * Looks things up by query before the transaction, which cannot. What matters is read again inside it.
     */
    prepare?(context: C, input: v.InferOutput<S>): Promise<Prepared>;
    run(
      context: C,
      input: v.InferOutput<S>,
      transaction: Transaction,
      found: Exclude<Prepared, { refusals: Refusal[] }>,
    ): Promise<Changed<OutputOf<A>>>;
    /**
     * What others are told once the change stands. It may get lost, and is done again by a repeat: nothing
     * may rest on it.
     */
    afterwards?(context: C, input: v.InferOutput<S>, value: OutputOf<A>): Promise<void>;
  },
): Writing<A, C> => ({ kind: 'writing', action, ...operation });

type Listed = Operation<Action, never>;
type ActionIn<Ops extends readonly Listed[]> = Ops[number]['action'];

type Twice<Ops extends readonly Listed[]> = Ops extends readonly [
  infer One extends Listed,
  ...infer Others extends Listed[],
]
  ? Extract<One['action'], ActionIn<Others>> | Twice<Others>
  : never;

/** A list that has every operation of its feature once; or which it lacks or has twice. */
type Whole<F extends Feature, Ops extends readonly Listed[]> = [Exclude<ActionOf<F>, ActionIn<Ops>>] extends [
  never,
]
  ? [Twice<Ops>] extends [never]
    ? unknown
    : { twice: Twice<Ops> }
  : { forgotten: Exclude<ActionOf<F>, ActionIn<Ops>> };

/**
 * The operations of a feature by their actions: all that its contract names and no other, or it does not
 * compile.
 */
export const operationsOf = <F extends Feature, const Ops extends readonly Operation<ActionOf<F>, never>[]>(
  _feature: F,
  operations: Ops & Whole<F, Ops>,
) =>
  Object.fromEntries(operations.map((operation) => [operation.action, operation])) as {
    [Op in Ops[number] as Op['action']]: Op;
  };

/** The operations of a door: every action of its contract and no other. */
export type OperationsOf<A extends Action, C extends Context> = {
  [Each in A]: Operation<Each, C>;
} & Readonly<Record<string, Operation<A, C>>>;
