import type { ImportRunKeysDocument } from '../../documents';
import type { Database, Transaction } from '../../kernel/database';
import { recordKey } from '../../cataloguing/record-key';
import { MOST_RECORDS } from './limits';

/** Records of one document. */
const THOUSAND = 1000;
const BYTES = 8;

/**
 * The control numbers that a run has met, by the number of their record; kept beside the run from step to
 * step.
 */
export interface SeenRecords {
  /** The number under which the key was met before; 0 when it is new, and is remembered now. */
  meet(control: string, number: number): number;
  has(control: string): boolean;
  /** Writes what was met in records `from` (exclusive) up to `to`, in the transaction that counts them. */
  keep(transaction: Transaction, from: number, to: number): Promise<void>;
}

const keysId = (runId: string, thousand: number): string => `${runId}_${thousand}`;

/** Ids of all the documents that a run can have. */
export const keysIds = (runId: string): string[] =>
  Array.from({ length: Math.ceil(MOST_RECORDS / THOUSAND) }, (_, n) => keysId(runId, n));

/** What the first `done` records of a run were known by. */
export const seenRecords = async (db: Database, runId: string, done: number): Promise<SeenRecords> => {
  const kept = done === 0 ? [] : await db.getMany('importRunKeys', keysIds(runId));
  const keys = new Float64Array(MOST_RECORDS);
  const numbers = new Map<number, number>();
  for (const document of kept) keys.set(readKeys(document), thousandOf(document) * THOUSAND);
  // A cut can have left keys of records that were not counted.
  keys.fill(0, done);
  for (const [at, key] of keys.entries()) if (key !== 0 && !numbers.has(key)) numbers.set(key, at + 1);
  return {
    meet: (control, number) => {
      const key = recordKey(control);
      const before = numbers.get(key);
      if (before !== undefined) return before;
      numbers.set(key, number);
      keys[number - 1] = key;
      return 0;
    },
    has: (control) => numbers.has(recordKey(control)),
    keep: async (transaction, from, to) => {
      for (let n = Math.floor(from / THOUSAND); n * THOUSAND < to; n++)
        await transaction.put('importRunKeys', {
          _id: keysId(runId, n),
          keys: written(keys.subarray(n * THOUSAND, (n + 1) * THOUSAND)),
        });
    },
  };
};

const thousandOf = ({ _id }: ImportRunKeysDocument): number => Number(_id.slice(_id.lastIndexOf('_') + 1));

function readKeys({ keys }: ImportRunKeysDocument): number[] {
  const bytes = Buffer.from(keys, 'base64');
  return Array.from({ length: bytes.length / BYTES }, (_, n) => bytes.readDoubleLE(n * BYTES));
}

/** Without the empty end of the last thousand. */
function written(keys: Float64Array): string {
  let length = keys.length;
  while (length > 0 && keys[length - 1] === 0) length--;
  const bytes = Buffer.alloc(length * BYTES);
  for (let n = 0; n < length; n++) bytes.writeDoubleLE(keys[n]!, n * BYTES);
  return bytes.toString('base64');
}
