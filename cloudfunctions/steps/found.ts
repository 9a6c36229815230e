import type { Refusal } from '../../typings/contract/refusals';
import type { CollectionName, Documents } from '../documents';
import type { Transaction } from '../kernel/database';
import type { Run } from '../kernel/operation';
import { refuse } from '../kernel/refusal';

/** A change of one document, named by a field of the input: run with it as it stands, or there is a no. */
export const ofFound =
  <C extends CollectionName, F extends string, At, In extends Record<F, string>, Changed>(
    [collection, field, no]: readonly [C, F, Refusal | ((id: string) => Refusal)],
    run: (context: At, input: In, transaction: Transaction, before: Documents[C]) => Promise<Changed>,
  ): Run<At, In, Changed> =>
  async (context, input, transaction) => {
    const before = await transaction.get(collection, input[field]);
    if (before) return run(context, input, transaction, before);
    return refuse(typeof no === 'function' ? no(input[field]) : no);
  };
