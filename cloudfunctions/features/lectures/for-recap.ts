import type { LectureDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import type { Changed } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';

interface At<In, Found> {
  context: StaffContext;
  input: In;
  transaction: Transaction;
  found: Found;
}

/** What is done to a recap: run with it, or there is none. It names the recap in the log. */
export const forRecap =
  <In extends { lectureId: string }, Out, Found = undefined>(
    outcome: string,
    change: (
      lecture: LectureDocument,
      at: At<In, Found>,
    ) => Promise<{ value: Out } | ReturnType<typeof refuse>>,
  ) =>
  async (context: StaffContext, input: In, transaction: Transaction, found: Found): Promise<Changed<Out>> => {
    const lecture = await transaction.get('lectures', input.lectureId);
    if (!lecture) return refuse({ code: 'lecture_not_found' });
    const changed = await change(lecture, { context, input, transaction, found });
    return 'refusals' in changed ? changed : { ...changed, log: { outcome, titleName: lecture.title } };
  };

export interface OfLecture {
  lectureId: string;
}
