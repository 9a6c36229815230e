import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';

/**
 * Where a reader stopped watching; the latest call wins. The title of the lecture is not needed to keep it.
 */
export const keepPosition = writing('lectures.keepPosition', {
  caller: 'reader',
  schema: v.strictObject({ lectureId: anId, seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(86_400)) }),
  prepare: async ({ db, openid }, { lectureId }) => {
    const [identity, lecture] = await Promise.all([
      db.get('identities', openid),
      db.get('lectures', lectureId),
    ]);
    if (!identity) return refuse({ code: 'no_card' });
    return lecture ? { readerId: identity.readerId } : refuse({ code: 'lecture_not_found' });
  },
  run: async ({ now }, { lectureId, seconds }, transaction, { readerId }) => {
    await transaction.put('replayPositions', {
      _id: `${lectureId}_${readerId}`,
      readerId,
      seconds,
      at: now,
    });
    return { value: { seconds }, log: { outcome: '记住观看位置', readerId } };
  },
});
