import { Query } from 'mingo/query';
import { databaseRefused } from '../../cloud-error';
import { context } from './matching';
import type { Document } from '../engine/records';
import { structuredCopy } from '../values';

/** Keeps the fields asked for: `{ title: 1, _id: 0 }`, or mingo's projection operators. */
export function project(documents: Document[], projection: Record<string, unknown>): Document[] {
  refuseMixed(projection);
  const everything = new Query({}, { context, scriptEnabled: false });
  return everything
    .find<Document>(
      documents.map((document) => structuredCopy(document) as Document),
      projection as never,
    )
    .all();
}

function refuseMixed(projection: Record<string, unknown>): void {
  const kinds = new Set<boolean>();
  for (const [field, wanted] of Object.entries(projection)) {
    if (field === '_id' || (typeof wanted === 'object' && wanted !== null)) continue;
    kinds.add(Boolean(wanted));
  }
  if (kinds.size > 1) throw databaseRefused('Projection cannot have a mix of inclusion and exclusion.');
}
