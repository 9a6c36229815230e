import { createHmac } from 'node:crypto';
import type { Action } from '../../typings/contract';
import type { Answer, Request } from '../../typings/contract/answer';
import type { OperationDocument } from '../documents';
import type { Refusal } from '../../typings/contract/refusals';
import type { Context } from './context';
import { Contended, DuplicateId } from './database';
import { isRefused } from './refusal';
import type { Operation, Writing } from './operation';
import { currentKey, keyOfId } from './keys';
import { addDays } from './local-date';
import { isTooOld } from './request-age';
import { readInput } from './validate';

const REQUEST_ID = /^[\w-]{8,64}$/;

/** Runs one request of a known action and shapes the answer. Failures are thrown on to the door. */
export const answer = async <C extends Context>(
  operation: Operation<Action, C>,
  request: Request,
  context: C,
): Promise<Answer<unknown>> => {
  const read = readInput(operation.schema, request.input);
  if ('invalid' in read) return { ok: false, invalid: read.invalid };
  if (operation.kind === 'reading') {
    const decision = await operation.run(context, read.input);
    return isRefused(decision)
      ? { ok: false, refusals: decision.refusals }
      : { ok: true, value: decision.value };
  }
  if (!REQUEST_ID.test(request.requestId ?? '')) {
    return { ok: false, invalid: [{ path: 'requestId', message: '写操作需要 8 到 64 位的请求编号' }] };
  }
  if (isTooOld(request.requestId ?? '', context))
    return { ok: false, refusals: [{ code: 'request_too_old' }] };
  return write(operation, request, read.input, context);
};

/** Ends a transaction without a trace: what an operation had written before it said no is not done. */
class Refused extends Error {
  constructor(readonly refusals: Refusal[]) {
    super('refused');
  }
}

/**
 * One transaction: the log line is added under the caller and the request id, so that a repeat finds it and
 * gets the first answer. That document carries "nothing is done twice". A refusal rolls everything back.
 */
const write = async <C extends Context>(
  operation: Writing<Action, C>,
  request: Request,
  input: unknown,
  context: C,
): Promise<Answer<unknown>> => {
  const id = `${context.openid}:${request.requestId}`;
  const asked = { action: request.action, input };
  if (operation.looksFirst) {
    const before = await context.db.get('operations', id);
    if (before) return answerOf(before, asked, context);
  }
  const found = operation.prepare ? await operation.prepare(context, input) : undefined;
  const foundRefused = typeof found === 'object' && found !== null && isRefused(found) ? found : undefined;
  try {
    const outcome = await context.db.transact(async (transaction) => {
      const decided = foundRefused ?? (await operation.run(context, input, transaction, found));
      if (isRefused(decided)) {
        const before = await transaction.get('operations', id);
        throw before ? new DuplicateId('operations') : new Refused(decided.refusals);
      }
      const line = decided.log;
      await transaction.add('operations', {
        _id: id,
        action: request.action,
        by: context.openid,
        at: context.now,
        branchId: line.branchId ?? '',
        staffName: 'staff' in context ? (context as { staff: { name: string } }).staff.name : '',
        readerId: line.readerId ?? '',
        barcode: line.barcode ?? '',
        titleName: line.titleName ?? '',
        outcome: line.outcome,
        comment: line.comment ?? '',
        override: line.override ?? null,
        ended: line.ended ?? null,
        ...(line.lent !== undefined && { lent: line.lent }),
        ...(line.counts && { counts: line.counts }),
        ...(line.undid && { undid: line.undid }),
        overridden: !!line.override,
        endsLoan: !!line.ended,
        undo: line.undo ?? null,
        namedUntil: addDays(context.today, context.library.settings.anonymiseAfterDays),
        fingerprint: fingerprintOf(asked, currentKey(context.library.keys, 'log', context.now)),
        answer: decided.value,
      });
      return decided;
    });
    await tellOthers(operation, context, input, outcome.value);
    return { ok: true, value: outcome.value };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusals: error.refusals };
    if (error instanceof Contended) return { ok: false, refusals: [{ code: 'busy' }] };
    if (!(error instanceof DuplicateId)) throw error;
    return answerAsBefore(id, asked, context, error);
  }
};

/** What was asked under a request id. */
interface Asked {
  action: string;
  input: unknown;
}

/**
 * Keyed, so that the log holds no password or phone number that was typed and none can be guessed from it.
 * The key's id stands before it: a repeat is compared by the key of its line, whichever is current.
 */
const fingerprintOf = ({ action, input }: Asked, { id, bytes }: { id: string; bytes: Buffer }): string =>
  `${id}.${createHmac('sha256', bytes)
    .update(JSON.stringify([action, input]))
    .digest('base64url')}`;

/** The change stands: what fails here is logged, and fails nothing. */
const tellOthers = async <C extends Context>(
  { action, afterwards }: Writing<Action, C>,
  context: C,
  input: unknown,
  value: unknown,
): Promise<void> => {
  try {
    await afterwards?.(context, input, value);
  } catch (error) {
    context.log('not told afterwards', { action, error: String(error) });
  }
};

const answerAsBefore = async (
  id: string,
  asked: Asked,
  context: Context,
  error: DuplicateId,
): Promise<Answer<unknown>> => {
  const before = await context.db.get('operations', id);
  if (!before) throw error;
  return answerOf(before, asked, context);
};

/** Where its key is gone nothing is as before: the safe side, as nothing is done then. */
const answerOf = (before: OperationDocument, asked: Asked, { library }: Context): Answer<unknown> => {
  const key = keyOfId(library.keys, 'log', before.fingerprint.split('.')[0] ?? '');
  return key && before.fingerprint === fingerprintOf(asked, key)
    ? { ok: true, value: before.answer }
    : { ok: false, invalid: [{ path: 'requestId', message: '这个请求编号已用于另一项操作' }] };
};
