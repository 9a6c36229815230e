import { CloudError, invalidParam } from '../../cloud-error';
import { limits } from '../../limits';
import { select, type Search } from '../engine/access';
import { aggregate } from '../query/aggregate';
import type { Collection } from '../engine/catalog';
import { decode, decodeDocument, encode } from './codec';
import type { Cost } from '../engine/cost';
import type { Database } from '../engine/database';
import type { Criteria } from '../query/matching';
import type { Order } from '../query/planner';
import { project } from '../query/projection';
import type { Document } from '../engine/records';
import { withId } from '../engine/storable';
import {
  commitTransaction,
  getInside,
  insertInside,
  removeInside,
  setInside,
  updateInside,
} from '../engine/transaction-steps';
import { abortTransaction, hasOpenTransaction, startTransaction } from '../engine/transactions';
import { isPlainObject } from '../values';

/** One database request as the SDK posts it; documents, queries and changes are texts of extended JSON. */
export interface DatabaseRequest {
  action: string;
  collectionName?: string;
  query?: string;
  queryType?: 'DOC' | 'WHERE';
  multi?: boolean;
  merge?: boolean;
  upsert?: boolean;
  data?: string | string[];
  order?: string;
  offset?: number;
  limit?: number;
  projection?: string;
  stages?: { stageKey: string; stageValue: string }[];
  transactionId?: string;
}

interface RequestContext {
  /** The moment for server dates. */
  now: number;
  /** The function call the request belongs to. */
  invocation: string | undefined;
  cost: Cost;
}

type Answer = Record<string, unknown>;
type Action = (
  database: Database,
  request: DatabaseRequest,
  context: RequestContext,
) => Answer | Promise<Answer>;

export const databaseActions: Record<string, Action> = {
  'database.addCollection': (database, request) => {
    database.createCollection(nameOf(request));
    return {};
  },
  'database.getDocument': getDocuments,
  'database.calculateDocument': (database, request, { cost, invocation, now }) => {
    refuseInTransaction(database, request, invocation, 'count');
    return { data: { total: database.count(nameOf(request), criteriaOf(request, now), cost) } };
  },
  'database.insertDocument': insertDocuments,
  'database.modifyDocument': modifyDocuments,
  'database.removeDocument': removeDocuments,
  'database.aggregateDocuments': (database, request, context) => {
    refuseInTransaction(database, request, context.invocation, 'aggregate');
    const stages = (request.stages ?? []).map(({ stageKey, stageValue }) => ({
      name: stageKey,
      value: decode(stageValue, context.now),
    }));
    const list = aggregate(database, nameOf(request), stages, context).map(encode);
    return { data: { list: withinPacket(list) } };
  },
  'database.startTransaction': (database, _request, { invocation }) => ({
    transactionId: startTransaction(database.transactions, invocation),
  }),
  'database.commitTransaction': (database, request) => {
    commitTransaction(database.transactions, transactionOf(request));
    return {};
  },
  'database.abortTransaction': (database, request) => {
    abortTransaction(database.transactions, transactionOf(request));
    return {};
  },
};

function getDocuments(database: Database, request: DatabaseRequest, { now, cost }: RequestContext): Answer {
  const collection = database.catalog.require(nameOf(request));
  const criteria = criteriaOf(request, now);
  if (request.transactionId !== undefined) {
    const id = onlyId(request, criteria, 'get');
    const document = getInside(database.transactions, request.transactionId, collection, id);
    cost.examined += document ? 1 : 0;
    cost.returned += document ? 1 : 0;
    return { data: { list: document ? projected([document], request).map(encode) : [] } };
  }
  const found = select(database.records, collection, searchOf(request, criteria), cost);
  if (request.projection !== undefined) {
    return {
      data: {
        list: withinPacket(
          projected(
            found.map(({ document }) => document),
            request,
          ).map(encode),
        ),
      },
    };
  }
  return { data: { list: withinPacket(found.map(({ text }) => text)) } };
}

function searchOf(request: DatabaseRequest, criteria: Criteria): Search {
  if (request.queryType === 'DOC') return { criteria, limit: 1 };
  const limit = wholeNumber(request.limit ?? limits.getDefault, 'limit', 1);
  if (limit > limits.getMaximum) throw invalidParam(`limit must be at most ${limits.getMaximum}`);
  return {
    criteria,
    order: orderOf(request.order),
    skip: wholeNumber(request.offset ?? 0, 'offset', 0),
    limit,
  };
}

function wholeNumber(value: number, name: string, least: number): number {
  if (!Number.isInteger(value) || value < least)
    throw invalidParam(`${name} must be a whole number from ${least}`);
  return value;
}

function orderOf(text: string | undefined): Order {
  if (text === undefined) return [];
  return Object.entries(decodeDocument(text)).map(([field, direction]) => {
    if (direction !== 1 && direction !== -1) throw invalidParam(`invalid order of ${field}`);
    return [field, direction] as const;
  });
}

function projected(documents: Document[], request: DatabaseRequest): Document[] {
  return request.projection === undefined
    ? documents
    : project(documents, decodeDocument(request.projection));
}

