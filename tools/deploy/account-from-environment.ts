import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { Account } from './wechat-api';

const NAMES = { appid: 'WECHAT_APPID', secret: 'WECHAT_SECRET', env: 'CLOUD_ENV' } as const;

/**
 * Whose cloud it is about, from the environment; a file of `NAME=value` lines wins over it.
 * @throws with the names that are missing. Values are never part of a message.
 */
export function accountFrom(environment: NodeJS.ProcessEnv, envFile?: string): Account {
  const given = { ...environment, ...(envFile ? parseEnv(readFileSync(envFile, 'utf8')) : {}) };
  const missing = Object.values(NAMES).filter((name) => !given[name]);
  if (missing.length > 0)
    throw new Error(`${missing.join(', ')} must be set, in the environment or in a file named by --env-file`);
  return {
    appid: String(given[NAMES.appid]),
    secret: String(given[NAMES.secret]),
    env: String(given[NAMES.env]),
  };
}
