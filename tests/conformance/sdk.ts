/**
 * The parts of wx-server-sdk the checks use, with the shapes that come back; its own types leave them open.
 */
export type Doc = Record<string, unknown>;

interface Query {
  where(query: unknown): Query;
  orderBy(field: string, direction: 'asc' | 'desc'): Query;
  skip(count: number): Query;
  limit(count: number): Query;
  field(fields: Doc): Query;
  get(): Promise<{ data: Doc[]; errMsg: string }>;
  count(): Promise<{ total: number }>;
  update(options: { data: Doc; multi?: boolean }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}

interface DocumentReference {
  field(fields: Doc): DocumentReference;
  get(): Promise<{ data: Doc }>;
  set(options: { data: Doc }): Promise<{ _id: string; stats: { created: number; updated: number } }>;
  update(options: { data: Doc }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}

interface Aggregate {
  match(query: unknown): Aggregate;
  sort(order: Doc): Aggregate;
  skip(count: number): Aggregate;
  limit(count: number): Aggregate;
  group(stage: Doc): Aggregate;
  project(stage: Doc): Aggregate;
  addFields(stage: Doc): Aggregate;
  unwind(stage: unknown): Aggregate;
  lookup(stage: Doc): Aggregate;
  count(field: string): Aggregate;
  sortByCount(expression: string): Aggregate;
  bucket(stage: Doc): Aggregate;
  replaceRoot(stage: Doc): Aggregate;
  sample(stage: Doc): Aggregate;
  end(): Promise<{ list: Doc[] }>;
}

export interface Collection extends Query {
  doc(id: unknown): DocumentReference;
  add(options: { data: Doc | Doc[] }): Promise<{ _id: string; _ids?: string[] }>;
  aggregate(): Aggregate;
}

export interface Transaction {
  collection(name: string): Collection;
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

type CommandName =
  | (
      | 'eq'
      | 'neq'
      | 'gt'
      | 'gte'
      | 'lt'
      | 'lte'
      | 'in'
      | 'nin'
      | 'exists'
      | 'not'
      | 'or'
      | 'and'
      | 'nor'
      | 'mod'
    )
  | (
      | 'all'
      | 'size'
      | 'elemMatch'
      | 'set'
      | 'remove'
      | 'inc'
      | 'mul'
      | 'min'
      | 'max'
      | 'rename'
      | 'push'
      | 'pop'
    )
  | ('shift' | 'unshift' | 'pull' | 'pullAll' | 'addToSet' | 'slice');

interface CommandValue {
  and(...others: unknown[]): CommandValue;
  or(...others: unknown[]): CommandValue;
}

/** Commands chain, `_.gt(1).and(_.lt(9))`. */
export type Command = Record<CommandName, (...operands: unknown[]) => CommandValue>;
export type AggregateCommand = Record<
  'sum' | 'avg' | 'push' | 'eq' | 'and' | 'first' | 'max' | 'size' | 'pipeline',
  (...operands: unknown[]) => unknown
>;

export interface Database {
  command: Command & { aggregate: AggregateCommand; project: Command };
  collection(name: string): Collection;
  createCollection(name: string): Promise<{ errMsg: string }>;
  serverDate(options?: { offset: number }): unknown;
  RegExp(options: { regexp: string; options?: string }): unknown;
  startTransaction(): Promise<Transaction>;
  runTransaction<T>(work: (transaction: Transaction) => Promise<T>, times?: number): Promise<T>;
}

interface SdkError {
  errCode: number;
  errMsg: string;
  code?: string;
}

export interface Sdk {
  DYNAMIC_CURRENT_ENV: unknown;
  init(options: { env: unknown; timeout?: number }): void;
  database(options?: { throwOnNotFound?: boolean }): Database;
  getWXContext(): Doc;
  callFunction(options: { name: string; data?: unknown }): Promise<{ result: unknown }>;
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>;
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer }>;
  getTempFileURL(options: { fileList: unknown[] }): Promise<{ fileList: Doc[] }>;
  deleteFile(options: { fileList: string[] }): Promise<{ fileList: Doc[] }>;
  openapi: Record<string, Record<string, (data: Doc) => Promise<Doc>>>;
}

/** What a promise rejected with; fails the check when it did not. */
export async function rejection(promise: Promise<unknown>): Promise<SdkError> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    return error as SdkError;
  }
  throw new Error(`it did not fail but gave ${JSON.stringify(value)}`);
}
