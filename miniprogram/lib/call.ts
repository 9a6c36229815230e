import type {
  Action,
  Answer,
  InputOf as Input,
  InvalidField,
  OutputOf as Output,
  Refusal,
} from '../../typings/contract';
import { confirmedAgain } from './confirming';
import { whenThereIsRoom } from './full-house';
import { doorOf } from './door';
import { intentOf, settled } from './intent';

export type { Action, Input, Output };

/** What a page can be told. `offline`: no answer came, so whether a write happened is not known yet. */
export type Outcome<T> =
  | { kind: 'value'; value: T }
  | { kind: 'refused'; refusals: Refusal[] }
  | { kind: 'invalid'; fields: InvalidField[] }
  | { kind: 'failed'; requestId: string }
  | { kind: 'offline' };

/**
 * A client that has waited this long treats the answer as lost (WeChat's own polling gives up about here).
 */
const PATIENCE_MS = 20_000;
const BEFORE_RETRY_MS = 700;
/** A reading that came too soon waits this long by itself; longer waits are told. */
const MOST_WAITED_SECONDS = 3;

/**
 * Codes with which the cloud itself says that the call was carried out and went wrong: a function that threw
 * (-404011, -5040xx), an answer over the limit (-604001), a database error (-501xxx, -502xxx).
 * -404012 and -404010 are lost answers, and so is everything without a code.
 */
const WENT_WRONG = /^-(404011|504\d{3}|604\d{3}|50[12]\d{3})$/;

/** The mini program has no cloud environment: nothing was asked, and it is not for want of a network. */
const NOT_OPENED = '-601034';

/** Opens the cloud. Once, at launch. */
export function connect(): void {
  wx.cloud.init({ traceUser: false });
}

/** Asks for something and changes nothing. */
export async function ask<A extends Action>(action: A, input: Input<A>): Promise<Outcome<Output<A>>> {
  const outcome = await send<A>(action, input);
  const seconds = outcome.kind === 'refused' ? secondsToWait(outcome.refusals) : 0;
  if (seconds === 0 || seconds > MOST_WAITED_SECONDS) return outcome;
  await pause(seconds * 1000);
  return send<A>(action, input);
}

const secondsToWait = (refusals: Refusal[]): number =>
  refusals.reduce((most, each) => (each.code === 'too_many_calls' ? Math.max(most, each.seconds) : most), 0);

/**
 * Does something, once. `intent` is the request id of what the reader means to do: left out, it is the one
 * kept for this action with this input until an answer settles it, so a repeated tap or a retry after a lost
 * answer changes nothing. A lost answer is asked for again once by itself; an act that the library does not
 * do before it knows who is there is sent again once it does, under the same id.
 */
export async function act<A extends Action>(
  action: A,
  input: Input<A>,
  intent: string = intentOf(action, input),
): Promise<Outcome<Output<A>>> {
  let outcome = await sendTwice<A>(action, input, intent);
  if (outcome.kind === 'refused' && (await confirmedAgain(outcome.refusals)))
    outcome = await sendTwice<A>(action, input, intent);
  if (outcome.kind !== 'offline' && outcome.kind !== 'failed') settled(action, input);
  return outcome;
}

async function sendTwice<A extends Action>(
  action: A,
  input: Input<A>,
  intent: string,
): Promise<Outcome<Output<A>>> {
  const outcome = await send<A>(action, input, intent);
  if (outcome.kind !== 'offline') return outcome;
  await pause(BEFORE_RETRY_MS);
  return send<A>(action, input, intent);
}

async function send<A extends Action>(
  action: A,
  input: Input<A>,
  requestId?: string,
): Promise<Outcome<Output<A>>> {
  const name = doorOf(action);
  const data = requestId ? { action, input, requestId } : { action, input };
  try {
    const { result } = await whenThereIsRoom(
      () => within(PATIENCE_MS, wx.cloud.callFunction({ name, data })),
      sayThatManyWait,
    );
    return read<Output<A>>(result);
  } catch (thrown) {
    return lostOrFailed(thrown);
  }
}

const sayThatManyWait = (): void => void wx.showToast({ title: '人多，正在排队', icon: 'loading' });

function read<T>(result: unknown): Outcome<T> {
  // The door answers nothing else than Answer<T>; a body that is not an object is a door that broke.
  if (!result || typeof result !== 'object') return { kind: 'failed', requestId: '' };
  const answer = result as Answer<T>;
  if (answer.ok) return { kind: 'value', value: answer.value };
  if ('refusals' in answer) return { kind: 'refused', refusals: answer.refusals };
  if ('invalid' in answer) return { kind: 'invalid', fields: answer.invalid };
  return { kind: 'failed', requestId: answer.failure?.requestId ?? '' };
}

function lostOrFailed(thrown: unknown): Outcome<never> {
  const error = (thrown ?? {}) as { errCode?: number | string; errMsg?: string; requestID?: string };
  const code = error.errCode === undefined ? codeInMessage(error.errMsg) : String(error.errCode);
  if (code === NOT_OPENED) return { kind: 'refused', refusals: [{ code: 'not_set_up' }] };
  return WENT_WRONG.test(code) ? { kind: 'failed', requestId: error.requestID ?? '' } : { kind: 'offline' };
}

function codeInMessage(message = ''): string {
  return /errCode:\s*(-?\d+)/.exec(message)?.[1] ?? '';
}

function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject({ errMsg: 'timeout' }), ms);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
