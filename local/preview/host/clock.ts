let offset = 0;

/** Puts the page code's clock where the local cloud's is. */
export function setClockOffset(milliseconds: number): void {
  offset = milliseconds;
}

export function localNow(): number {
  return Date.now() + offset;
}

/** The Date that page code sees: like the real one, but `now` follows the local cloud's clock. */
export const LocalDate: DateConstructor = new Proxy(Date, {
  construct(target, parts: unknown[], newTarget) {
    const known = parts.length === 0 ? [localNow()] : parts;
    return Reflect.construct(target, known, newTarget === LocalDate ? target : newTarget) as object;
  },
  apply: () => new Date(localNow()).toString(),
  get(target, key, receiver) {
    return key === 'now'
      ? localNow
      : (Reflect.get(target, key, receiver === LocalDate ? target : receiver) as unknown);
  },
});
