import type { Refusal } from '../../typings/contract/refusals';
import type { OperationDocument } from '../documents';
import type { Context, StaffContext } from './context';
import type { Transaction } from './database';
import type { Decision } from './refusal';
import type { RoleAsked } from './roles';
import type { Schema } from './validate';

/** Looks and answers. */
export interface Reading<In, Out, C extends Context = Context> {
  kind: 'reading';
  /** Of a staff operation: who may ask. */
  role?: RoleAsked;
  schema: Schema<In>;
  run(context: C, input: In): Promise<Decision<Out>>;
}

/** What the operation log tells about a change. */
export interface LogLine {
  outcome: string;
  readerId?: string;
  barcode?: string;
  titleName?: string;
  branchId?: string;
  override?: OperationDocument['override'];
  ended?: OperationDocument['ended'];
  undo?: OperationDocument['undo'];
}

/** Changes something: in one transaction with its log line, whose id makes a repeat answer as before. */
export interface Writing<In, Out, C extends Context = Context, Found = unknown> {
  kind: 'writing';
  /** Of a staff operation: who may ask. */
  role?: RoleAsked;
  schema: Schema<In>;
  /** Looks things up by query before the transaction, which cannot. What matters is read again inside it. */
  prepare?(context: C, input: In): Promise<Found | { refusals: Refusal[] }>;
  run(
    context: C,
    input: In,
    transaction: Transaction,
    found: Found,
  ): Promise<{ value: Out; log: LogLine } | { refusals: Refusal[] }>;
}

export type Operation<In, Out, C extends Context = Context> =
  Reading<In, Out, C> | Writing<In, Out, C, never>;

/** The operations of a door: every action of its contract and no other, or it does not compile. */
export type OperationsOf<Api, C extends Context = Context> = {
  [A in keyof Api]: Api[A] extends (input: infer In) => infer Out
    ? Operation<In, Out, C> & (C extends StaffContext ? { role: RoleAsked } : unknown)
    : never;
};

export const reading = <In, Out, C extends Context = Context>(
  schema: Schema<In>,
  run: Reading<In, Out, C>['run'],
): Reading<In, Out, C> => ({ kind: 'reading', schema, run });

export const writing = <In, Out, C extends Context = Context, Found = undefined>(
  operation: Omit<Writing<In, Out, C, Found>, 'kind'>,
): Writing<In, Out, C, never> => ({ kind: 'writing', ...operation }) as Writing<In, Out, C, never>;

/** A reading for staff of a role. */
export const staffReading = <In, Out>(
  role: RoleAsked,
  schema: Schema<In>,
  run: Reading<In, Out, StaffContext>['run'],
): Reading<In, Out, StaffContext> & { role: RoleAsked } => ({ kind: 'reading', role, schema, run });

/** A change by staff of a role. */
export const staffWriting = <In, Out, Found = undefined>(
  operation: Omit<Writing<In, Out, StaffContext, Found>, 'kind' | 'role'> & { role: RoleAsked },
): Writing<In, Out, StaffContext, never> & { role: RoleAsked } =>
  ({ kind: 'writing', ...operation }) as Writing<In, Out, StaffContext, never> & { role: RoleAsked };
