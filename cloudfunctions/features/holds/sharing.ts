import * as v from 'valibot';
import type { Refusal } from '../../../typings/contract/refusals';
import type { ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { anId } from '../../kernel/validate';
import { strangersAmong } from '../../reads/family';
import { namesOf } from '../../reads/readers';

/** The most people of a family or club who share a hold. */
const MOST_SHARING = 10;

export const whomToShareWith = v.pipe(v.array(anId), v.maxLength(MOST_SHARING, '最多与 10 人共享'));

/** With whom a reader shares a hold, each once and nobody with themselves; or why with one of them not. */
export const sharing = async (
  context: Pick<Context, 'db' | 'today' | 'library'>,
  reader: ReaderDocument,
  readerIds: readonly string[],
): Promise<{ with: string[]; nameOf: (readerId: string) => string } | { refusals: Refusal[] }> => {
  const others = [...new Set(readerIds)].filter((id) => id !== reader._id);
  const strangers = await strangersAmong(context, reader, others);
  // Without a name: whoever asks may not even learn that there is such a reader.
  if (strangers.length > 0)
    return { refusals: strangers.map(() => ({ code: 'not_family' as const, name: '' })) };
  return { with: others, nameOf: await namesOf(context.db, others, reader) };
};
