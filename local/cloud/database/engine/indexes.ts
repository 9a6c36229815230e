import { databaseRefused } from '../../cloud-error';
import { limits } from '../../limits';
import {
  makeIndex,
  type Collection,
  type CollectionDeclarations,
  type Index,
  type IndexDeclaration,
} from './catalog';
import { decodeDocument } from '../wire/codec';
import { afterPrefix } from './key-encoding';
import { addIndexEntries } from './record-entries';
import { documentKey, indexPrefix } from './record-keys';
import { inOneWrite, type Records } from './records';

/**
 * Makes the data folder agree with the declaration: missing collections and indexes appear, changed ones are
 * rebuilt.
 */
export function declareCollections(records: Records, declarations: CollectionDeclarations): void {
  for (const [name, { indexes }] of Object.entries(declarations)) {
    const collection = records.catalog.find(name) ?? records.store.write(() => records.catalog.create(name));
    declareIndexes(records, collection, indexes);
  }
}

function declareIndexes(
  records: Records,
  collection: Collection,
  declared: readonly IndexDeclaration[],
): void {
  refuseTooMany(collection, declared);
  for (const index of [...collection.indexes]) {
    if (!declared.some((declaration) => sameIndex(index, declaration))) drop(records, collection, index);
  }
  for (const declaration of declared) {
    if (!collection.indexes.some((index) => sameIndex(index, declaration)))
      build(records, collection, declaration);
  }
}

function refuseTooMany(collection: Collection, declared: readonly IndexDeclaration[]): void {
  if (declared.length > limits.indexesPerCollection) {
    throw databaseRefused(
      `${collection.name} declares ${declared.length} indexes, the platform takes ${limits.indexesPerCollection}`,
    );
  }
  const wide = declared.find(({ keys }) => keys.length > limits.fieldsPerIndex || keys.length === 0);
  if (wide) throw databaseRefused(`index ${wide.name} needs 1 to ${limits.fieldsPerIndex} fields`);
}

function sameIndex(index: Index, declaration: IndexDeclaration): boolean {
  return (
    index.name === declaration.name &&
    index.unique === (declaration.unique ?? false) &&
    JSON.stringify(index.keys) === JSON.stringify(declaration.keys)
  );
}

function build(records: Records, collection: Collection, declaration: IndexDeclaration): void {
  const { store, catalog } = records;
  const before = collection.indexes;
  try {
    inOneWrite(records, () => {
      const index = makeIndex(declaration, catalog.newIndexNumber());
      collection.indexes = [...before, index];
      for (const { key, value } of store.documents.getRange(range(collection))) {
        const document = decodeDocument(value.toString('utf8'));
        addIndexEntries(records, collection, index, { document, number: key.readUInt32BE(2) });
      }
      catalog.save(collection);
    });
  } catch (error) {
    collection.indexes = before;
    throw error;
  }
}

function drop(records: Records, collection: Collection, index: Index): void {
  const { store, catalog } = records;
  const start = indexPrefix(index);
  inOneWrite(records, () => {
    for (const key of [...store.entries.getKeys({ start, end: afterPrefix(start) })])
      store.entries.removeSync(key);
    collection.indexes = collection.indexes.filter((other) => other !== index);
    catalog.save(collection);
  });
}

function range(collection: Collection): { start: Buffer; end: Buffer } {
  const end = Buffer.allocUnsafe(2);
  end.writeUInt16BE(collection.number + 1, 0);
  return { start: documentKey(collection, 0), end };
}
