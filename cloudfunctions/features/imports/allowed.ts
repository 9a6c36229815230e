import type { FileFault } from '../../../typings/contract/imports';
import { headOf, type Source } from '../../exchange/bytes';
import { countRecords, natureOf, type Nature, type ReadOptions } from '../../exchange/read';
import { Unreadable } from '../../exchange/unreadable';
import { MOST_RECORDS, mostBytes } from './limits';

/** As much of a file as tells what it is. */
const HEAD = 1 << 20;

const refuseFile = (fault: FileFault): never => {
  throw new Unreadable(fault);
};

/** How many records a file has, when the desk takes it. @throws Unreadable */
export const countAllowed = async (
  source: Source,
  size: number,
  options: Pick<ReadOptions, 'format' | 'encoding'>,
): Promise<{ records: number; nature: Nature }> => {
  if (size === 0) refuseFile({ code: 'empty' });
  const nature = natureOf(await headOf(source, HEAD), options);
  const most = mostBytes(nature.syntax === 'xlsx' ? 'xlsx' : undefined);
  if (size > most) refuseFile({ code: 'file_too_large', most });
  const records = await countRecords(source, options, MOST_RECORDS);
  if (records === 0) refuseFile({ code: 'empty' });
  if (records > MOST_RECORDS) refuseFile({ code: 'too_many_records', most: MOST_RECORDS });
  return { records, nature };
};