async function insertDocuments(
  database: Database,
  request: DatabaseRequest,
  context: RequestContext,
): Promise<Answer> {
  const texts = Array.isArray(request.data) ? request.data : [request.data ?? '{}'];
  const documents = texts.map((text) => withId(decodeDocument(text, context.now)));
  const ids = documents.map((document) => document['_id']);
  if (request.transactionId !== undefined) {
    if (documents.length > 1) throw notInTransaction('add of several documents');
    const collection = collectionOf(database, request);
    insertInside(database.transactions, request.transactionId, collection, documents);
  } else {
    await database.insert(nameOf(request), documents);
  }
  return { data: { insertedIds: ids } };
}

async function modifyDocuments(
  database: Database,
  request: DatabaseRequest,
  context: RequestContext,
): Promise<Answer> {
  const { transactions } = database;
  if (typeof request.data !== 'string') throw invalidParam('data must be a text of extended JSON');
  const data = decodeDocument(request.data, context.now);
  const replace = request.merge === false;
  refuseMixedChange(data, replace);
  const criteria = criteriaOf(request, context.now);
  if (request.transactionId !== undefined) {
    const collection = collectionOf(database, request);
    const id = onlyId(request, criteria, 'update');
    if (replace) {
      const document = withId({ ...data, _id: id });
      const outcome = setInside(transactions, request.transactionId, collection, document);
      return updateAnswer(outcome === 'updated' ? 1 : 0, outcome === 'created' ? id : null);
    }
    const updated = updateInside(transactions, request.transactionId, collection, id, data);
    return updateAnswer(updated ? 1 : 0, null);
  }
  refuseInTransaction(database, request, context.invocation, 'update');
  const change = { data, replace, multi: request.multi === true, upsert: request.upsert === true };
  const { updated, upsertId } = await database.update(nameOf(request), criteria, change, context.cost);
  return updateAnswer(updated, upsertId);
}

const updateAnswer = (updated: number, upsertId: unknown): Answer => ({
  data: { updated, upsert_id: upsertId },
});

/** `update` sends operators only, `set` sends a whole document only. */
function refuseMixedChange(data: Document, replace: boolean): void {
  const names = Object.keys(data);
  if (!replace && (names.length === 0 || names.some((name) => !name.startsWith('$')))) {
    throw invalidParam('an update needs update operators and nothing else');
  }
}

async function removeDocuments(
  database: Database,
  request: DatabaseRequest,
  context: RequestContext,
): Promise<Answer> {
  const criteria = criteriaOf(request, context.now);
  if (request.transactionId !== undefined) {
    const id = onlyId(request, criteria, 'remove');
    const collection = collectionOf(database, request);
    const removed = removeInside(database.transactions, request.transactionId, collection, id);
    return { data: { deleted: removed ? 1 : 0 } };
  }
  refuseInTransaction(database, request, context.invocation, 'remove');
  const deleted = await database.remove(nameOf(request), criteria, request.multi === true, context.cost);
  return { data: { deleted } };
}

function criteriaOf(request: DatabaseRequest, now: number): Criteria {
  const criteria = request.query === undefined ? {} : decode(request.query, now);
  if (!isPlainObject(criteria)) throw invalidParam('query must be an object');
  return criteria;
}

function nameOf(request: DatabaseRequest): string {
  if (!request.collectionName) throw invalidParam('collectionName is missing');
  return request.collectionName;
}

const collectionOf = (database: Database, request: DatabaseRequest): Collection =>
  database.catalog.require(nameOf(request));

function transactionOf(request: DatabaseRequest): string {
  if (!request.transactionId) throw invalidParam('transactionId is missing');
  return request.transactionId;
}

/** Transactions reach single documents only: the platform allows no `where` in them. */
function onlyId(request: DatabaseRequest, criteria: Criteria, what: string): unknown {
  if (
    request.queryType !== 'DOC' ||
    Object.keys(criteria).join() !== '_id' ||
    isPlainObject(criteria['_id'])
  ) {
    throw notInTransaction(`where().${what}`);
  }
  return criteria['_id'];
}

/**
 * The SDK sends `where().update`, `where().remove`, `count` and `aggregate` of a transaction without its id,
 * so they would silently run outside it. A call that has a transaction open and sends one is refused instead.
 */
function refuseInTransaction(
  database: Database,
  request: DatabaseRequest,
  invocation: string | undefined,
  what: string,
): void {
  if (request.transactionId !== undefined) throw notInTransaction(what);
  const reachesMany = request.queryType === 'WHERE' || request.stages !== undefined;
  if (reachesMany && hasOpenTransaction(database.transactions, invocation)) {
    throw notInTransaction(request.stages ? what : `where().${what}`);
  }
}

function notInTransaction(what: string): CloudError {
  return new CloudError(
    'INVALID_PARAM',
    `[InvalidParameter] ${what} is not allowed while a transaction is open: only doc operations and add belong to it, ` +
      'and the SDK would send this one outside the transaction',
  );
}

function withinPacket(texts: string[]): string[] {
  let bytes = 0;
  for (const text of texts) bytes += Buffer.byteLength(text);
  if (bytes > limits.packetBytes) {
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      `the answer has ${bytes} bytes, above ${limits.packetBytes}`,
    );
  }
  return texts;
}
