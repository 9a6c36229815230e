import * as v from 'valibot';
import type { LecturePage } from '../../../typings/contract/lectures';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { copiesByTitle } from '../../reads/items';
import { factsById } from '../../reads/titles';
import { availabilityOf } from '../../views/availability';
import { lectureSummary } from '../../views/lectures';
import { isShown } from './shown';

export const show = reading('lectures.show', {
  caller: 'visitor',
  schema: v.strictObject({ lectureId: anId }),
  run: async (context, { lectureId }) => {
    const { db, library, openid } = context;
    const [lecture, identity] = await Promise.all([
      db.get('lectures', lectureId),
      db.get('identities', openid),
    ]);
    if (!lecture || !isShown(lecture, context)) return refuse({ code: 'lecture_not_found' });
    const [title, copiesOf, position] = await Promise.all([
      factsById(db, lecture.titleIds),
      copiesByTitle(db, lecture.titleIds),
      identity ? db.get('replayPositions', `${lectureId}_${identity.readerId}`) : null,
    ]);
    const page: LecturePage = {
      ...lectureSummary(lecture),
      speakerAbout: lecture.speakerAbout,
      keyPoints: lecture.keyPoints,
      quotes: lecture.quotes,
      chapters: lecture.chapters,
      replay: lecture.replay,
      position: position?.seconds ?? 0,
      books: lecture.titleIds.map((titleId) => ({
        ...title(titleId),
        availability: availabilityOf(library, copiesOf(titleId)),
      })),
      quiz: lecture.quiz.map(({ question, choices }) => ({ question, choices })),
      hasTranscript: lecture.lines > 0,
      libraryName: library.settings.name,
    };
    return done(page);
  },
});
