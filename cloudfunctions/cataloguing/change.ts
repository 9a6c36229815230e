import type { ImportCounts } from '../../typings/contract/imports';
import type { ItemDocument, TitleDocument } from '../documents';
import { keepGrownTitle, keepItem, keepOwnTitle, keepTitle } from './record-documents';
import { isSame } from './same-data';

/** What becomes of one document. */
export interface Change<D> {
  /** What the file says. */
  record: D;
  /** As it stood when the plan was made; nothing when it is new. */
  before: D | undefined;
  after: D;
  what: keyof ImportCounts;
  /** Whether anything is to be written. */
  needed: boolean;
  /** What becomes of it over what stands there at the moment of writing. */
  over(stored: D): D;
  /** The same change when something else stands there after all. */
  meeting(stored: D | undefined): Change<D>;
}

/**
 * A run that may be cut counts what it added before as added still: it is dated as the run, and of its
 * source.
 */
export type OwnRun = { startedAt: string } | null;

const changeOf = <D extends { source: string }>(
  record: D,
  before: D | undefined,
  over: (stored: D) => D,
  isOfRun: (stored: D) => boolean,
): Change<D> => {
  const after = before ? over(before) : record;
  const needed = !before || !isSame(after, before);
  const isAdded = !before || (!needed && before.source === record.source && isOfRun(before));
  return {
    record,
    before,
    after,
    what: isAdded ? 'added' : needed ? 'changed' : 'unchanged',
    needed,
    over,
    meeting: (stored) => changeOf(record, stored, over, isOfRun),
  };
};

/** `own`: the record is of this library's own export. `grown`: other titles were joined to this one. */
export function titleChange(
  record: TitleDocument,
  before: TitleDocument | undefined,
  { own, grown, run }: { own: boolean; grown: boolean; run: OwnRun },
): Change<TitleDocument> {
  const keep = own ? keepOwnTitle : keepTitle;
  return changeOf(
    record,
    before,
    (stored) => (grown ? keepGrownTitle(keep(record, stored), stored) : keep(record, stored)),
    ({ addedAt }) => addedAt === run?.startedAt,
  );
}

export const itemChange = (
  record: ItemDocument,
  before: ItemDocument | undefined,
  run: OwnRun,
): Change<ItemDocument> =>
  changeOf(
    record,
    before,
    (stored) => keepItem(record, stored),
    ({ changedAt }) => changedAt === run?.startedAt,
  );
