import { Transform } from 'node:stream';

/** Lets bytes through no faster than this many a second. */
export function paced(bytesPerSecond: number): Transform {
  const begun = performance.now();
  let sent = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      sent += chunk.length;
      const early = begun + (sent / bytesPerSecond) * 1000 - performance.now();
      if (early < 1) pass(null, chunk);
      else setTimeout(() => pass(null, chunk), early);
    },
  });
}
