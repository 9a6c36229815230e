import * as v from 'valibot';
import type { Query } from '../../kernel/database';
import { reading } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { deskLecture, deskLecturePage } from './desk-view';

const LATEST: Omit<Query, 'skip' | 'limit'> = {
  where: {},
  orderBy: [['heldAt', 'desc']],
  fields: ['title', 'speaker', 'heldAt', 'publishAt'],
};

export const deskList = reading('lectureDesk.list', {
  role: 'events',
  schema: v.strictObject({ after: aPageStart }),
  run: async ({ db }, { after }) => {
    const found = await pageFrom(db, 'lectures', LATEST, after);
    return done({ ...found, list: found.list.map(deskLecture) });
  },
});

export const deskShow = reading('lectureDesk.show', {
  role: 'events',
  schema: v.strictObject({ lectureId: anId }),
  run: async ({ db }, { lectureId }) => {
    const lecture = await db.get('lectures', lectureId);
    return lecture ? done(await deskLecturePage(db, lecture)) : refuse({ code: 'lecture_not_found' });
  },
});
