/**
 * Bytes that grow, with the two codings of the index: numbers in as few bytes as they need, and texts of two
 * bytes a character.
 */
export interface Bytes {
  length: number;
  byte(value: number): void;
  number(value: number): void;
  text(value: string): void;
  /** The bytes so far: a view, valid until the next write. */
  view(): Uint8Array;
}

export function growingBytes(capacity = 1024): Bytes {
  let data = new Uint8Array(capacity);
  let length = 0;
  const byte = (value: number): void => {
    if (length === data.length) {
      const larger = new Uint8Array(data.length + (data.length >> 1) + 16);
      larger.set(data);
      data = larger;
    }
    data[length++] = value;
  };
  return {
    get length() {
      return length;
    },
    byte,
    number(value) {
      let rest = value;
      while (rest > 0x7f) {
        byte((rest & 0x7f) | 0x80);
        rest >>>= 7;
      }
      byte(rest);
    },
    text(value) {
      for (let at = 0; at < value.length; at++) {
        const code = value.charCodeAt(at);
        // 0 ends a text.
        if (code === 0) continue;
        if (code < 0x80) byte(code);
        else writeWide(code, byte);
      }
      byte(0);
    },
    view: () => data.subarray(0, length),
  };
}

/** A place in bytes from which is read; every reader moves it on. */
export interface Cursor {
  bytes: Uint8Array;
  at: number;
}

export function readNumber(cursor: Cursor): number {
  let value = 0;
  let shift = 0;
  for (;;) {
    const byte = cursor.bytes[cursor.at++]!;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value >>> 0;
    shift += 7;
  }
}

/** The next character of a text; 0 at its end. */
export function readCode(cursor: Cursor): number {
  const byte = cursor.bytes[cursor.at++]!;
  return byte < 0x80 ? byte : readWide(cursor, byte);
}

const decodedCodes = new Uint16Array(2048);

export function readText(cursor: Cursor): string {
  const { bytes } = cursor;
  let text = '';
  let length = 0;
  for (;;) {
    const byte = bytes[cursor.at++]!;
    if (byte === 0) break;
    if (length === decodedCodes.length) {
      text += String.fromCharCode(...decodedCodes);
      length = 0;
    }
    decodedCodes[length++] = byte < 0x80 ? byte : readWide(cursor, byte);
  }
  return text + String.fromCharCode(...decodedCodes.subarray(0, length));
}

/*
 * Fifteen bits name the characters that titles are made of; what has no place among them follows in two bytes
 * of its own.
 */
const blocks: [first: number, last: number][] = [
  [0x4e00, 0x9fff],
  [0x80, 0x24ff],
  [0x3000, 0x30ff],
  [0xff00, 0xff60],
];
const ELSEWHERE = 0x7fff;

function writeWide(code: number, byte: (value: number) => void): void {
  const value = valueOf(code);
  byte(0x80 | (value >> 8));
  byte(value & 0xff);
  if (value === ELSEWHERE) {
    byte(code >> 8);
    byte(code & 0xff);
  }
}

function valueOf(code: number): number {
  let start = 0;
  for (const [first, last] of blocks) {
    if (code >= first && code <= last) return start + code - first;
    start += last - first + 1;
  }
  return ELSEWHERE;
}

function readWide(cursor: Cursor, first: number): number {
  const value = ((first & 0x7f) << 8) | cursor.bytes[cursor.at++]!;
  if (value < 20_992) return 0x4e00 + value;
  if (value === ELSEWHERE) return (cursor.bytes[cursor.at++]! << 8) | cursor.bytes[cursor.at++]!;
  let start = 20_992;
  for (const [from, last] of blocks.slice(1)) {
    const size = last - from + 1;
    if (value < start + size) return from + value - start;
    start += size;
  }
  return 0xfffd;
}
