import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import { CloudError } from './cloud-error';
import { InstanceKilled } from './faults/fault-points';
import { databaseActions, type DatabaseRequest } from './database/wire/actions';
import { isSlow, noCost } from './database/engine/cost';
import { abortTransaction } from './database/engine/transactions';
import type { Parts } from './parts';
import { readBytes, sendJson, sendText } from './http/messages';
import type { Invocation } from './functions/invocations';
import { answerOpenApi } from './openapi/protocol';
import { storageActions } from './storage/actions';

/**
 * The SDK's one address: the action in the body says what is wanted; errors are answers too, in the envelope.
 */
export async function answerAdmin(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const requestId = randomUUID();
  const sequence = url.searchParams.get('seqId');
  const invocation = parts.invocations.bySequence(sequence);
  const type = request.headers['content-type'] ?? '';
  const body = await readBytes(request);
  if (parts.faults.isKilled(sequence)) return void response.destroy();
  try {
    if (type.startsWith('multipart/form-data')) {
      const bytes = await answerOpenApi(parts, body, type, invocation);
      sendText(response, 200, 'application/octet-stream', bytes);
      return;
    }
    const message = JSON.parse(body.toString('utf8')) as { action: string };
    const answer = await act(parts, message, invocation);
    sendJson(response, { requestId, ...answer });
  } catch (error) {
    if (error instanceof InstanceKilled) return void response.destroy();
    if (!(error instanceof CloudError)) {
      parts.log.write('failure', {
        where: 'the local cloud',
        message: String((error as Error).stack ?? error),
      });
    }
    const code = error instanceof CloudError ? error.code : 'SYS_ERR';
    sendJson(response, { code, message: (error as Error).message, requestId });
  }
}

type Answer = Record<string, unknown>;

async function act(
  parts: Parts,
  message: { action: string },
  invocation: Invocation | undefined,
): Promise<Answer> {
  const { action } = message;
  if (action in databaseActions) return pastFaults(parts, message as DatabaseRequest, invocation);
  const storage = storageActions[action];
  if (storage) return storage(parts, message as unknown as Record<string, unknown>);
  if (action === 'functions.invokeFunction') return invoke(parts, message as never, invocation);
  throw new CloudError('INVALID_PARAM', `[InvalidParameter] unknown action ${action}`);
}

/** Does what is asked unless a test has asked for a fault in its place or right after it. */
async function pastFaults(
  parts: Parts,
  message: DatabaseRequest,
  invocation: Invocation | undefined,
): Promise<Answer> {
  const { latencyMs } = parts.network;
  if (invocation && latencyMs > 0) await new Promise((resume) => setTimeout(resume, latencyMs));
  const fault = invocation && parts.faults.atRequest(invocation, message.action);
  if (!fault) return actOnDatabase(parts, message, invocation);
  // Whatever became of it, its answer is not what arrives.
  if (fault.done) await actOnDatabase(parts, message, invocation).catch(() => undefined);
  if (fault.endsTransaction && message.transactionId)
    abortTransaction(parts.database.transactions, message.transactionId);
  return fault.strike();
}

async function actOnDatabase(
  parts: Parts,
  message: DatabaseRequest,
  invocation: Invocation | undefined,
): Promise<Answer> {
  const cost = noCost();
  const now = Date.now() + (invocation?.offsetMs ?? parts.clock.offsetMs());
  const started = performance.now();
  try {
    const action = databaseActions[message.action];
    if (!action) throw new CloudError('INVALID_PARAM', `unknown action ${message.action}`);
    return await action(parts.database, message, { now, invocation: invocation?.requestId, cost });
  } finally {
    parts.counters.add(message.action, cost, invocation);
    if (isSlow(cost)) {
      parts.log.write('slow-query', {
        collection: message.collectionName,
        action: message.action,
        query: message.query ?? JSON.stringify(message.stages ?? {}),
        order: message.order,
        examined: cost.examined,
        keys: cost.keys,
        returned: cost.returned,
        index: cost.index,
        ms: Math.round((performance.now() - started) * 10) / 10,
        requestID: invocation?.requestId,
        function: invocation?.functionName,
      });
    }
  }
}

interface InvokeMessage {
  function_name: string;
  request_data: string;
}

/** A function calls a function: the identity goes along and the source shows the way. */
async function invoke(parts: Parts, message: InvokeMessage, caller: Invocation | undefined): Promise<Answer> {
  const answer = await parts.functions.call({
    name: message.function_name,
    event: JSON.parse(message.request_data || '{}') as unknown,
    openid: caller?.openid,
    source: caller ? `${caller.source},scf` : 'scf',
    offsetMs: caller?.offsetMs ?? parts.clock.offsetMs(),
  });
  if (!answer.ok) throw new CloudError(answer.code, answer.message);
  return { data: { response_data: answer.result } };
}
