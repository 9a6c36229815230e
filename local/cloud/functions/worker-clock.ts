/**
 * Makes `new Date()`, `Date()` and `Date.now()` of this thread read real time plus an offset. Everything else
 * of Date stays itself, so dates made before and after are of one kind.
 */
export function followClock(offsetMs: () => number): void {
  const RealDate = Date;
  const now = (): number => RealDate.now() + offsetMs();
  const LocalDate = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    apply: () => new RealDate(now()).toString(),
    get: (target, property, receiver) => (property === 'now' ? now : Reflect.get(target, property, receiver)),
  });
  RealDate.prototype.constructor = LocalDate;
  globalThis.Date = LocalDate;
}
