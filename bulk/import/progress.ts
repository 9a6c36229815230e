export interface Progress {
  file: string;
  records: number;
  broken: number;
  /** Of the file's bytes, how many were read. */
  read: number;
  size: number;
  /** The last word about this file. */
  done: boolean;
}

/** How far a file is, as one line. */
export function progressLine({ file, records, broken, read, size }: Progress): string {
  const share = size === 0 ? 1 : Math.min(1, read / size);
  const bar = '█'.repeat(Math.round(share * 20)).padEnd(20, '░');
  const wrong = broken > 0 ? `, ${broken} broken` : '';
  return `${file} ${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${records} records${wrong}`;
}
