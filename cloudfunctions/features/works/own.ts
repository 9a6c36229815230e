import * as v from 'valibot';
import { refusalsToBeNamed } from '../../community/naming';
import type { WorkSignature, WorkWords } from '../../../typings/contract/works';
import {
  groupFor,
  phaseOf,
  refusalsOfWork,
  refusalsToEnter,
  refusalsUnlessIn,
  signedBy,
  stateAfterWork,
} from '../../community/works';
import type { CallDocument, ReaderDocument, WorkDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { verdictOn } from '../../kernel/text-check';
import { forReaderWithin, readerAsking, readerWithin } from '../../reads/asking';
import { callForReaders, workOf } from '../../reads/works';
import { holdMedia, keepWork, stepWork } from '../../steps/works';
import { ownWork } from '../../views/works';
import { CALL_NOT_FOUND, WORK_NOT_FOUND, oneCall, theSignature, theWords } from './input';

const EMPTY: WorkWords = { title: '', text: '', media: [] };

/** The reader's own work to a call, or the beginning of one. */
const workWithin = async (
  transaction: Transaction,
  context: Context,
  call: CallDocument,
  reader: ReaderDocument,
): Promise<WorkDocument> => {
  const _id = workOf(call._id, reader._id);
  return (
    (await transaction.get('works', _id)) ?? {
      _id,
      workId: context.newId(),
      callId: call._id,
      readerId: reader._id,
      state: 'draft',
      group: groupFor(call, reader.birthDate)?.id ?? '',
      draft: EMPTY,
      sent: null,
      ...{ why: '', by: '', publish: false, signedAs: 'masked', penName: '' },
      ...{ changedAt: context.now, version: 0 },
      ...{ barred: false, shown: false, reported: false, reports: [] },
    }
  );
};

/** Judges, and whoever is of their family, do not take part. */
const isJudges = ({ judges }: CallDocument, openids: readonly (string | null | undefined)[]): boolean =>
  judges.some(({ openid }) => openids.includes(openid));

/** Keeps what is being written, from one phone to the next. */
export const save = writing('works.save', {
  caller: 'reader',
  schema: v.strictObject({ callId: anId, words: theWords }),
  run: forReaderWithin(async (context, { callId, words }, transaction, reader) => {
    const call = await callForReaders(context, transaction, callId);
    if (isRefused(call)) return call;
    const work = await workWithin(transaction, context, call, reader);
    const refusals = refusalsToEnter(call, { reader, barred: work.barred }, context.now);
    if (refusals.length > 0) return { refusals };
    const drafted = { ...work, draft: words };
    const media = await holdMedia(transaction, context, call, { before: work, after: drafted });
    if (isRefused(media)) return media;
    const after = await keepWork(transaction, context, drafted);
    return {
      value: ownWork(after, call),
      log: { outcome: '存投稿草稿', readerId: reader._id, titleName: call.title },
    };
  }),
});

/**
 * Sends a work, or sends it anew: what was sent before no longer counts. It is seen by nobody before it has
 * passed; where WeChat has no doubt a contest takes it at once, all else is looked at by people. The work's
 * own document carries that no judge has one.
 */
export const send = writing('works.send', {
  caller: 'reader',
  schema: v.strictObject({ callId: anId, words: theWords, signature: theSignature }),
  prepare: async (context, { callId, words, signature }) => {
    const [reader, call] = await Promise.all([
      readerAsking(context),
      callForReaders(context, context.db, callId),
    ]);
    if (!reader) return refuse({ code: 'no_card' });
    if (isRefused(call)) return call;
    const guardian = reader.guardianReaderId && (await context.db.get('readers', reader.guardianReaderId));
    const judged = isJudges(call, [context.openid, reader.openid, guardian ? guardian.openid : null]);
    const refusals = [
      ...refusalsToEnter(call, { reader, barred: judged }, context.now),
      ...refusalsOfWork(call, words, signature, reader),
      ...refusalsToBeNamed(signature.signedAs, reader, context.today),
    ];
    if (refusals.length > 0) return { refusals };
    const text = [words.title, words.text, signature.penName].filter(Boolean).join('\n');
    const verdict = await verdictOn(context, text, signedBy(signature, reader.name));
    return verdict === 'risky' ? refuse({ code: 'text_not_allowed' }) : { passed: verdict === 'pass' };
  },
  run: async (context, { callId, words, signature }, transaction, { passed }) => {
    const reader = await readerWithin(transaction, context);
    if (!reader) return refuse({ code: 'no_card' });
    const call = await transaction.get('calls', callId);
    if (!call) return refuse(CALL_NOT_FOUND);
    const work = await workWithin(transaction, context, call, reader);
    const refusals = refusalsToEnter(call, { reader, barred: work.barred }, context.now);
    if (refusals.length > 0) return { refusals };
    const whole = { ...work, draft: words, sent: words };
    const media = await holdMedia(transaction, context, call, { before: work, after: whole });
    if (isRefused(media)) return media;
    const sent = await stepWork(transaction, context, 'send', {
      ...whole,
      ...signed(signature, reader),
      group: groupFor(call, reader.birthDate)?.id ?? '',
      why: '',
      version: work.version + 1,
      reported: false,
      reports: [],
    });
    const atOnce = passed && call.kind === 'contest' && words.media.length === 0;
    const after = atOnce ? await stepWork(transaction, context, 'admit', sent) : sent;
    return {
      value: ownWork(after, call),
      // Not what it is called: whoever judges may read the log.
      log: { outcome: '投稿', readerId: reader._id, titleName: call.title },
    };
  },
});

const signed = (signature: WorkSignature, { name }: ReaderDocument) => ({
  ...signature,
  by: signedBy(signature, name),
});

/** One's own work, whatever the call is by now, and what is made of it. */
const ofOwn = (
  outcome: string,
  change: (
    context: Context,
    transaction: Transaction,
    found: { call: CallDocument; work: WorkDocument; reader: ReaderDocument },
    input: { signature?: WorkSignature },
  ) => Promise<WorkDocument | ReturnType<typeof refuse>>,
) =>
  forReaderWithin(
    async (
      context: Context,
      input: { callId: string; signature?: WorkSignature },
      transaction: Transaction,
      reader: ReaderDocument,
    ) => {
      const call = await transaction.get('calls', input.callId);
      const work = await transaction.get('works', workOf(input.callId, reader._id));
      if (!call) return refuse(CALL_NOT_FOUND);
      if (!work || work.barred) return refuse(WORK_NOT_FOUND);
      const after = await change(context, transaction, { call, work, reader }, input);
      if (isRefused(after)) return after;
      return {
        value: ownWork(after, call),
        log: { outcome, readerId: reader._id, titleName: call.title },
      };
    },
  );

/** Taken back at any time; what others saw of it is gone at once. A rank that it had stays nameless. */
export const withdraw = writing('works.withdraw', {
  caller: 'reader',
  schema: oneCall,
  run: ofOwn('撤回投稿', async (context, transaction, { work }) =>
    stateAfterWork('withdraw', work.state)
      ? stepWork(transaction, context, 'withdraw', work)
      : refuse({ code: 'work_is', state: work.state }),
  ),
});

/**
 * Whether it is published and under which name. A new pen name is words that nobody has looked at: it is
 * chosen with sending.
 */
export const sign = writing('works.sign', {
  caller: 'reader',
  schema: v.strictObject({ callId: anId, signature: theSignature }),
  run: ofOwn('更改公开与署名', async (context, transaction, { call, work, reader }, { signature }) => {
    if (!signature) return work;
    const { signedAs, penName } = signature;
    const refusals = refusalsToBeNamed(signedAs, reader, context.today);
    if (refusals.length > 0) return { refusals };
    const isNew = signedAs === 'pen_name' && penName !== work.penName;
    if (isNew && phaseOf(call, context.now) !== 'open')
      return { refusals: refusalsUnlessIn(call, 'open', context.now) };
    if (isNew) return refuse({ code: 'work_lacks', what: 'pen_name' });
    return keepWork(transaction, context, { ...work, ...signed(signature, reader) });
  }),
});
