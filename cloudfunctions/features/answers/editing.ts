import * as v from 'valibot';
import type { AnswerDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { deskView } from './answer-view';
import { MOST_ANSWERS } from './kept-answers';
import { knownIn, personalParts } from './personal';
import { NOT_FOUND, toSave } from './words';

const CHANGED = { code: 'answer_changed' } as const;

/**
 * A draft, beside what readers see; `answers` carries it whole. Nothing is saved that tells of a person,
 * but for parts that the caller looked at and keeps. The limit is one of size: two at once may pass it.
 */
export const save = writing('answerDesk.save', {
  role: 'reference',
  schema: toSave,
  prepare: async ({ db }, { answerId }) => ({ count: answerId ? 0 : await db.count('answers', {}) }),
  run: async (context, { answerId, version, send, keep, ...words }, transaction, { count }) => {
    if (count >= MOST_ANSWERS) return refuse({ code: 'answers_full', current: count, limit: MOST_ANSWERS });
    const texts = [words.question, ...words.forms, words.text];
    const parts = personalParts(texts, knownIn(context.library, []), keep);
    if (parts.length > 0) return refuse({ code: 'personal_data', parts: parts.slice(0, 10) });
    const before = answerId ? await transaction.get('answers', answerId) : newAnswer(context);
    if (!before) return refuse(NOT_FOUND);
    if (before.version !== version) return refuse(CHANGED);
    const saved: AnswerDocument = {
      ...before,
      draft: words,
      draftState: send ? 'waiting' : 'draft',
      draftBy: context.openid,
      changedAt: context.now,
      version: version + 1,
    };
    await transaction.put('answers', saved);
    return {
      value: deskView(saved, context),
      log: { outcome: `${send ? '送审' : '保存'}回答“${words.question}”` },
    };
  },
});

const newAnswer = ({ newId, now, openid, staff }: StaffContext): AnswerDocument => ({
  _id: newId(),
  published: null,
  shown: false,
  draft: null,
  draftState: 'draft',
  draftBy: openid,
  responsibleId: openid,
  responsible: staff.name,
  validUntil: null,
  asked: 0,
  helped: 0,
  changedAt: now,
  version: 0,
});

/** Of the draft that was seen, and by nobody who wrote it. */
export const review = writing('answerDesk.review', {
  role: 'reference',
  schema: v.strictObject({
    answerId: anId,
    version: v.pipe(v.number(), v.integer(), v.minValue(0, '版本不对')),
    publish: v.boolean(),
  }),
  run: async (context, { answerId, version, publish }, transaction) => {
    const before = await transaction.get('answers', answerId);
    if (!before) return refuse(NOT_FOUND);
    if (before.version !== version) return refuse(CHANGED);
    if (before.draftState !== 'waiting' || !before.draft) return refuse({ code: 'answer_not_waiting' });
    if (before.draftBy === context.openid) return refuse({ code: 'answer_own_review' });
    const saved = publish ? await published(context, transaction, before, before.draft) : sentBack(before);
    await transaction.put('answers', { ...saved, version: version + 1 });
    return {
      value: deskView({ ...saved, version: version + 1 }, context),
      log: { outcome: `${publish ? '发布' : '退回'}回答“${before.draft.question}”` },
    };
  },
});

const sentBack = (answer: AnswerDocument): AnswerDocument => ({ ...answer, draftState: 'draft' });

/** Whoever wrote it answers for it from now on. */
async function published(
  context: StaffContext,
  transaction: Transaction,
  before: AnswerDocument,
  words: NonNullable<AnswerDocument['draft']>,
): Promise<AnswerDocument> {
  const writer = before.draftBy ? await transaction.get('staff', before.draftBy) : null;
  await tellInstances(context, transaction);
  return {
    ...before,
    published: words,
    shown: true,
    draft: null,
    draftState: 'none',
    draftBy: null,
    responsibleId: writer?._id ?? context.openid,
    responsible: writer?.name ?? context.staff.name,
    validUntil: words.validUntil,
    changedAt: context.now,
  };
}

export const show = writing('answerDesk.show', {
  role: 'reference',
  schema: v.strictObject({ answerId: anId, shown: v.boolean() }),
  run: async (context, { answerId, shown }, transaction) => {
    const before = await transaction.get('answers', answerId);
    if (!before) return refuse(NOT_FOUND);
    if (!before.published) return refuse({ code: 'answer_not_published' });
    const saved = { ...before, shown, changedAt: context.now, version: before.version + 1 };
    await transaction.put('answers', saved);
    await tellInstances(context, transaction);
    return {
      value: deskView(saved, context),
      log: { outcome: `回答“${before.published.question}”${shown ? '重新显示' : '撤下'}` },
    };
  },
});

/** Warm functions read all again. */
const tellInstances = ({ now, newId }: StaffContext, transaction: Transaction): Promise<void> =>
  transaction.put('settings', { _id: 'answers', at: now, by: newId() });
