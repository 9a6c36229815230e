import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { basename, extname, join } from 'node:path';

/** Takes the broken records of a file; the place is known once there is one. */
interface Aside {
  put(raw: Uint8Array): Promise<void>;
  close(): Promise<string | undefined>;
}

/**
 * Broken records as they stand in the file, in a file of their own ("books.broken.mrc"), to be mended and
 * imported. `header` is asked for with the first of them.
 */
export function putAside(folder: string | undefined, path: string, header: () => Promise<string>): Aside {
  let stream: WriteStream | undefined;
  const extension = extname(path).toLowerCase() === '.xlsx' ? '.csv' : extname(path);
  const place = folder && join(folder, `${basename(path, extname(path))}.broken${extension}`);
  return {
    put: async (raw) => {
      if (!place) return;
      if (!stream) {
        mkdirSync(folder, { recursive: true });
        stream = createWriteStream(place);
        const head = await header();
        if (head) stream.write(head);
      }
      if (!stream.write(raw)) await once(stream, 'drain');
    },
    close: async () => {
      if (!stream) return undefined;
      stream.end();
      await once(stream, 'finish');
      return place;
    },
  };
}
