import type { CollectionName, Documents } from '../documents';

/** What may stand after a field in a query. A plain value means equal (an array field: contains it). */
export type Condition = string | number | boolean | null | Operator;

type Operator =
  | { is: 'in'; values: readonly (string | number)[] }
  | { is: 'all'; values: readonly string[] }
  | { is: 'startsWith'; text: string }
  | { is: 'not'; value: string | number }
  | { is: 'between'; from?: string | number; below?: string | number; upTo?: string | number };

export const isIn = (values: readonly (string | number)[]): Operator => ({ is: 'in', values });
/**
 * A text, or a member of an array field, that begins so. Not `between`: over a list its two bounds may
 * be met by two members.
 */
export const startsWith = (text: string): Operator => ({ is: 'startsWith', text });
/** Another value; over a list: that no member is this one. */
export const isNot = (value: string | number): Operator => ({ is: 'not', value });
/** `from` inclusive, `below` exclusive, `upTo` inclusive. */
export const between = (range: {
  from?: string | number;
  below?: string | number;
  upTo?: string | number;
}): Operator => ({
  is: 'between',
  ...range,
});

export interface Query {
  where: Record<string, Condition>;
  orderBy?: [field: string, direction: 'asc' | 'desc'][];
  skip?: number;
  /** At most 1000, the platform's limit of one answer. */
  limit: number;
  fields?: readonly string[];
}

/** Where to look and for what, when it only matters whether there is anything. */
export interface Sign {
  collection: CollectionName;
  where: Record<string, Condition>;
}

/** The cloud database as operations see it. One call is one round trip. */
export interface Database {
  get<C extends CollectionName>(collection: C, id: string): Promise<Documents[C] | null>;
  /** In no particular order; ids that do not exist are left out. At most 1000. */
  getMany<C extends CollectionName>(collection: C, ids: readonly string[]): Promise<Documents[C][]>;
  find<C extends CollectionName>(collection: C, query: Query): Promise<Documents[C][]>;
  count<C extends CollectionName>(collection: C, where: Record<string, Condition>): Promise<number>;
  /** For each sign, in their order, whether a document of its collection meets it: all in one round trip. */
  whichAreThere(signs: readonly Sign[]): Promise<boolean[]>;
  /** Changes some fields of the documents that match, each on its own; tells how many changed. */
  updateWhere<C extends CollectionName>(
    collection: C,
    where: Record<string, Condition>,
    changes: Partial<Omit<Documents[C], '_id'>>,
  ): Promise<number>;
  /** Adds `by` to a number field; tells whether the document exists. */
  increment<C extends CollectionName>(collection: C, id: string, field: string, by: number): Promise<boolean>;
  /**
   * Changes parts of one document if it meets the conditions at that moment, by one plain write, and tells
   * whether it did. It waits for its turn where a transaction would fail: for what many want at once.
   */
  amendIf<C extends CollectionName>(
    collection: C,
    id: string,
    where: Record<string, Condition>,
    change: Amendment<Documents[C]>,
  ): Promise<boolean>;
  /**
   * Counts in a document outside a transaction: adds it, or where it exists writes its other fields and
   * adds its number in `counter` to the one that stands there; members of its lists join those of the
   * same list. Usually one round trip.
   */
  note<C extends CollectionName>(collection: C, document: Documents[C], counter: string): Promise<void>;
  /**
   * Runs `work` as one transaction; on a conflict it runs again from the start, so it must do nothing
   * else.
   */
  transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
}

/** Everything by id: the platform allows no queries in a transaction. */
export interface Transaction {
  get<C extends CollectionName>(collection: C, id: string): Promise<Documents[C] | null>;
  /** Fails with `DuplicateId` when the id exists. */
  add<C extends CollectionName>(collection: C, document: Documents[C]): Promise<void>;
  /** Writes the whole document, new or not. */
  put<C extends CollectionName>(collection: C, document: Documents[C]): Promise<void>;
  remove<C extends CollectionName>(collection: C, id: string): Promise<void>;
  /**
   * Changes parts of a document without reading it: one round trip instead of two. Fails with
   * `NothingAmended` when it does not exist, or when a list or a sum stayed as it was: then what the
   * change rests on was not so. Each field stands in one part.
   */
  amend<C extends CollectionName>(collection: C, id: string, change: Amendment<Documents[C]>): Promise<void>;
}

/**
 * What may be changed without reading: fields set whole, numbers added to, elements taken from or put to
 * lists.
 */
export interface Amendment<D> {
  set?: Partial<Omit<D, '_id'>>;
  add?: { [F in keyof D as D[F] extends number ? F : never]?: number };
  /** Elements that match all given fields go. */
  pull?: {
    [F in keyof D as D[F] extends readonly object[] ? F : never]?: D[F] extends readonly (infer E)[]
      ? Partial<E>
      : never;
  };
  push?: {
    [F in keyof D as D[F] extends readonly unknown[] ? F : never]?: D[F] extends readonly (infer E)[]
      ? E
      : never;
  };
}

export class DuplicateId extends Error {
  /** Without the id: it names people, and messages go into the log. */
  constructor(collection: string) {
    super(`${collection} has a document of this id already`);
    this.name = 'DuplicateId';
  }
}

/** So many write the same document that this transaction's turn did not come: nothing of it was done. */
export class Contended extends Error {
  constructor() {
    super('others write the same document: no turn came');
    this.name = 'Contended';
  }
}

export class NothingAmended extends Error {
  constructor(collection: string) {
    super(`a document of ${collection} is missing, or does not have what was to be changed`);
    this.name = 'NothingAmended';
  }
}
