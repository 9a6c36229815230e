import * as v from 'valibot';
import { operationsOf, reading, writing, type Operation } from '../../cloudfunctions/kernel/operation';
import { done, refuse } from '../../cloudfunctions/kernel/refusal';
import { aPageStart } from '../../cloudfunctions/kernel/page';
import { anId, nothing } from '../../cloudfunctions/kernel/validate';
import type { serve } from '../../cloudfunctions/platform/serve';
import type { Context, StaffContext } from '../../cloudfunctions/kernel/context';
import type { LectureSummary } from '../../typings/contract/lectures';
import type { ReaderAction, StaffAction } from '../../typings/contract';

/**
 * What must not compile. `npm run typecheck` is the test: an expected error that does not come is an error.
 * Nothing here runs.
 */

const ofLecture = v.strictObject({ lectureId: anId });
const list = reading('lectures.list', {
  caller: 'visitor',
  schema: v.strictObject({ after: aPageStart }),
  run: noLectures,
});
const show = reading('lectures.show', { caller: 'visitor', schema: ofLecture, run: notFound });
const keepPosition = writing('lectures.keepPosition', {
  caller: 'visitor',
  schema: v.strictObject({ lectureId: anId, seconds: v.number() }),
  prepare: async ({ openid }) => (openid ? { readerId: openid } : refuse({ code: 'no_card' })),
  run: async (_context, { seconds }, _transaction, { readerId }) => ({
    value: { seconds },
    log: { outcome: '', readerId },
  }),
});

const transcript = reading('lectures.transcript', { caller: 'visitor', schema: ofLecture, run: notFound });
const answerQuiz = reading('lectures.answerQuiz', {
  caller: 'visitor',
  schema: v.strictObject({ lectureId: anId, answers: v.array(v.number()) }),
  run: notFound,
});

declare function noLectures(): Promise<{ value: { list: LectureSummary[] } }>;
declare function notFound(): Promise<ReturnType<typeof refuse>>;

export const whole = operationsOf('lectures', [list, show, keepPosition, transcript, answerQuiz]);

// @ts-expect-error: a forgotten operation
export const forgotten = operationsOf('lectures', [list, show]);
// @ts-expect-error: one twice
export const twice = operationsOf('lectures', [list, show, keepPosition, transcript, answerQuiz, show]);
// @ts-expect-error: one of another feature
export const foreign = operationsOf('lists', [list, show, keepPosition]);
// @ts-expect-error: a feature that no contract has
export const unknown = operationsOf('lecture', [list, show, keepPosition]);

// @ts-expect-error: an action that no contract has
export const noAction = reading('lectures.hide', { caller: 'visitor', schema: ofLecture, run: notFound });

export const lacking = reading('lectures.show', {
  caller: 'visitor',
  // @ts-expect-error: the contract asks for the lecture
  schema: nothing,
  run: notFound,
});

export const otherType = reading('lectures.show', {
  caller: 'visitor',
  // @ts-expect-error: the lecture is named by a text
  schema: v.strictObject({ lectureId: v.number() }),
  run: notFound,
});

export const narrower = reading('lectures.list', {
  caller: 'visitor',
  // @ts-expect-error: a client may leave `after` out
  schema: v.strictObject({ after: v.string() }),
  run: noLectures,
});

export const unaware = reading('lectures.list', {
  caller: 'visitor',
  // @ts-expect-error: a client may send `after`
  schema: nothing,
  run: noLectures,
});

export const otherAnswer = reading('home.show', {
  schema: nothing,
  // @ts-expect-error: the contract promises a home page
  run: async () => done({ libraryName: '' }),
});

// @ts-expect-error: an operation for staff says who may ask
export const roleless = reading('fees.receipt', {
  schema: v.strictObject({ receipt: anId, readerId: anId }),
  run: notFound,
});

export const callerless = reading(
  'lectures.show',
  // @ts-expect-error: who may ask is said with every operation
  { schema: ofLecture, run: notFound },
);

export const roleOfReaders = reading('lectures.show', {
  caller: 'visitor',
  // @ts-expect-error: a reader has no role
  role: 'any',
  schema: ofLecture,
  run: notFound,
});

type AtReaders = Parameters<typeof serve<ReaderAction, Context>>[0]['operations'];
type AtStaff = Parameters<typeof serve<StaffAction, StaffContext>>[0]['operations'];

declare const forReaders: { [A in ReaderAction]: Operation<A> };
declare const forStaff: { [A in StaffAction]: Operation<A, StaffContext> };
const { 'lectures.list': _list, ...withoutList } = forReaders;

export const readers: AtReaders = { ...withoutList, ...whole };
export const staff: AtStaff = { ...forStaff };
// @ts-expect-error: a door without one of its operations
export const lackingOne: AtReaders = { ...withoutList };
// @ts-expect-error: operations for staff at the readers' door
export const staffAtReaders: AtReaders = { ...forReaders, ...forStaff };
// @ts-expect-error: operations for readers at the staff door
export const readersAtStaff: AtStaff = { ...forStaff, ...whole };
// @ts-expect-error: the staff door tells its operations who of the staff asks
export type NobodyAtStaff = Parameters<typeof serve<StaffAction, Context>>;
