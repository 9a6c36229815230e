import type { CollectionName, Documents } from '../documents';
import {
  DuplicateId,
  NothingAmended,
  type Amendment,
  type Condition,
  type Database,
  type Query,
  type Sign,
  type Transaction,
} from '../kernel/database';
import { cloud } from './cloud';
import { isDuplicate, retryOnConflict } from './conflict';
import { logFact } from './log';
import type { SdkDatabase, SdkQuery, SdkRange, SdkTransaction } from './sdk-database';

const sdk = cloud.database({ throwOnNotFound: false } as object) as unknown as SdkDatabase;
const command = sdk.command;

/** The platform's limit of one answer to a cloud function. */
const MOST_ROWS = 1000;

const conditionOf = (condition: Condition): unknown => {
  if (condition === null || typeof condition !== 'object') return condition;
  switch (condition.is) {
    case 'in':
      return command.in(condition.values);
    case 'all':
      return command.all(condition.values);
    case 'not':
      return command.neq(condition.value);
    case 'startsWith':
      // Anchored and without options, so that an index serves it.
      return sdk.RegExp({ regexp: `^${escaped(condition.text)}`, options: '' });
    case 'between': {
      const bounds = [
        condition.from !== undefined && command.gte(condition.from),
        condition.below !== undefined && command.lt(condition.below),
        condition.upTo !== undefined && command.lte(condition.upTo),
      ].filter((bound): bound is SdkRange => bound !== false);
      return bounds.reduce((both, bound) => both.and(bound));
    }
  }
};

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

const whereOf = (where: Record<string, Condition>): object =>
  Object.fromEntries(Object.entries(where).map(([field, condition]) => [field, conditionOf(condition)]));

const selected = (
  collection: CollectionName,
  { where, orderBy = [], skip, limit, fields }: Query,
): SdkQuery => {
  let query: SdkQuery = sdk.collection(collection);
  if (Object.keys(where).length > 0) query = query.where(whereOf(where));
  for (const [field, direction] of orderBy) query = query.orderBy(field, direction);
  if (skip) query = query.skip(skip);
  // The mark of a client is asked for too, whatever part of a document is wanted.
  if (fields) query = query.field(Object.fromEntries([...fields, '_openid'].map((field) => [field, true])));
  return query.limit(Math.min(limit, MOST_ROWS));
};

/**
 * WeChat marks with `_openid` what a client wrote, and nothing else. The database is closed to clients;
 * should a collection ever stand open by mistake, what they wrote there is not believed: it is as if it
 * did not exist.
 */
const isForged = (document: unknown): boolean =>
  typeof document === 'object' && document !== null && '_openid' in document;

const believed = <C extends CollectionName>(collection: C, document: unknown): Documents[C] | null => {
  if (!isForged(document)) return (document ?? null) as Documents[C] | null;
  logFact('a client wrote this document: close the collection to clients', { collection });
  return null;
};

const allBelieved = <C extends CollectionName>(collection: C, documents: unknown[]): Documents[C][] =>
  documents.flatMap((document) => believed(collection, document) ?? []);

const withoutId = <C extends CollectionName>(document: Documents[C]): object => {
  const { _id, ...data } = document;
  return data;
};

const transactionOf = (transaction: SdkTransaction): Transaction => {
  /** Documents that the transaction has met and does not believe: they make room for true ones. */
  const forged = new Set<string>();
  const put: Transaction['put'] = async (collection, document) => {
    await transaction
      .collection(collection)
      .doc(document._id)
      .set({ data: withoutId(document) });
  };
  return {
    get: async <C extends CollectionName>(collection: C, id: string) => {
      const { data } = await transaction.collection(collection).doc(id).get();
      if (isForged(data)) forged.add(`${collection}/${id}`);
      return believed(collection, data);
    },
    add: async (collection, document) => {
      if (forged.has(`${collection}/${document._id}`)) return put(collection, document);
      try {
        await transaction.collection(collection).add({ data: document });
      } catch (error) {
        throw isDuplicate(error) ? new DuplicateId(collection) : error;
      }
    },
    put,
    remove: async (collection, id) => {
      await transaction.collection(collection).doc(id).remove();
    },
    amend: async (collection, id, change) => {
      const document = transaction.collection(collection).doc(id);
      const { stats } = await document.update({ data: amendmentOf(change) });
      if (stats.updated > 0) return;
      // Fields that are as they should become are no fault; a list or a sum that did not change is.
      const setsOnly = !change.add && !change.pull && !change.push;
      if (!setsOnly || !(await document.get()).data) throw new NothingAmended(collection);
    },
  };
};

