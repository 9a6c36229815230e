import cloud from 'wx-server-sdk';

/**
 * The one place where the SDK is started. The environment is always the one the function runs in, never a
 * literal.
 */
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });

export { cloud };
