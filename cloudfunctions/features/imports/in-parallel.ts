/**
 * Does work for each of a list, at most so many at once; ends with the first failure, when what was begun has
 * ended.
 */
export const inParallel = async <T>(
  most: number,
  list: readonly T[],
  work: (each: T) => Promise<void>,
): Promise<void> => {
  let next = 0;
  let failed = false;
  const worker = async (): Promise<void> => {
    while (!failed && next < list.length) {
      try {
        await work(list[next++]!);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: Math.min(most, list.length) }, worker));
  const failure = ended.find((each) => each.status === 'rejected');
  if (failure) throw failure.reason;
};
