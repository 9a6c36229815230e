/**
 * The SDK's types leave results open (`void | string | Promise`), so the little of it that is used is
 * written down here. Answers hold `data`, `stats` or `total` as the platform documents them.
 */
interface SdkDocument {
  get(): Promise<{ data: unknown }>;
  set(options: { data: object }): Promise<unknown>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<unknown>;
}
export interface SdkQuery {
  where(query: object): SdkQuery;
  orderBy(field: string, direction: string): SdkQuery;
  skip(count: number): SdkQuery;
  limit(count: number): SdkQuery;
  field(fields: Record<string, boolean>): SdkQuery;
  get(): Promise<{ data: unknown[] }>;
  count(): Promise<{ total: number }>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
}
interface SdkAggregate {
  match(query: object): SdkAggregate;
  limit(count: number): SdkAggregate;
  lookup(options: { from: string; pipeline: unknown; as: string }): SdkAggregate;
  project(fields: Record<string, number>): SdkAggregate;
  end(): Promise<{ list: Record<string, unknown[]>[] }>;
  /** The stages of an inner pipeline. */
  done(): unknown;
}
interface SdkCollection extends SdkQuery {
  aggregate(): SdkAggregate;
  doc(id: string): SdkDocument;
  add(options: { data: object }): Promise<unknown>;
}
export interface SdkTransaction {
  collection(name: string): {
    doc(id: string): SdkDocument;
    add(options: { data: object }): Promise<unknown>;
  };
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
}
interface SdkCommand {
  in(values: readonly unknown[]): unknown;
  all(values: readonly unknown[]): unknown;
  gte(value: unknown): SdkRange;
  lt(value: unknown): SdkRange;
  lte(value: unknown): SdkRange;
  neq(value: unknown): unknown;
  inc(by: number): unknown;
  set(value: unknown): unknown;
  addToSet(values: { $each: unknown[] }): unknown;
  pull(match: unknown): unknown;
  push(values: unknown[]): unknown;
  aggregate: { pipeline(): SdkAggregate };
}
export interface SdkRange {
  and(other: unknown): SdkRange;
}
export interface SdkDatabase {
  command: SdkCommand;
  RegExp(pattern: { regexp: string; options: string }): unknown;
  collection(name: string): SdkCollection;
  startTransaction(): Promise<SdkTransaction>;
}
