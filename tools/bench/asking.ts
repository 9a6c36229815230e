import { randomUUID } from 'node:crypto';
import type { Action, InputOf as Input, OutputOf as Output } from '../../typings/contract';
import type { Answer } from '../../typings/contract/answer';
import type { Cloud } from '../../local/cloud/index';
import { doorOf } from '../../miniprogram/lib/door';

export type { Action, Input, Output };

interface Asked<T> {
  value: T;
  requestID: string;
}

/**
 * Calls a door as the phone does, over HTTP, and throws on anything but a yes: a benchmark of refusals
 * measures nothing.
 */
export async function ask<A extends Action>(
  cloud: Pick<Cloud, 'url'>,
  openid: string,
  action: A,
  input: Input<A>,
): Promise<Asked<Output<A>>> {
  const name = doorOf(action);
  const response = await fetch(`${cloud.url}/client/callFunction`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, data: { action, input, requestId: randomUUID() }, openid }),
  });
  const body = (await response.json()) as { result?: Answer<Output<A>>; requestID: string };
  if (!body.result?.ok) throw new Error(`${action} as ${openid}: ${JSON.stringify(body)}`);
  return { value: body.result.value, requestID: body.requestID };
}

const MANY = 2000;
let turn = 0;

/** The same as one of many visitors: what a benchmark asks in a minute is more than anybody alone may. */
export const askAsOneOfMany = <A extends Action>(
  cloud: Pick<Cloud, 'url'>,
  action: A,
  input: Input<A>,
): Promise<Asked<Output<A>>> => ask(cloud, `o-bench-visitor-${turn++ % MANY}`, action, input);
