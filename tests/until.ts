/** Longer than anything takes on a slow machine. */
const PATIENCE = 20_000;

/** Asks again and again until something has come true at the library; false when it did not in good time. */
export async function until(isTrue: () => Promise<boolean>): Promise<boolean> {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    if (await isTrue()) return true;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  return false;
}
