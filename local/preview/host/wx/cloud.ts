import { fileIdPrefix } from '../../../cloud/environment';
import { complain } from '../complaints';
import type { CloudCall } from '../diagnostics';
import { diagnostics } from '../diagnostics';
import { change, settings } from '../settings';
import { localNow } from '../clock';
import { bytesOfFile } from '../own-files';
import { database } from './cloud-database';
import { promised, Refusal, type Options } from './promised';

interface Answer {
  result?: unknown;
  requestID?: string;
  errCode?: number;
  errMsg?: string;
}

const SLOW = 2500;
const LOST_AFTER = 1500;
const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

let underWay = 0;
const idleListeners = new Set<() => void>();
const callListeners = new Set<(call: CloudCall) => void>();

export const cloudIsIdle = (): boolean => underWay === 0;
export const onIdle = (listener: () => void): void => void idleListeners.add(listener);
export const onCall = (listener: (call: CloudCall) => void): void => void callListeners.add(listener);

/** `wx.cloud` as the client sees it; the functions behind it run in the local cloud. */
export function cloudApi(): Record<string, unknown> {
  let initialised = false;
  const needInit = (name: string): void => {
    if (!initialised) complain(`wx.cloud.${name} before wx.cloud.init()`);
  };
  const calls = {
    callFunction(options: Options) {
      needInit('callFunction');
      return callFunction(String(options.name ?? ''), options.data ?? {});
    },
    getTempFileURL,
    downloadFile,
    uploadFile,
  };
  return {
    init: () => void (initialised = true),
    ...promised(calls, 'cloud.'),
    CDN: (value: unknown) => value,
    database: () => {
      needInit('database');
      return database();
    },
  };
}

function getTempFileURL({ fileList }: Options): object {
  const wanted = fileList as (string | { fileID: string })[];
  if (!Array.isArray(wanted) || wanted.length > 50)
    throw new Refusal('fileList must hold at most 50 items', -501007);
  return {
    fileList: wanted.map((one) => {
      const fileID = typeof one === 'string' ? one : one.fileID;
      return { fileID, tempFileURL: addressOfFile(fileID), status: 0, errMsg: 'ok', maxAge: 7200 };
    }),
  };
}

async function downloadFile({ fileID }: Options): Promise<object> {
  const response = await reach(() => fetch(addressOfFile(String(fileID))));
  if (!response.ok) throw new Refusal(`file not found: ${String(fileID)}`, -503003);
  return { tempFilePath: URL.createObjectURL(await response.blob()), statusCode: 200 };
}

async function uploadFile({ cloudPath, filePath }: Options): Promise<object> {
  const bytes = await bytesOfFile(String(filePath));
  const path = btoa(String.fromCharCode(...new TextEncoder().encode(String(cloudPath))));
  const address = path.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const response = await reach(() => fetch(`/storage/upload/${address}`, { method: 'PUT', body: bytes }));
  if (!response.ok) throw new Refusal(await response.text(), -503001);
  return { fileID: fileIdPrefix + String(cloudPath), statusCode: response.status };
}

async function callFunction(name: string, data: unknown): Promise<object> {
  const body = JSON.stringify({ name, data, openid: settings.identity.openid });
  const started = performance.now();
  const at = new Date(localNow()).toISOString();
  const action = String((data as { action?: unknown } | null)?.action ?? '');
  const book = (outcome: CloudCall['outcome'], answer: string): void => {
    const milliseconds = Math.round(performance.now() - started);
    const question = JSON.stringify(data) ?? '';
    const bytes = answer.length;
    const call: CloudCall = { name, action, at, milliseconds, bytes, outcome, question, answer };
    diagnostics.calls.push(call);
    for (const listener of callListeners) listener(call);
  };
  underWay += 1;
  try {
    const response = await reach(() =>
      fetch('/client/callFunction', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      }),
    );
    const text = await response.text();
    const answer = parsed(text, response.status);
    if (settings.network === 'lost') {
      change('network', 'fast');
      await wait(LOST_AFTER);
      throw new Refusal(
        'errCode: -404012 polling exceed max timeout retry | the answer was lost on the way',
        -404012,
      );
    }
    if (answer.errCode)
      throw new Refusal(`errCode: ${answer.errCode} | ${answer.errMsg ?? ''}`, answer.errCode);
    book(outcomeOf(answer.result), JSON.stringify(answer.result) ?? '');
    return { result: answer.result, requestID: answer.requestID };
  } catch (thrown) {
    book('failed', thrown instanceof Error ? thrown.message : String(thrown));
    throw thrown;
  } finally {
    underWay -= 1;
    if (underWay === 0) for (const listener of idleListeners) listener();
  }
}

/** The network as the panel sets it. */
async function reach(send: () => Promise<Response>): Promise<Response> {
  const failed = 'request:fail net::ERR_INTERNET_DISCONNECTED';
  if (settings.network === 'offline') {
    await wait(30);
    throw new Refusal(failed, -1);
  }
  if (settings.network === 'slow') await wait(SLOW);
  try {
    return await send();
  } catch (thrown) {
    throw new Refusal(`${failed} (${thrown instanceof Error ? thrown.message : String(thrown)})`, -1);
  }
}

function parsed(text: string, status: number): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return { errCode: -504001, errMsg: `the local cloud answered HTTP ${status}: ${text.slice(0, 120)}` };
  }
}

/** The doors answer `ok`, or say what was refused, or that something broke. */
function outcomeOf(result: unknown): CloudCall['outcome'] {
  const answer = (result ?? {}) as { ok?: unknown; failure?: unknown };
  if (answer.ok !== false) return 'ok';
  return answer.failure === undefined ? 'refused' : 'failed';
}

function addressOfFile(fileID: string): string {
  return `${location.origin}/client/file?fileID=${encodeURIComponent(fileID)}`;
}
