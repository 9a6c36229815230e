/**
 * WeChat's server API as far as a deployment needs it: a token, and calls of the cloud's administration with
 * it.
 */

export interface Account {
  appid: string;
  secret: string;
  /** Id of the cloud environment. */
  env: string;
}

export interface WechatApi {
  /**
   * Asks one address of `tcb/`; `subject` names what the call is about in errors. `again` says that a repeat
   * is harmless.
   */
  call<T>(
    path: string,
    body: Record<string, unknown>,
    about: { subject: string; again?: boolean },
  ): Promise<T>;
}

interface ApiOptions {
  /** `https://api.weixin.qq.com`, or a loopback in tests. */
  base?: string;
  /** Pauses before the repeats of a call that a busy system turned away. */
  pauses?: number[];
}

/** A no from WeChat with its code, or no usable answer at all (`errcode` null). */
export class WechatError extends Error {
  constructor(
    readonly path: string,
    readonly subject: string,
    readonly errcode: number | null,
    readonly errmsg: string,
  ) {
    super(`${subject}: ${path} answered ${errcode === null ? errmsg : `errcode ${errcode} (${errmsg})`}`);
    this.name = 'WechatError';
  }

  /** May be gone the next time: a busy system, or no answer, in which case it is unknown what was done. */
  get passing(): boolean {
    return this.errcode === null || BUSY.has(this.errcode);
  }

  /** Nothing else can work either: the account, its secret, its token or the environment is not accepted. */
  get endsAll(): boolean {
    return this.path.startsWith('cgi-bin/') || (this.errcode !== null && ENDS_ALL.has(this.errcode));
  }
}

const TOKEN_GONE = new Set([40001, 40014, 42001]);
const ENDS_ALL = new Set([...TOKEN_GONE, 41001, 48001, 85088, -501005, -601034]);
const BUSY = new Set([-1, -1000]);
const PATIENCE_MS = 30_000;

/**
 * The API for one account. The token is the stable one (`cgi-bin/stable_token`): fetching it does not end the
 * token that another system of the same account holds, and the secret stays out of every address.
 */
export function wechatApi({ appid, secret, env }: Account, options: ApiOptions = {}): WechatApi {
  const { base = 'https://api.weixin.qq.com', pauses = [1000, 3000] } = options;
  let token: Promise<string> | undefined;

  const signIn = async (): Promise<string> => {
    const body = { grant_type: 'client_credential', appid, secret };
    const path = 'cgi-bin/stable_token';
    const answer = await post(base, path, '', body, `account ${appid}`);
    const { access_token: found } = answer as { access_token?: unknown };
    if (typeof found !== 'string' || !found)
      throw new WechatError(path, `account ${appid}`, null, 'an answer without access_token');
    return found;
  };

  const once = async (path: string, body: object, subject: string): Promise<unknown> => {
    token ??= signIn();
    const query = `?access_token=${encodeURIComponent(await token)}`;
    return post(base, path, query, { env, ...body }, subject);
  };

  return {
    call: async <T>(
      path: string,
      body: Record<string, unknown>,
      about: { subject: string; again?: boolean },
    ) => {
      let freshened = false;
      for (let tries = 0; ;) {
        try {
          return (await once(path, body, about.subject)) as T;
        } catch (error) {
          if (!(error instanceof WechatError) || error.path !== path) throw error;
          // A refused token means that nothing was done, so a fresh one may try again.
          if (error.errcode !== null && TOKEN_GONE.has(error.errcode) && !freshened) {
            freshened = true;
            token = undefined;
            continue;
          }
          const pause = pauses[tries++];
          if (!about.again || !error.passing || pause === undefined) throw error;
          await new Promise((resolve) => setTimeout(resolve, pause));
        }
      }
    },
  };
}

async function post(
  base: string,
  path: string,
  query: string,
  body: object,
  subject: string,
): Promise<unknown> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${base}/${path}${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    text = await response.text();
  } catch (error) {
    throw new WechatError(path, subject, null, `no answer: ${causeOf(error)}`);
  }
  const answer = parsed(text);
  if (!answer)
    throw new WechatError(path, subject, null, `HTTP ${response.status} with something that is not JSON`);
  const { errcode = 0, errmsg = '' } = answer as { errcode?: number; errmsg?: string };
  if (errcode !== 0) throw new WechatError(path, subject, errcode, String(errmsg));
  return answer;
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** fetch wraps what really happened. */
function causeOf(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: { message?: string; code?: string } };
  return cause?.code ?? cause?.message ?? message ?? String(error);
}
