import { environment } from '../environment';
import type { Invocation } from './invocations';

/** What every worker's environment holds: the SDK is pointed at loopback by these alone. */
export function baseEnv(adminUrl: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    // The platform's functions run in UTC; cloud code must not count on the machine's own zone.
    TZ: 'UTC',
    SILENCE: 'true',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: environment.region,
    SCF_NAMESPACE: environment.envId,
    TCB_ENV: environment.envId,
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_SOURCE',
    WX_APPID: environment.appId,
  };
}

/** What one call adds: who asks, from where, and the id that all its own requests carry. */
export function callEnv(invocation: Invocation): Record<string, string | null> {
  const { openid, requestId, source } = invocation;
  return {
    TCB_SEQID: requestId,
    TCB_SOURCE: source,
    WX_CONTEXT_KEYS: openid ? 'WX_OPENID,WX_APPID,WX_CLIENTIP,WX_API_TOKEN' : 'WX_APPID,WX_API_TOKEN',
    WX_OPENID: openid ?? null,
    WX_CLIENTIP: openid ? '127.0.0.1' : null,
    WX_API_TOKEN: requestId,
  };
}
