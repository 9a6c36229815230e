import { CloudError, databaseRefused } from '../../cloud-error';
import { limits } from '../../limits';
import type { Store } from './store';

/** One index as declared: fields in order with their directions. */
export interface IndexDeclaration {
  name: string;
  unique?: boolean;
  keys: readonly (readonly [field: string, direction: 1 | -1])[];
}

/**
 * What a project declares of its database; who may read a collection from the client is held by `watch`.
 */
export type CollectionDeclarations = Record<
  string,
  { indexes: readonly IndexDeclaration[]; access?: string }
>;

export interface Index extends IndexDeclaration {
  number: number;
  paths: string[][];
  /** By field: some document has an array there, so one document has several entries without an order. */
  multikey: boolean[];
  /** Some value was too long to be kept whole, so the entries give no exact order. */
  shortened: boolean;
}

export interface Collection {
  name: string;
  number: number;
  nextDocument: number;
  indexes: Index[];
}

interface StoredCollection {
  number: number;
  indexes: (IndexDeclaration & { number: number; multikey: boolean[]; shortened: boolean })[];
}

export interface Catalog {
  find(name: string): Collection | undefined;
  /** Throws the platform's error for a missing collection. */
  require(name: string): Collection;
  list(): Collection[];
  /** Inside a write: adds an empty collection. */
  create(name: string): Collection;
  /** Inside a write: gives the next number for a new index. */
  newIndexNumber(): number;
  /** Inside a write: keeps what changed of a collection's indexes. */
  save(collection: Collection): void;
  drop(collection: Collection): void;
}

const PREFIX = 'collection/';

export function openCatalog(store: Store): Catalog {
  const collections = new Map<string, Collection>();
  for (const { key, value } of store.catalog.getRange({ start: PREFIX, end: `${PREFIX}\uffff` })) {
    const name = String(key).slice(PREFIX.length);
    collections.set(name, revive(name, JSON.parse(value) as StoredCollection, store));
  }
  const catalog: Catalog = {
    find: (name) => collections.get(name),
    require: (name) => collections.get(name) ?? missing(name),
    list: () => [...collections.values()],
    create: (name) => {
      refuseBadName(name);
      if (collections.has(name)) throw tableExists(name);
      if (collections.size >= limits.collections) {
        throw new CloudError(
          'DATABASE_COLLECTION_EXCEED_LIMIT',
          `[LimitExceeded] at most ${limits.collections} collections`,
        );
      }
      const collection: Collection = {
        name,
        number: nextNumber(store, 'collections'),
        nextDocument: 1,
        indexes: [],
      };
      collections.set(name, collection);
      catalog.save(collection);
      return collection;
    },
    newIndexNumber: () => nextNumber(store, 'indexes'),
    save: (collection) => {
      store.catalog.putSync(PREFIX + collection.name, JSON.stringify(stored(collection)));
    },
    drop: (collection) => {
      collections.delete(collection.name);
      store.catalog.removeSync(PREFIX + collection.name);
    },
  };
  return catalog;
}

export function makeIndex(declaration: IndexDeclaration, number: number): Index {
  return {
    name: declaration.name,
    unique: declaration.unique ?? false,
    keys: declaration.keys,
    number,
    paths: declaration.keys.map(([field]) => field.split('.')),
    multikey: declaration.keys.map(() => false),
    shortened: false,
  };
}

function revive(name: string, kept: StoredCollection, store: Store): Collection {
  const indexes = kept.indexes.map((index) => ({
    ...makeIndex(index, index.number),
    multikey: index.multikey,
    shortened: index.shortened,
  }));
  return { name, number: kept.number, nextDocument: lastDocument(store, kept.number) + 1, indexes };
}

function stored(collection: Collection): StoredCollection {
  return {
    number: collection.number,
    indexes: collection.indexes.map(({ paths: _paths, ...index }) => index),
  };
}

function lastDocument(store: Store, number: number): number {
  const start = Buffer.alloc(6);
  start.writeUInt16BE(number + 1);
  const end = Buffer.alloc(2);
  end.writeUInt16BE(number);
  for (const key of store.documents.getKeys({ start, end, reverse: true, limit: 1 }))
    return key.readUInt32BE(2);
  return 0;
}

function nextNumber(store: Store, counter: string): number {
  const number = Number(store.catalog.get(`counter/${counter}`) ?? 0) + 1;
  if (number > 0xfffe) throw databaseRefused(`the data folder has used up its ${counter}`);
  store.catalog.putSync(`counter/${counter}`, String(number));
  return number;
}

function refuseBadName(name: string): void {
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,119}$/.test(name) || name.startsWith('system.')) {
    throw new CloudError('INVALID_PARAM', `[InvalidParameterValue] invalid collection name: ${name}`);
  }
}

function tableExists(name: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', `[ResourceInUse] Table exist: ${name}`);
}

function missing(name: string): never {
  throw new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  );
}
