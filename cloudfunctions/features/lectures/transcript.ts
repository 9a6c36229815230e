import * as v from 'valibot';
import { paragraphsOf } from '../../exchange/captions';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { isShown } from './shown';

export const transcript = reading('lectures.transcript', {
  caller: 'visitor',
  schema: v.strictObject({ lectureId: anId }),
  run: async (context, { lectureId }) => {
    const { db } = context;
    const [lecture, said] = await Promise.all([
      db.get('lectures', lectureId),
      db.get('transcripts', lectureId),
    ]);
    if (!lecture || !isShown(lecture, context)) return refuse({ code: 'lecture_not_found' });
    return said ? done({ list: paragraphsOf(said.list) }) : refuse({ code: 'transcript_not_found' });
  },
});
