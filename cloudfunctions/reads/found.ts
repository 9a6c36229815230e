import type { Refusal } from '../../typings/contract/refusals';
import type { CollectionName, Documents } from '../documents';
import type { Context } from '../kernel/context';
import { done, refuse } from '../kernel/refusal';

/** A question after one document, named by a field of the input: answered with it, or there is a no. */
export const showing =
  <C extends CollectionName, F extends string, At extends Pick<Context, 'db'>, Value>(
    [collection, field, no]: readonly [C, F, Refusal],
    view: (context: At, document: Documents[C]) => Promise<Value> | Value,
  ) =>
  async (context: At, input: Record<F, string>) => {
    const document = await context.db.get(collection, input[field]);
    return document ? done(await view(context, document)) : refuse(no);
  };
