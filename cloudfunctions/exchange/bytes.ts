/** The bytes of a file in pieces, wherever they come from: a disk, an upload, a test. */
export type Bytes = AsyncIterable<Uint8Array>;

/** Something that can be read from its beginning more than once. */
export interface Source {
  open(): Bytes;
}

/** A workbook unfolds piece by piece: what one piece holds stands in memory at once. */
const PIECE = 1 << 16;

export const sourceOfBytes = (bytes: Uint8Array): Source => ({
  open: async function* () {
    for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
  },
});

/** The first bytes of a source, to tell what it is. */
export async function headOf(source: Source, length: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let read = 0;
  for await (const part of source.open()) {
    parts.push(part);
    read += part.length;
    if (read >= length) break;
  }
  return Buffer.concat(parts).subarray(0, length);
}
