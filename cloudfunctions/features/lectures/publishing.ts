import * as v from 'valibot';
import type { DeskLecture } from '../../../typings/contract/lecture-desk';
import type { EventDocument, LectureDocument } from '../../documents';
import type { Transaction } from '../../kernel/database';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { earliest, eventWithin } from '../../steps/event-places';
import { followEvent } from '../../steps/event-following';
import { deskLecture } from './desk-view';
import { aMoment } from './draft-input';
import { forRecap, type OfLecture } from './for-recap';

/**
 * Readers see it from a moment on. Its event is told with it: who registered there learns of the recap when
 * that moment has come, once, however often it is withdrawn and published again.
 */
export const publish = writing('lectureDesk.publish', {
  role: 'events',
  schema: v.strictObject({ lectureId: anId, at: aMoment }),
  run: forRecap<OfLecture & { at: string | null }, DeskLecture>('发布讲座回顾', async (before, at) => {
    const { lead, keyPoints, quotes } = before;
    if (lead === '' && keyPoints.length + quotes.length === 0) return refuse({ code: 'lecture_empty' });
    const { now } = at.context;
    return changed(at.transaction, before, at.input.at !== null && at.input.at > now ? at.input.at : now);
  }),
  afterwards: async (context, { lectureId }) => {
    const lecture = await context.db.get('lectures', lectureId);
    if (lecture?.eventId) await followEvent(context, lecture.eventId);
  },
});

export const withdraw = writing('lectureDesk.withdraw', {
  role: 'events',
  schema: v.strictObject({ lectureId: anId }),
  run: forRecap<OfLecture, DeskLecture>('撤下讲座回顾', async (before, { transaction }) =>
    changed(transaction, before, null),
  ),
});

const changed = async (transaction: Transaction, before: LectureDocument, publishAt: string | null) => {
  const event = before.eventId === null ? null : await eventWithin(transaction, before.eventId);
  if (event) await transaction.put('events', told(event, before, publishAt));
  const lecture = { ...before, publishAt };
  await transaction.put('lectures', lecture);
  return { value: deskLecture(lecture) };
};

const told = (event: EventDocument, { _id, title }: LectureDocument, from: string | null): EventDocument => {
  const others = event.tellings.filter(({ kind }) => kind !== 'recap');
  if (from === null) return { ...event, recapFrom: null, tellings: others };
  const telling = { id: _id, kind: 'recap' as const, text: title, from };
  return {
    ...event,
    lectureId: _id,
    recapFrom: from,
    tellings: [...others, telling],
    nextAt: earliest(event.nextAt, from),
  };
};
