/** What a call gives to `fail`, or rejects with. */
interface Failure {
  errMsg: string;
  errCode?: number;
}

interface Callbacks {
  success?: (answer: never) => void;
  fail?: (failure: Failure) => void;
  complete?: (answer: never) => void;
}

type Work = (options: Record<string, unknown>) => unknown;

/** An error with the rest of an `errMsg` and, where WeChat gives one, a number. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly errCode?: number,
  ) {
    super(message);
  }
}

/** WeChat's asynchronous calls: callbacks when one is given, a promise otherwise. */
export function promised(
  name: string,
  work: Work,
): (options?: Record<string, unknown> & Callbacks) => unknown {
  return (options = {}) => {
    const running = new Promise<object>((resolve) => resolve((work(options) ?? {}) as object)).then(
      (answer) => ({ errMsg: `${name}:ok`, ...answer }),
      (thrown: unknown) => {
        const failure: Failure = {
          errMsg: `${name}:fail ${thrown instanceof Error ? thrown.message : String(thrown)}`,
        };
        if (thrown instanceof Refusal && thrown.errCode !== undefined) failure.errCode = thrown.errCode;
        throw Object.assign(new Error(failure.errMsg), failure);
      },
    );
    const { success, fail, complete } = options;
    if (!success && !fail && !complete) return running;
    running.then(
      (answer) => {
        success?.(answer as never);
        complete?.(answer as never);
      },
      (failure: Failure) => {
        fail?.(failure);
        complete?.(failure as never);
      },
    );
    return undefined;
  };
}
