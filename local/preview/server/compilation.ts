import type { Compiled, Compiler } from '../compiler/compile';

/** The newest compilation of the source. */
export interface Compilation {
  compiled(): Promise<Compiled>;
  /** The source has changed: the next to ask starts a new one. */
  forget(): void;
}

/** One compilation at a time: a change during one waits for it and starts the next. */
export function compileOnDemand(compiler: Compiler): Compilation {
  let current: Promise<Compiled> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  return {
    compiled() {
      if (!current) {
        current = last.then(() => compiler.compile());
        last = current.catch(() => undefined);
      }
      return current;
    },
    forget: () => void (current = null),
  };
}
