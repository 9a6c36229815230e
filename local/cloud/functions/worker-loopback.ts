import dns from 'node:dns';
import net from 'node:net';

export const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/** Stops every connection and name lookup of this thread that would leave the machine, and tells of it. */
export function stayOnLoopback(tell: (what: string) => void): void {
  const connect = net.Socket.prototype.connect;
  const lookup = dns.lookup;
  const refused = (what: string): Error => {
    tell(what);
    return new Error(`the local cloud lets functions connect to nothing but itself: ${what}`);
  };
  net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
    const host = hostOf(args);
    if (loopback.has(host)) return Reflect.apply(connect, this, args) as net.Socket;
    const error = refused(`connect ${host}`);
    process.nextTick(() => this.destroy(error));
    return this;
  } as typeof connect;
  dns.lookup = ((name: string, ...rest: unknown[]) => {
    if (loopback.has(name)) return Reflect.apply(lookup, dns, [name, ...rest]) as void;
    const done = rest.at(-1) as (error: Error) => void;
    const error = refused(`look up ${name}`);
    process.nextTick(() => done(error));
  }) as typeof lookup;
}

/** The host of a connect call; Node calls with one array of arguments inside, programs with plain ones. */
export function hostOf(args: unknown[]): string {
  const [first, second] = args.flat();
  if (typeof first === 'object' && first !== null) {
    const { path, host } = first as { path?: string; host?: string };
    return typeof path === 'string' ? 'localhost' : (host ?? 'localhost');
  }
  const isPort = typeof first === 'number' || (typeof first === 'string' && /^\d+$/.test(first));
  return isPort && typeof second === 'string' ? second : 'localhost';
}
