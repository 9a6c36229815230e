/** A stored document: plain data with an `_id`. */
export type Document = Record<string, unknown>;

/**
 * How the importer and the demo library read and write many documents at once, outside any cloud function.
 * The local cloud gives one over its own database; a deployment tool may give one over the real cloud.
 */
export interface BulkTarget {
  get(collection: string, ids: string[]): Promise<Document[]>;
  find(collection: string, query: object, limit?: number): Promise<Document[]>;
  /** Replaces documents whole by `_id`, or creates them; durable when it resolves. */
  upsert(collection: string, docs: Document[]): Promise<void>;
  count(collection: string, query?: object): Promise<number>;
}
