import dns from 'node:dns';
import net from 'node:net';
import { hostOf, loopback } from '../../local/cloud/functions/worker-loopback';

/** Watches every connection and name lookup of this process and keeps those that are not loopback. */
export interface LoopbackGuard {
  /** Connections seen in all, so that an empty list of escapes means something. */
  seen(): number;
  escapes(): string[];
  stop(): void;
}

export function watchLoopback(): LoopbackGuard {
  const escapes: string[] = [];
  let seen = 0;
  const connect = net.Socket.prototype.connect;
  const lookup = dns.lookup;

  net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
    seen++;
    const host = hostOf(args);
    if (!loopback.has(host)) {
      escapes.push(`connect ${host}`);
      process.nextTick(() => this.destroy(new Error(`the guard stopped a connection to ${host}`)));
      return this;
    }
    return Reflect.apply(connect, this, args) as net.Socket;
  } as typeof connect;
  dns.lookup = ((name: string, ...rest: unknown[]) => {
    if (!loopback.has(name)) escapes.push(`lookup ${name}`);
    return Reflect.apply(lookup, dns, [name, ...rest]) as void;
  }) as typeof lookup;

  return {
    seen: () => seen,
    escapes: () => [...escapes],
    stop: () => {
      net.Socket.prototype.connect = connect;
      dns.lookup = lookup;
    },
  };
}
