import { Aggregator } from 'mingo/aggregator';
import type { AnyObject } from 'mingo/types';
import { CloudError, databaseRefused, invalidParam } from '../../cloud-error';
import { limits } from '../../limits';
import { select } from '../engine/access';
import { noCost, type Cost } from '../engine/cost';
import type { Database } from '../engine/database';
import { compileQuery, context, type Criteria } from './matching';
import type { Order } from './planner';
import type { Document } from '../engine/records';
import { sortDocuments } from './sorting';
import { equalValues, isPlainObject, structuredCopy } from '../values';
import { valuesAt } from '../paths';

interface Stage {
  name: string;
  value: unknown;
}

interface Running {
  database: Database;
  cost: Cost;
}

const unsupported = new Set([
  '$out',
  '$merge',
  '$geoNear',
  '$function',
  '$changeStream',
  '$collStats',
  '$indexStats',
]);

/**
 * Runs a pipeline: `$match`, `$sort`, `$skip` and `$limit` at the front are answered by the indexes,
 * `$lookup` asks the other collection's indexes, everything else is mingo's.
 */
export function aggregate(
  database: Database,
  name: string,
  stages: Stage[],
  { cost }: { cost: Cost },
): Document[] {
  const bad = stages.find((stage) => unsupported.has(stage.name));
  if (bad) throw invalidParam(`the stage ${bad.name} is not supported by the local cloud`);
  const limited = stages.some((stage) => stage.name === '$limit');
  const running = { database, cost };
  const { documents, rest } = head(running, name, stages);
  const result = rest.reduce((list, stage) => runStage(running, list, stage), documents);
  const page = result.slice(0, limited ? limits.aggregateMaximum : limits.aggregateDefault);
  cost.returned = page.length;
  return page;
}

/** The leading stages as one search, and what is left. */
function head(
  { database, cost }: Running,
  name: string,
  stages: Stage[],
): { documents: Document[]; rest: Stage[] } {
  const collection = database.catalog.require(name);
  const rest = [...stages];
  const matches: Criteria[] = [];
  while (rest[0]?.name === '$match') matches.push(criteriaOf(rest.shift() as Stage));
  const order = rest[0]?.name === '$sort' ? orderOf(rest.shift() as Stage) : [];
  const skip = rest[0]?.name === '$skip' ? countOf(rest.shift() as Stage, 0) : 0;
  const limit = rest[0]?.name === '$limit' ? countOf(rest.shift() as Stage, 1) : Infinity;
  const criteria =
    matches.length === 1 ? (matches[0] as Criteria) : matches.length === 0 ? {} : { $and: matches };
  const found = select(database.records, collection, { criteria, order, skip, limit }, cost);
  return { documents: found.map(({ document }) => document), rest };
}

function runStage(running: Running, documents: Document[], stage: Stage): Document[] {
  switch (stage.name) {
    case '$match': {
      const matches = compileQuery(criteriaOf(stage));
      return documents.filter(matches);
    }
    case '$sort':
      return sortDocuments(documents, orderOf(stage), (document) => document);
    case '$skip':
      return documents.slice(countOf(stage, 0));
    case '$limit':
      return documents.slice(0, countOf(stage, 1));
    case '$count':
      return documents.length === 0 ? [] : [{ [String(stage.value)]: documents.length }];
    case '$lookup':
      return lookup(running, documents, stage.value);
    default:
      return runByMingo(documents, stage);
  }
}

function runByMingo(documents: Document[], stage: Stage): Document[] {
  try {
    const aggregator = new Aggregator([{ [stage.name]: stage.value } as AnyObject], {
      context,
      scriptEnabled: false,
    });
    return aggregator.run<AnyObject>(
      documents.map((document) => structuredCopy(document) as AnyObject),
    ) as Document[];
  } catch (error) {
    if (error instanceof CloudError) throw error;
    throw databaseRefused(`aggregate ${stage.name}: ${(error as Error).message}`);
  }
}

function lookup(running: Running, documents: Document[], value: unknown): Document[] {
  if (!isPlainObject(value)) throw invalidParam('$lookup needs an object');
  const { from, as, localField, foreignField, pipeline } = value as Record<string, unknown>;
  if (typeof from !== 'string' || typeof as !== 'string') throw invalidParam('$lookup needs from and as');
  const join =
    Array.isArray(pipeline) || typeof localField !== 'string' || typeof foreignField !== 'string'
      ? pipelineJoin(running, from, value)
      : fieldJoin(running, from, localField, foreignField);
  return documents.map((document) => ({ ...document, [as]: join(document) }));
}

type Join = (document: Document) => Document[];

