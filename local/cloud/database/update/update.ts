import { databaseRefused } from '../../cloud-error';
import { arrayOperators } from './array-operators';
import { setAt, valueOperators, type ApplyOperator } from './value-operators';
import type { Document } from '../engine/records';
import { equalValues, isPlainObject, structuredCopy } from '../values';

const operators: Record<string, ApplyOperator> = { ...valueOperators, ...arrayOperators };

/**
 * Applies a MongoDB update document and gives the changed copy. Wrong types are refused with MongoDB's own
 * words where mingo would quietly go on.
 */
export function applyUpdate(document: Document, update: Record<string, unknown>, isInsert = false): Document {
  const changed = structuredCopy(document) as Document;
  refuseConflicts(update);
  for (const [name, fields] of Object.entries(update)) {
    if (name === '$setOnInsert') {
      if (isInsert) for (const [path, operand] of entriesOf(name, fields)) setAt(changed, path, operand);
      continue;
    }
    const apply = operators[name];
    if (!apply) throw databaseRefused(`Unknown modifier: ${name}`);
    for (const [path, operand] of entriesOf(name, fields)) {
      refuseBadPath(path);
      apply(changed, path, structuredCopy(operand));
    }
  }
  if ('_id' in document && !equalValues(changed['_id'], document['_id'])) {
    throw databaseRefused("Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  return changed;
}

function entriesOf(name: string, fields: unknown): [string, unknown][] {
  if (!isPlainObject(fields)) {
    throw databaseRefused(
      `Modifiers operate on fields but we found type ${typeof fields} instead in ${name}`,
    );
  }
  return Object.entries(fields);
}

function refuseBadPath(path: string): void {
  const parts = path.split('.');
  if (parts.some((part) => part === ''))
    throw databaseRefused(`The update path '${path}' contains an empty field name`);
  if (parts.some((part) => part.startsWith('$'))) {
    throw databaseRefused(`The positional path '${path}' is not supported by the local cloud`);
  }
}

/** Two operators may not touch one path, nor a path and what is inside it. */
function refuseConflicts(update: Record<string, unknown>): void {
  const paths: string[] = [];
  for (const [name, fields] of Object.entries(update)) {
    if (!isPlainObject(fields)) continue;
    paths.push(...Object.keys(fields));
    if (name === '$rename') paths.push(...Object.values(fields).map(String));
  }
  paths.sort();
  for (let i = 0; i < paths.length; i++) {
    for (let j = i + 1; j < paths.length; j++) {
      const [a, b] = [paths[i] as string, paths[j] as string];
      if (b !== a && !b.startsWith(`${a}.`)) continue;
      throw databaseRefused(`Updating the path '${b}' would create a conflict at '${a}'`);
    }
  }
}
