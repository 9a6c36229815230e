import type { LectureSummary } from '../../typings/contract/lectures';
import type { LectureDocument } from '../documents';

export const lectureSummary = ({
  _id,
  title,
  speaker,
  heldAt,
  duration,
  lead,
}: LectureDocument): LectureSummary => ({
  lectureId: _id,
  title,
  speaker,
  heldAt,
  duration,
  lead,
});
