import { createReadStream, statSync } from 'node:fs';
import type { Source } from '../../cloudfunctions/exchange/bytes';

interface FileSource extends Source {
  size: number;
  /** Bytes of the present reading that were taken. */
  read(): number;
}

/** A file that is read in pieces. */
export function fileSource(path: string): FileSource {
  let taken = 0;
  return {
    size: statSync(path).size,
    read: () => taken,
    open: async function* () {
      taken = 0;
      for await (const piece of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
        taken += piece.length;
        yield piece;
      }
    },
  };
}
