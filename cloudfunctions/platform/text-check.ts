import type { CheckText, TextVerdict } from '../kernel/text-check';
import { cloud } from './cloud';
import { logFailure } from './log';

/** Version 2 of security.msgSecCheck; scene 2: comments. */
const VERSION = 2;
const COMMENT = 2;

interface Checked {
  result?: { suggest?: string };
}

const VERDICTS: Record<string, TextVerdict> = { pass: 'pass', review: 'unsure', risky: 'risky' };

/**
 * Asks WeChat whether a text may be shown. Its service may fail or be over its quota: that is not the
 * writer's fault, so it is logged and told as `unknown` instead of failing what they do.
 */
export const checkText: CheckText = async ({ openid, text, signedAs }) => {
  try {
    const checked = (await cloud.openapi.security.msgSecCheck({
      openid,
      content: text,
      version: VERSION,
      scene: COMMENT,
      nickname: signedAs,
    })) as Checked;
    return VERDICTS[checked.result?.suggest ?? ''] ?? 'unknown';
  } catch (error) {
    logFailure('security.msgSecCheck', error);
    return 'unknown';
  }
};
