/** One line of JSON a fact: the cloud keeps what a function prints under the request's own id. */
export const logFact = (message: string, facts: Record<string, unknown> = {}): void => {
  console.log(JSON.stringify({ message, ...facts }));
};

export const logFailure = (action: string, error: unknown, facts: Record<string, unknown> = {}): void => {
  console.error(JSON.stringify({ level: 'error', action, ...facts, error: describe(error) }));
};

/** SDK errors are plain objects, ours have a stack. */
const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error);
