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

/** What page code gives a call, still unchecked. */
export type Options = Record<string, unknown>;
type Work = (options: Options) => unknown;
type Asynchronous = (options?: Options & Callbacks) => unknown;

/** An error with the rest of an `errMsg` and, where WeChat gives one, a number. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly errCode?: number,
  ) {
    super(message);
  }
}

/**
 * WeChat's asynchronous calls, each under its own name: callbacks when one is given, a promise otherwise. A
 * family like `cloud` stands before the name in what they say.
 */
export function promised(works: Record<string, Work>, family = ''): Record<string, Asynchronous> {
  return Object.fromEntries(
    Object.entries(works).map(([name, work]) => [name, asynchronous(family + name, work)]),
  );
}

function asynchronous(name: string, work: Work): Asynchronous {
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
