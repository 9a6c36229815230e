import type { MediaVerdict } from '../documents';
import type { JobContext } from '../kernel/context';
import { callerNow } from './identity';
import { logFact, logFailure } from './log';
import { contextOf } from './serve';

type TakesVerdict = (context: JobContext, traceId: string, verdict: MediaVerdict) => Promise<boolean>;

const VERDICTS: Record<string, MediaVerdict> = { pass: 'pass', review: 'unsure', risky: 'risky' };
/** A verdict may come while the library still writes down by which name it will. */
const WRITTEN_DOWN_MS = 1500;

const verdictOf = ({ errcode, result }: Record<string, unknown>): MediaVerdict => {
  if (typeof errcode === 'number' && errcode !== 0) return 'unknown';
  const { suggest } = (result ?? {}) as { suggest?: unknown };
  return VERDICTS[String(suggest)] ?? 'unknown';
};

/**
 * The handler of the function to which WeChat pushes what it has seen of pictures and voices. Any client
 * could call it by name: what it believes is the trace id alone, which nobody else knows.
 */
export const servePushes =
  (takesVerdict: TakesVerdict) =>
  async (event: unknown): Promise<string> => {
    try {
      const push = (event ?? {}) as Record<string, unknown>;
      const traceId = push['trace_id'];
      if (push['Event'] !== 'wxa_media_check' || typeof traceId !== 'string' || traceId.length > 200)
        return 'success';
      const context = await contextOf(callerNow());
      const verdict = verdictOf(push);
      const isKnown = await takesVerdict(context, traceId, verdict);
      if (!isKnown) {
        await new Promise((resolve) => setTimeout(resolve, WRITTEN_DOWN_MS));
        if (!(await takesVerdict(context, traceId, verdict))) logFact('a verdict on nothing that is known');
      }
      return 'success';
    } catch (error) {
      logFailure('pushes', error);
      throw error;
    }
  };