/** A missing local field joins with null, an array with each of its elements. */
function fieldJoin(running: Running, from: string, localField: string, foreignField: string): Join {
  const { database, cost } = running;
  const collection = database.catalog.find(from);
  const path = localField.split('.');
  return (document) => {
    if (!collection) return [];
    const wanted = valuesAt(document, path, true).filter((value) => !Array.isArray(value));
    const values = wanted.length === 0 ? [null] : wanted.map((value) => value ?? null);
    const own = noCost();
    const found = select(
      database.records,
      collection,
      { criteria: { [foreignField]: { $in: values } } },
      own,
    );
    cost.examined += own.examined;
    cost.keys += own.keys;
    return found.map((entry) => entry.document);
  };
}

function pipelineJoin(running: Running, from: string, value: Record<string, unknown>): Join {
  const { pipeline, let: variables = {}, localField, foreignField } = value;
  if (!Array.isArray(pipeline))
    throw invalidParam('$lookup needs localField and foreignField, or a pipeline');
  const collection = running.database.catalog.find(from);
  return (document) => {
    if (!collection) return [];
    const values = evaluate(document, variables as Record<string, unknown>);
    const stages = pipeline.map((stage) => {
      const [name, inner] = Object.entries(stage as Record<string, unknown>)[0] ?? ['', undefined];
      return { name, value: narrowed(substitute(inner, values), name) };
    });
    const own = { database: running.database, cost: noCost() };
    const { documents, rest } = head(own, from, stages);
    const joined = rest.reduce((list, stage) => runStage(own, list, stage), documents);
    running.cost.examined += own.cost.examined;
    running.cost.keys += own.cost.keys;
    if (typeof localField !== 'string' || typeof foreignField !== 'string') return joined;
    const local = valuesAt(document, localField.split('.'), true);
    return joined.filter((other) =>
      valuesAt(other, foreignField.split('.'), true).some((a) => local.some((b) => equalValues(a, b))),
    );
  };
}

function evaluate(document: Document, variables: Record<string, unknown>): Record<string, unknown> {
  if (Object.keys(variables).length === 0) return {};
  const [computed] = runByMingo([document], { name: '$project', value: { _id: 0, ...wrapped(variables) } });
  return Object.fromEntries(Object.keys(variables).map((name) => [name, computed?.[`let_${name}`] ?? null]));
}

const wrapped = (variables: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(variables).map(([name, expression]) => [`let_${name}`, expression]));

/** Puts the values of `let` in the place of `$$name`. */
function substitute(value: unknown, variables: Record<string, unknown>): unknown {
  if (typeof value === 'string' && value.startsWith('$$')) {
    const [name = '', ...path] = value.slice(2).split('.');
    if (!(name in variables)) return value;
    const reached = path.reduce<unknown>(
      (at, part) => (isPlainObject(at) ? at[part] : undefined),
      variables[name],
    );
    return { $literal: reached ?? null };
  }
  if (Array.isArray(value)) return value.map((element) => substitute(element, variables));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, substitute(inner, variables)]));
}

/**
 * `{ $expr: { $eq: ['$field', literal] } }` says what a plain equality says, and an index can answer that.
 */
function narrowed(value: unknown, stage: string): unknown {
  if (stage !== '$match' || !isPlainObject(value) || !isPlainObject(value['$expr'])) return value;
  const { $and } = value['$expr'];
  const tests = Array.isArray($and) ? $and : [value['$expr']];
  const plain = tests.map(plainEquality).filter((criteria) => criteria !== undefined);
  return plain.length === 0 ? value : { $and: [...plain, value] };
}

function plainEquality(test: unknown): Criteria | undefined {
  const pair = isPlainObject(test) ? test['$eq'] : undefined;
  if (!Array.isArray(pair)) return undefined;
  const [field, literal] = typeof pair[0] === 'string' ? pair : [pair[1], pair[0]];
  if (typeof field !== 'string' || !/^\$[^$]/.test(field)) return undefined;
  const value = isPlainObject(literal) && '$literal' in literal ? literal['$literal'] : literal;
  if (typeof value === 'string' && value.startsWith('$') && value === literal) return undefined;
  if (value === null || value === undefined || typeof value === 'object') return undefined;
  return { [field.slice(1)]: value };
}

function criteriaOf(stage: Stage): Criteria {
  if (!isPlainObject(stage.value)) throw invalidParam('$match needs an object');
  return stage.value;
}

function orderOf(stage: Stage): Order {
  if (!isPlainObject(stage.value)) throw invalidParam('$sort needs an object');
  return Object.entries(stage.value).map(([field, direction]) => {
    if (direction !== 1 && direction !== -1) throw databaseRefused('$sort key ordering must be 1 or -1');
    return [field, direction] as const;
  });
}

function countOf(stage: Stage, least: number): number {
  const count = stage.value;
  if (!Number.isInteger(count) || (count as number) < least) {
    throw databaseRefused(`invalid argument to ${stage.name} stage: ${String(count)}`);
  }
  return count as number;
}
