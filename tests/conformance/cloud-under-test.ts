import { startCloud, type Cloud, type CloudOptions } from '../../local/cloud/index';
import { baseEnv } from '../../local/cloud/functions/worker-env';
import { watchLoopback, type LoopbackGuard } from './loopback-guard';
import type { Sdk } from './sdk';

export interface CloudUnderTest {
  cloud: Cloud;
  /** The unmodified package, pointed at the cloud by environment variables alone. */
  sdk: Sdk;
  guard: LoopbackGuard;
  close(): Promise<void>;
}

/** Starts a cloud in this process and loads the real SDK against it, once per test file. */
export async function cloudUnderTest(options: CloudOptions = {}): Promise<CloudUnderTest> {
  const guard = watchLoopback();
  const cloud = await startCloud(options);
  Object.assign(process.env, baseEnv(`${cloud.url}/admin`), {
    TCB_SEQID: 'outside-any-function-call-000000000000',
    TCB_SOURCE: 'wx_client',
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_CLIENTIP,WX_API_TOKEN',
    WX_OPENID: 'o-conformance',
    WX_CLIENTIP: '127.0.0.1',
    WX_API_TOKEN: 'local',
  });
  // Loaded late: the SDK looks at its surroundings when it is required.
  const { default: sdk } = (await import('wx-server-sdk')) as unknown as { default: Sdk };
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV });
  return {
    cloud,
    sdk,
    guard,
    close: async () => {
      await cloud.close();
      guard.stop();
    },
  };
}

/** The check every file ends with. */
export function expectOnlyLoopback({ guard }: CloudUnderTest): void {
  expect(guard.seen()).toBeGreaterThan(0);
  expect(guard.escapes()).toEqual([]);
}
