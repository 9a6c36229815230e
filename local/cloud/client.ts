import type { IncomingMessage, ServerResponse } from 'node:http';
import { environment } from './environment';
import { BadRequest, readJson, sendJson } from './http/messages';
import { limits } from './limits';
import type { Parts } from './parts';
import { pathOf } from './storage/cloud-path';
import { temporaryUrl } from './storage/actions';

/** What `wx.cloud.callFunction` resolves or rejects with. */
export type ClientAnswer =
  | { result: unknown; requestID: string; errMsg: string }
  | { errCode: number; errMsg: string; requestID: string };

const codes: Record<string, number> = {
  FUNCTIONS_REQUEST_FAIL: -504001,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  EXCEED_CONCURRENT_REQUEST_LIMIT: -501004,
};

/** A client calls a function as somebody: what WeChat does between the phone and the cloud. */
export async function callFromClient(
  parts: Parts,
  name: string,
  data: unknown,
  openid: string | undefined,
): Promise<ClientAnswer> {
  if (openid) parts.activity.note(openid);
  const answer = await parts.functions.call({
    name,
    event: withUserInfo(data, openid),
    openid,
    source: 'wx_client',
    offsetMs: parts.clock.offsetMs(),
  });
  const requestID = answer.requestId;
  const refused = (errCode: number, text: string): ClientAnswer => ({
    errCode,
    errMsg: `cloud.callFunction:fail Error: errCode: ${errCode} ${text}`,
    requestID,
  });
  if (parts.faults.losesAnswer(requestID)) {
    return refused(-404012, 'polling exceed max timeout retry | the answer was lost on the way');
  }
  if (!answer.ok) return refused(codes[answer.code] ?? -501001, `${answer.code} | errMsg: ${answer.message}`);
  const bytes = Buffer.byteLength(answer.result);
  if (bytes > limits.functionResponseBytes) {
    return refused(-604001, `response size ${bytes} exceeds ${limits.functionResponseBytes} bytes`);
  }
  return { result: JSON.parse(answer.result) as unknown, requestID, errMsg: 'cloud.callFunction:ok' };
}

/** The platform puts who calls into the event too; the trustworthy place stays getWXContext. */
function withUserInfo(data: unknown, openid: string | undefined): unknown {
  const event = typeof data === 'object' && data !== null ? data : {};
  return openid ? { ...event, userInfo: { appId: environment.appId, openId: openid } } : event;
}

export async function answerCallFunction(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { name, data, openid } = await readJson(request);
  if (typeof name !== 'string') throw new BadRequest('name must be a text');
  if (openid !== undefined && openid !== null && typeof openid !== 'string')
    throw new BadRequest('openid must be a text');
  sendJson(response, await callFromClient(parts, name, data, openid ?? undefined));
}

/** Leads the browser from a cloud file id to the bytes. */
export function redirectToFile(parts: Parts, response: ServerResponse, url: URL): void {
  const path = pathOf(url.searchParams.get('fileID'));
  if (path === undefined || !parts.files.find(path)) {
    sendJson(response, { errCode: -503003, errMsg: 'file does not exist' }, 404);
    return;
  }
  response.writeHead(302, { location: temporaryUrl(parts, path, limits.tempUrlMaxAgeSeconds) });
  response.end();
}
