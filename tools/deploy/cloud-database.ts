import type { Index } from '../../cloudfunctions/collections';
import type { WechatApi } from './wechat-api';

export interface PresentCollection {
  name: string;
  /** Documents in it. */
  count: number;
  /** Those that the cloud makes by itself counted in. */
  index_count: number;
}

export type CloudDocument = Record<string, unknown> & { _id: string };

/** The database of a real cloud environment, by the addresses that WeChat documents for servers. */
export interface CloudDatabase {
  collections(): Promise<PresentCollection[]>;
  createCollection(name: string): Promise<void>;
  createIndex(collection: string, index: Index): Promise<void>;
  /** Which of these ids exist. Nothing else of the documents is read. */
  existing(collection: string, ids: string[]): Promise<Set<string>>;
  /** All ids of a small collection. */
  ids(collection: string): Promise<string[]>;
  /** Documents that match, whole, in the order of their ids. */
  find(collection: string, where: object): Promise<CloudDocument[]>;
  get(collection: string, ids: string[]): Promise<CloudDocument[]>;
  count(collection: string, where: object): Promise<number>;
  /** Adds new documents; one whose id exists is refused and stays as it is. */
  add(collection: string, documents: CloudDocument[]): Promise<void>;
  /** Replaces a document whole. */
  replace(collection: string, document: CloudDocument): Promise<void>;
  /** Changes these fields and no others. */
  change(collection: string, id: string, fields: Record<string, unknown>): Promise<void>;
}

/** A page of a listing; the API's own default is ten. */
const PAGE = 100;
/** A condition with more ids is asked in parts: nothing documents how long a statement may be. */
const IDS = 100;

interface Pager {
  Offset: number;
  Limit: number;
  Total: number;
}

/**
 * Whether an empty answer has its list and its pager is not documented; without a total, an empty page is the
 * end.
 */
const totalOf = (pager: Pager | undefined): number => pager?.Total ?? Infinity;

export const cloudDatabase = (api: WechatApi): CloudDatabase => ({ ...schemaOf(api), ...documentsOf(api) });

/** What there is, and makes what is missing. */
const schemaOf = (
  api: WechatApi,
): Pick<CloudDatabase, 'collections' | 'createCollection' | 'createIndex'> => ({
  collections: async () => {
    const found: PresentCollection[] = [];
    for (;;) {
      const { collections = [], pager } = await api.call<{
        collections?: PresentCollection[];
        pager?: Pager;
      }>(
        'tcb/databasecollectionget',
        { limit: PAGE, offset: found.length },
        { subject: 'list of collections', again: true },
      );
      found.push(...collections);
      if (collections.length === 0 || found.length >= totalOf(pager)) return found;
    }
  },
  createCollection: async (name) => {
    await api.call('tcb/databasecollectionadd', { collection_name: name }, { subject: name });
  },
  createIndex: async (collection, { name, unique = false, keys }) => {
    const key = keys.map(([field, direction]) => ({ name: field, direction: String(direction) }));
    await api.call(
      'tcb/updateindex',
      { collection_name: collection, create_indexes: [{ name, unique, keys: key }], drop_indexes: [] },
      { subject: `${collection}, index ${name}` },
    );
  },
});

const documentsOf = (
  api: WechatApi,
): Omit<CloudDatabase, 'collections' | 'createCollection' | 'createIndex'> => ({
  existing: async (collection, ids) =>
    new Set((await byIds(api, collection, ids, ID_ALONE)).map(({ _id }) => _id)),
  ids: async (collection) => (await all(api, collection, '', ID_ALONE)).map(({ _id }) => _id),
  find: (collection, where) => all(api, collection, whereOf(where)),
  get: (collection, ids) => byIds(api, collection, ids),
  count: async (collection, where) => {
    const { count } = await api.call<{ count: number }>(
      'tcb/databasecount',
      { query: `${of(collection)}${whereOf(where)}.count()` },
      { subject: collection, again: true },
    );
    return count;
  },
  add: async (collection, documents) => {
    const query = `${of(collection)}.add({"data":${literal(documents)}})`;
    await api.call('tcb/databaseadd', { query }, { subject: collection });
  },
  replace: async (collection, { _id, ...data }) => {
    await update(api, collection, _id, `set({"data":${literal(data)}})`);
  },
  change: async (collection, id, fields) => {
    // A plain object would be merged into the stored one; _.set puts the value in its place.
    const data = Object.entries(fields).map(([name, value]) => `${literal(name)}:_.set(${literal(value)})`);
    const { matched } = await update(api, collection, id, `update({"data":{${data.join(',')}}})`);
    if (matched !== 1) throw new Error(`${collection} ${id}: it is not there any more`);
  },
});

async function page(api: WechatApi, collection: string, where: string, field: string, skip: number) {
  const query = `${of(collection)}${where}.orderBy("_id", "asc")${field}.skip(${skip}).limit(${PAGE}).get()`;
  const { data, pager } = await api.call<{ data?: unknown[]; pager?: Pager }>(
    'tcb/databasequery',
    { query },
    { subject: collection, again: true },
  );
  return { documents: (data ?? []).map(documentIn), total: totalOf(pager) };
}

async function all(api: WechatApi, collection: string, where: string, field = ''): Promise<CloudDocument[]> {
  const found: CloudDocument[] = [];
  for (;;) {
    const { documents, total } = await page(api, collection, where, field, found.length);
    found.push(...documents);
    if (documents.length === 0 || found.length >= total) return found;
  }
}

async function byIds(
  api: WechatApi,
  collection: string,
  ids: string[],
  field = '',
): Promise<CloudDocument[]> {
  const found: CloudDocument[] = [];
  for (let start = 0; start < ids.length; start += IDS) {
    const where = `.where({"_id":_.in(${literal(ids.slice(start, start + IDS))})})`;
    found.push(...(await all(api, collection, where, field)));
  }
  return found;
}

const update = (api: WechatApi, collection: string, id: string, operation: string) =>
  api.call<{ matched: number; id?: string }>(
    'tcb/databaseupdate',
    { query: `${of(collection)}.doc(${literal(id)}).${operation}` },
    // Both operations say what the document is to be, so that a repeat changes nothing.
    { subject: `${collection} ${id}`, again: true },
  );

const ID_ALONE = '.field({"_id":true})';

const of = (collection: string) => `db.collection(${literal(collection)})`;

const whereOf = (where: object) => (Object.keys(where).length > 0 ? `.where(${literal(where)})` : '');

/**
 * A value as a literal of a statement. JSON is one, but for two line separators that older parsers of
 * statements do not allow in a text.
 */
const literal = (value: unknown): string =>
  JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

/** Records come as JSON text each. */
function documentIn(record: unknown): CloudDocument {
  return (typeof record === 'string' ? JSON.parse(record) : record) as CloudDocument;
}
