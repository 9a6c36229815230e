import type { SearchPart } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { indexBuilder } from '../../search/index/build';
import { titlesIn } from './catalogue-parts';
import { changedSince } from './changes';
import { titlesToIndex } from './titles-to-index';

const BATCH = 500;

/**
 * The index of the whole catalogue: what its parts tell, and what changed since they were read. One part is
 * held at a time.
 */
export const buildSnapshot = async (
  context: Pick<JobContext, 'db' | 'files'>,
  parts: SearchPart[],
): Promise<{ bytes: Uint8Array; titles: number }> => {
  const builder = indexBuilder();
  const oldest = parts.map(({ changesFrom }) => changesFrom).sort()[0];
  const changed = oldest === undefined ? [] : await changedSince(context.db, oldest);
  let titles = 0;
  for (let start = 0; start < changed.length; start += BATCH) {
    const now = await titlesToIndex(context.db, changed.slice(start, start + BATCH));
    for (const title of now.values()) builder.add(title);
    titles += now.size;
  }
  const isChanged = new Set(changed);
  for (const part of parts) {
    const same = (await titlesIn(context, part)).filter(({ id }) => !isChanged.has(id));
    for (const title of same) builder.add(title);
    titles += same.length;
  }
  return { bytes: builder.finish(), titles };
};
