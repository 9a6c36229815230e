import { randomBytes } from 'node:crypto';
import { databaseRefused } from '../../cloud-error';
import type { Criteria } from '../query/matching';
import { applyUpdate } from '../update/update';
import { equalValues, isPlainObject } from '../values';
import type { Document } from './records';

export interface Change {
  /** A MongoDB update document, or a whole document when `replace`. */
  data: Record<string, unknown>;
  replace: boolean;
  multi: boolean;
  upsert: boolean;
}

/** Checks what may not be stored and gives an `_id` of the platform's form where there is none. */
export function withId(document: Document): Document {
  refuseBadFields(document);
  if (document['_id'] === undefined || document['_id'] === null || document['_id'] === '') {
    return { _id: newId(), ...omitId(document) };
  }
  if (Array.isArray(document['_id']) || document['_id'] instanceof RegExp) {
    throw databaseRefused("can't use a regex or an array for _id");
  }
  return document;
}

const omitId = ({ _id, ...rest }: Document): Document => rest;

const newId = (): string => randomBytes(16).toString('hex');

/** `$` begins operators, `.` joins paths: neither belongs in a stored field's name. */
function refuseBadFields(value: unknown): void {
  if (Array.isArray(value)) return value.forEach(refuseBadFields);
  if (!isPlainObject(value)) return;
  for (const [field, inner] of Object.entries(value)) {
    if (field.startsWith('$'))
      throw databaseRefused(`The dollar ($) prefixed field '${field}' is not valid for storage`);
    if (field.includes('.')) throw databaseRefused(`The dotted field '${field}' is not valid for storage`);
    refuseBadFields(inner);
  }
}

/** What a document becomes. */
export function changedBy(change: Change, document: Document): Document {
  return change.replace ? replacement(change.data, document['_id']) : applyUpdate(document, change.data);
}

/** What an upsert that finds nothing creates: the query's equalities, then the change. */
export function createdBy(criteria: Criteria, change: Change): Document {
  const id = criteria['_id'] ?? newId();
  if (isPlainObject(id)) throw databaseRefused('an upsert needs one _id');
  if (change.replace) return replacement(change.data, id);
  const equalities = Object.entries(criteria).filter(
    ([field, value]) => !field.startsWith('$') && !isPlainObject(value),
  );
  return applyUpdate({ _id: id, ...Object.fromEntries(equalities) }, change.data, true);
}

function replacement(data: Record<string, unknown>, id: unknown): Document {
  if ('_id' in data && !equalValues(data['_id'], id)) {
    throw databaseRefused("Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  refuseBadFields(data);
  return { _id: id, ...omitId(data) };
}
