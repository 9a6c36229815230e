import { randomBytes, randomUUID } from 'node:crypto';
import type { Action } from '../../typings/contract';
import type { Answer } from '../../typings/contract/answer';
import type { Refusal } from '../../typings/contract/refusals';
import { answer } from '../kernel/answer';
import type { Context, StaffContext } from '../kernel/context';
import { localDateOf } from '../kernel/local-date';
import type { ContextOf, Operation, OperationsOf } from '../kernel/operation';
import { hasRole } from '../kernel/roles';
import { callTaken } from './calls-taken';
import { database } from './database';
import { files } from './files';
import { callerNow, type Caller } from './identity';
import { library } from './library';
import { checkMedia } from './media-check';
import { checkText } from './text-check';
import { logFact, logFailure } from './log';

interface Door<A extends Action, C extends ContextOf<A>> {
  operations: OperationsOf<A, C>;
  /** Lets the caller in with what the operations need to know of them, or says why not. */
  guard(caller: Caller, context: Context): Promise<C | { refusals: Refusal[] }>;
}

/** The handler of a deployed door: one request in, one answer out, a failure logged once under its id. */
export const serve =
  <A extends Action, C extends ContextOf<A>>({ operations, guard }: Door<A, C>) =>
  async (event: { action?: unknown; input?: unknown; requestId?: unknown }): Promise<Answer<unknown>> => {
    const requestId = randomUUID();
    // Whatever is sent: an object must not get at what follows by how it turns into text.
    const [action = '', clientId] = [event?.action, event?.requestId].map((given) =>
      typeof given === 'string' ? given : undefined,
    );
    try {
      const operation = Object.hasOwn(operations, action) ? operations[action] : undefined;
      if (!operation)
        return { ok: false, invalid: [{ path: 'action', message: `没有这个操作：${action.slice(0, 60)}` }] };
      const caller = callerNow();
      // Before anything is read: what is too much costs the library no call of its database.
      const wait = callTaken(caller.openid, operation, Date.now());
      if (wait > 0) return { ok: false, refusals: [{ code: 'too_many_calls', seconds: wait }] };
      const context = await guard(caller, await contextOf(caller));
      if ('refusals' in context) return { ok: false, refusals: context.refusals };
      const missing = roleMissing(operation, context);
      if (missing) return { ok: false, refusals: [missing] };
      return await answer(
        operation,
        { action, input: event.input, ...(clientId !== undefined && { requestId: clientId }) },
        context,
      );
    } catch (error) {
      logFailure(action, error, { requestId });
      return { ok: false, failure: { requestId } };
    }
  };

/** The role that a staff operation asks for and the caller does not have. */
const roleMissing = <C extends Context>(
  { role }: Operation<Action, C>,
  context: C | StaffContext,
): Refusal | undefined => {
  if (!role || ('staff' in context && hasRole(context.staff, role))) return undefined;
  return role === 'any' ? { code: 'not_staff' } : { code: 'role_missing', role };
};

/** Time, ids and randomness enter here and nowhere below. */
export const contextOf = async (caller: Caller): Promise<Context> => {
  const now = new Date();
  const instant = now.toISOString();
  return {
    now: instant,
    today: localDateOf(instant),
    elapsedMs: () => Date.now() - now.getTime(),
    newId: randomUUID,
    randomBytes: (count) => randomBytes(count),
    db: database,
    files,
    checkText,
    checkMedia,
    library: await library(now.getTime()),
    log: logFact,
    openid: caller.openid,
  };
};