/** The platform takes one command a field: of two the last would win without a word. */
const namedTwice = (amendment: object[]): string[] => {
  const fields = amendment.flatMap((part) => Object.keys(part));
  return fields.filter((field, n) => fields.indexOf(field) < n);
};

const amendmentOf = <D>({ set = {}, add = {}, pull = {}, push = {} }: Amendment<D>): object => {
  const twice = namedTwice([set, add, pull, push]);
  if (twice.length > 0) throw new Error(`an amendment names ${twice.join(', ')} twice`);
  const each = (fields: object, made: (value: unknown) => unknown) =>
    Object.entries(fields).map(([field, value]) => [field, made(value)]);
  return Object.fromEntries([
    ...each(set, (value) => command.set(value)),
    ...each(add, (value) => command.inc(value as number)),
    ...each(pull, (value) => command.pull(value)),
    ...each(push, (value) => command.push([value])),
  ]);
};

const transactOnce = async <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => {
  const transaction = await sdk.startTransaction();
  let result: T;
  try {
    result = await work(transactionOf(transaction));
  } catch (error) {
    // A conflict has ended the transaction already: the second error would only hide the first.
    await transaction.rollback().catch(() => undefined);
    throw error;
  }
  await transaction.commit();
  return result;
};

/**
 * Each sign is a `lookup` on the one document that every library has. Inner pipelines without `let` begin
 * with their `match`, so that the indexes of the other collection serve them.
 */
const whichAreThere = async (signs: readonly Sign[]): Promise<boolean[]> => {
  if (signs.length === 0) return [];
  const library = sdk
    .collection('settings')
    .aggregate()
    .match({ _id: 'library' })
    .limit(1)
    .project({ _id: 1 });
  const names = signs.map((_, n) => `sign${n}`);
  const asked = signs.reduce(
    (all, { collection, where }, n) =>
      all.lookup({
        from: collection,
        pipeline: command.aggregate.pipeline().match(whereOf(where)).limit(1).project({ _id: 1 }).done(),
        as: names[n] ?? '',
      }),
    library,
  );
  const { list } = await asked.project(Object.fromEntries(names.map((name) => [name, 1]))).end();
  const [found] = list;
  if (!found) throw new Error('the setting "library" is missing: set the library up first');
  return names.map((name) => (found[name] ?? []).length > 0);
};

export const database: Database = {
  get: async <C extends CollectionName>(collection: C, id: string) =>
    believed(collection, (await sdk.collection(collection).doc(id).get()).data),
  getMany: async <C extends CollectionName>(collection: C, ids: readonly string[]) => {
    if (ids.length === 0) return [];
    const distinct = [...new Set(ids)];
    const found = await selected(collection, {
      where: { _id: { is: 'in', values: distinct } },
      limit: distinct.length,
    }).get();
    return allBelieved(collection, found.data);
  },
  find: async <C extends CollectionName>(collection: C, query: Query) =>
    allBelieved(collection, (await selected(collection, query).get()).data),
  count: async (collection, where) => {
    const all = sdk.collection(collection);
    return (await (Object.keys(where).length > 0 ? all.where(whereOf(where)) : all).count()).total;
  },
  whichAreThere,
  updateWhere: async (collection, where, changes) => {
    const data = Object.fromEntries(
      Object.entries(changes).map(([field, value]) => [field, command.set(value)]),
    );
    return (await sdk.collection(collection).where(whereOf(where)).update({ data })).stats.updated;
  },
  increment: async (collection, id, field, by) =>
    (
      await sdk
        .collection(collection)
        .where({ _id: id })
        .update({ data: { [field]: command.inc(by) } })
    ).stats.updated === 1,
  amendIf: async (collection, id, where, change) =>
    (
      await sdk
        .collection(collection)
        .where({ _id: id, ...whereOf(where) })
        .update({ data: amendmentOf(change) })
    ).stats.updated === 1,
  note: async <C extends CollectionName>(collection: C, document: Documents[C], counter: string) => {
    const { [counter]: by, ...others } = withoutId(document) as Record<string, unknown>;
    const again = async (): Promise<boolean> => {
      const data = {
        ...Object.fromEntries(
          Object.entries(others).map(([field, value]) => [
            field,
            Array.isArray(value) ? command.addToSet({ $each: value }) : command.set(value),
          ]),
        ),
        [counter]: command.inc(by as number),
      };
      const { stats } = await sdk.collection(collection).where({ _id: document._id }).update({ data });
      return stats.updated === 1;
    };
    if (await again()) return;
    try {
      await sdk.collection(collection).add({ data: document });
    } catch (error) {
      // Another request was first: it is there to be counted in now.
      if (!isDuplicate(error) || !(await again())) throw error;
    }
  },
  transact: (work) => retryOnConflict(() => transactOnce(work)),
};
