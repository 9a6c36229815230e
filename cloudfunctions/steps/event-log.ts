import type { EventDocument, ReaderDocument } from '../documents';

/** What the log says of something that a reader did at an event. */
export const eventLine = (
  outcome: string,
  { title, branchId }: Pick<EventDocument, 'title' | 'branchId'>,
  { _id: readerId }: Pick<ReaderDocument, '_id'>,
) => ({ outcome, readerId, titleName: title, branchId });
