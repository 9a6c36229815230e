import type { DeskLecture, DeskLecturePage } from '../../../typings/contract/lecture-desk';
import type { LectureDocument } from '../../documents';
import type { Database } from '../../kernel/database';
import { factsById } from '../../reads/titles';

export const deskLecture = ({
  _id,
  title,
  speaker,
  heldAt,
  publishAt,
}: Pick<LectureDocument, '_id' | 'title' | 'speaker' | 'heldAt' | 'publishAt'>): DeskLecture => ({
  lectureId: _id,
  title,
  speaker,
  heldAt,
  publishAt,
});

/** The recap as its editor has it, with the books that stand in it. */
export const deskLecturePage = async (db: Database, lecture: LectureDocument): Promise<DeskLecturePage> => {
  const { _id, publishAt: _at, eventId, lines, ...draft } = lecture;
  const factsOf = await factsById(db, draft.titleIds);
  return {
    ...deskLecture(lecture),
    draft,
    books: draft.titleIds.map(factsOf),
    lines,
    eventId: eventId ?? '',
  };
};
