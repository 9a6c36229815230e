import type { Refusal } from '../../typings/contract/refusals';
import type { CollectionName, Documents } from '../documents';
import type { Transaction } from '../kernel/database';
import { refuse } from '../kernel/refusal';

/** A change of one document, named by a field of the input: run with it as it stands, or there is a no. */
export const ofFound =
  <C extends CollectionName, F extends string, At, In extends Record<F, string>, Changed>(
    [collection, field, no]: readonly [C, F, Refusal],
    run: (context: At, input: In, transaction: Transaction, before: Documents[C]) => Promise<Changed>,
  ) =>
  async (context: At, input: In, transaction: Transaction): Promise<Changed | { refusals: Refusal[] }> => {
    const before = await transaction.get(collection, input[field]);
    return before ? run(context, input, transaction, before) : refuse(no);
  };
