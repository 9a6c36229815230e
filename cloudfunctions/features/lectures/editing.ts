import * as v from 'valibot';
import type { DeskLecturePage, LectureDraft } from '../../../typings/contract/lecture-desk';
import type { Refusal } from '../../../typings/contract/refusals';
import type { EventDocument, LectureDocument } from '../../documents';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { eventWithin } from '../../steps/event-places';
import { deskLecture, deskLecturePage } from './desk-view';
import { DRAFT } from './draft-input';
import { forRecap, type OfLecture } from './for-recap';

/** The event carries that it has one recap: who begins a second one is given the first. */
export const begin = writing('lectureDesk.begin', {
  role: 'events',
  schema: v.strictObject({ eventId: v.union([v.literal(''), anId]) }),
  run: async (context, { eventId }, transaction) => {
    const event = eventId === '' ? null : await eventWithin(transaction, eventId);
    if (eventId !== '' && !event) return refuse({ code: 'event_not_found' });
    const before = event?.lectureId ? await transaction.get('lectures', event.lectureId) : null;
    if (before)
      return { value: deskLecture(before), log: { outcome: '打开讲座回顾', titleName: before.title } };
    const lecture = { ...begun(event, context.now), _id: context.newId() };
    await transaction.put('lectures', lecture);
    if (event) await transaction.put('events', { ...event, lectureId: lecture._id });
    return { value: deskLecture(lecture), log: { outcome: '新建讲座回顾', titleName: lecture.title } };
  },
});

/** What a recap has before anybody wrote it: what the event knew. */
const begun = (event: EventDocument | null, now: string): Omit<LectureDocument, '_id'> => ({
  title: event?.title ?? '新的回顾',
  speaker: event?.speaker ?? '',
  speakerAbout: '',
  heldAt: event?.startsAt ?? now,
  duration: 0,
  lead: '',
  ...{ keyPoints: [], quotes: [], chapters: [], titleIds: [], quiz: [] },
  replay: { source: 'none' },
  publishAt: null,
  eventId: event?._id ?? null,
  lines: 0,
});

export const save = writing('lectureDesk.save', {
  role: 'events',
  schema: v.strictObject({ ...DRAFT, lectureId: anId }),
  run: forRecap<LectureDraft & OfLecture, DeskLecturePage>('修改讲座回顾', async (before, at) => {
    const { lectureId: _, ...draft } = at.input;
    const refusals = refusalsOf(draft);
    if (refusals.length > 0) return { refusals };
    const saved = { ...before, ...inOrder(draft) };
    await at.transaction.put('lectures', saved);
    return { value: await deskLecturePage(at.context.db, saved) };
  }),
});

/** Marks stand where the film has something, and every question has its answer. */
const refusalsOf = ({ duration, keyPoints, quotes, chapters, quiz }: LectureDraft): Refusal[] => [
  ...Object.entries({ keyPoints, quotes, chapters }).flatMap(([field, marks]): Refusal[] => {
    const place = duration > 0 ? marks.findIndex(({ at }) => at > duration) + 1 : 0;
    return place > 0 && isMarked(field) ? [{ code: 'mark_beyond_replay', field, place, duration }] : [];
  }),
  ...quiz.flatMap(({ choices, right }, n): Refusal[] =>
    right < 0 || right >= choices.length ? [{ code: 'quiz_answer_missing', place: n + 1 }] : [],
  ),
];

const isMarked = (field: string): field is 'keyPoints' | 'quotes' | 'chapters' =>
  field === 'keyPoints' || field === 'quotes' || field === 'chapters';

/** Chapters follow the film; key points and quotes stand as their editor put them. */
const inOrder = (draft: LectureDraft): LectureDraft => ({
  ...draft,
  chapters: [...draft.chapters].sort((a, b) => a.at - b.at),
  titleIds: [...new Set(draft.titleIds)],
});

/** A recap that readers see is withdrawn first. */
export const remove = writing('lectureDesk.remove', {
  role: 'events',
  schema: v.strictObject({ lectureId: anId }),
  run: forRecap<OfLecture, OfLecture>(
    '删除讲座回顾',
    async ({ _id, publishAt, eventId }, { transaction }) => {
      if (publishAt !== null) return refuse({ code: 'recap_published' });
      const event = eventId === null ? null : await eventWithin(transaction, eventId);
      if (event) await transaction.put('events', { ...event, lectureId: null });
      for (const collection of ['lectures', 'transcripts'] as const)
        await transaction.remove(collection, _id);
      return { value: { lectureId: _id } };
    },
  ),
});
